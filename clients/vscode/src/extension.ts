// stet in VS Code: finds the program, starts it as a language server, hands over settings. What is said of a draft is
// all the server's.
import * as vscode from 'vscode'
import { LanguageClient, LanguageClientOptions, ServerOptions, State as ClientState } from 'vscode-languageclient/node'
import { findProgram, NoProgram, Program } from './program'
import { RulePages, showRulePage } from './rule-page'
import { draftLanguages, programSetting, serverSettings } from './settings'
import { showSheet } from './sheet'
import { Status } from './status'

let client: LanguageClient | undefined
let program: Program | undefined

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('stet', { log: true })
  const status = new Status(document => isDraft(document))

  const start = async (): Promise<void> => {
    status.set('starting')
    try {
      program = await findProgram(programSetting(), context.extensionPath)
      output.info(`${program.version}, from ${program.from === 'PATH' ? 'the PATH' : `the ${program.from}`}: ${program.path}`)
      client = newClient(program, output, status)
      await client.start()
    } catch (error) {
      await failed(error, status, output)
    }
  }
  const restart = async (): Promise<void> => {
    await stop()
    await start()
  }

  context.subscriptions.push(
    output,
    status,
    new RulePages(() => program).register(),
    vscode.commands.registerCommand('stet.restart', restart),
    vscode.commands.registerCommand('stet.showOutput', () => output.show()),
    vscode.commands.registerCommand('stet.showSheet', withProgram(running => {
      const document = vscode.window.activeTextEditor?.document
      if (document && isDraft(document)) return showSheet(running, document)
      return vscode.window.showInformationMessage('stet: open a draft first; its fact-check sheet is then shown beside it.')
    })),
    vscode.commands.registerCommand('stet.showRulePage', withProgram((running, rule) => showRulePage(running, typeof rule === 'string' ? rule : undefined))),
    vscode.workspace.onDidChangeConfiguration(async change => {
      if (change.affectsConfiguration('stet.path') || change.affectsConfiguration('stet.languages')) await restart()
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(restart), // only now does the workspace's stet.path count
  )
  await start()
}

export async function deactivate(): Promise<void> {
  await stop()
}

function newClient(running: Program, output: vscode.LogOutputChannel, status: Status): LanguageClient {
  const server: ServerOptions = { command: running.path, args: ['lsp'] }
  const options: LanguageClientOptions = {
    documentSelector: [
      ...draftLanguages().flatMap(language => [
        { language, scheme: 'file' },
        { language, scheme: 'untitled' },
      ]),
      { scheme: 'file', pattern: '**/stet.toml' },
      { scheme: 'file', pattern: '**/stet.waivers.toml' },
    ],
    outputChannel: output,
    middleware: {
      workspace: {
        configuration: params => params.items.map(item => (item.section === 'stet' ? serverSettings(item.scopeUri ? vscode.Uri.parse(item.scopeUri) : undefined) : null)),
      },
    },
  }
  const made = new LanguageClient('stet', 'stet', server, options)
  made.onDidChangeState(({ newState }) => {
    if (newState === ClientState.Running) status.set('running')
    else if (newState === ClientState.Starting) status.set('starting')
    else status.set('stopped', 'stet stopped: the output says why. “stet: Restart Server” starts it again.')
  })
  return made
}

async function stop(): Promise<void> {
  const old = client
  client = undefined
  program = undefined
  await old?.dispose().catch(() => {})
}

function isDraft(document: vscode.TextDocument): boolean {
  return ['file', 'untitled'].includes(document.uri.scheme) && draftLanguages().includes(document.languageId)
}

function withProgram<T>(act: (running: Program, argument: unknown) => T): (argument?: unknown) => Promise<T | undefined> {
  return async argument => {
    if (program) {
      try {
        return await act(program, argument)
      } catch (error) {
        void vscode.window.showErrorMessage(`stet: ${error instanceof Error ? error.message : String(error)}`)
        return undefined
      }
    }
    void vscode.window.showWarningMessage('stet is not running. “stet: Show Output” says why.')
    return undefined
  }
}

async function failed(error: unknown, status: Status, output: vscode.LogOutputChannel): Promise<void> {
  const why = error instanceof Error ? error.message : String(error)
  output.error(why)
  status.set('stopped', why)
  const choices = error instanceof NoProgram ? ['Open Settings'] : ['Show Output']
  void vscode.window.showErrorMessage(`stet: ${why}`, ...choices).then(choice => {
    if (choice === 'Open Settings') return vscode.commands.executeCommand('workbench.action.openSettings', 'stet.path')
    if (choice === 'Show Output') output.show()
    return undefined
  })
}
