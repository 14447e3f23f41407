// The fact-check sheet of the draft in front, beside it.
import * as path from 'node:path'
import * as vscode from 'vscode'
import { ask, Program } from './program'

// The name a sheet bears: as seen from the workspace. A draft without a file is named by its language, by which the program
// knows how to read it.
function nameOf(document: vscode.TextDocument): string {
  if (document.uri.scheme === 'file') return vscode.workspace.asRelativePath(document.uri, false)
  const ending = { markdown: '.md', html: '.html' }[document.languageId] ?? '.txt'
  return path.basename(document.uri.path) + ending
}

export async function showSheet(program: Program, document: vscode.TextDocument): Promise<vscode.WebviewPanel> {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri)?.uri
  const page = await ask(program, ['facts', '--format', 'html', '--stdin-filename', nameOf(document), '-'], document.getText(), folder?.scheme === 'file' ? folder.fsPath : undefined)
  const title = `Fact-check sheet: ${path.basename(document.uri.path)}`
  const panel = vscode.window.createWebviewPanel('stet.showSheet', title, vscode.ViewColumn.Beside, {
    enableScripts: true,
    enableFindWidget: true,
    localResourceRoots: [],
  })
  panel.webview.html = page
  return panel
}
