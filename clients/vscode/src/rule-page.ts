// A rule's page, as the program prints it: no network is needed to read why something is underlined.
import * as vscode from 'vscode'
import { ask, Program } from './program'
import { findingsIn, ruleOf } from './status'

const scheme = 'stet-rule'

// Pages as read-only documents: stet-rule:/weasel-attribution.md
export class RulePages implements vscode.TextDocumentContentProvider {
  constructor(private readonly program: () => Program | undefined) {}

  register(): vscode.Disposable {
    return vscode.workspace.registerTextDocumentContentProvider(scheme, this)
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const program = this.program()
    if (!program) return 'stet is not running.'
    return ask(program, ['rules', uri.path.replace(/^\//, '').replace(/\.md$/, '')])
  }
}

// The page of the rule whose finding the caret is in; with several, or none, of the rule that is chosen.
export async function showRulePage(program: Program, named?: string): Promise<void> {
  const rule = named ?? (await chosen(program))
  if (rule) await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.from({ scheme, path: `/${rule}.md` }))
}

async function chosen(program: Program): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor
  const here = editor ? findingsIn(editor.document.uri).filter(finding => finding.range.contains(editor.selection.active)) : []
  const rules = [...new Set(here.map(ruleOf))]
  if (rules.length === 1) return rules[0]
  if (rules.length > 1) return vscode.window.showQuickPick(rules, { placeHolder: 'Rule' })
  const lines = (await ask(program, ['rules'])).trim().split('\n')
  const all = lines.map(line => line.split('\t')).map(([label, family, severity]) => ({ label, description: `${family}, ${severity}` }))
  return (await vscode.window.showQuickPick(all, { placeHolder: 'Rule', matchOnDescription: true }))?.label
}
