// The status bar: whether the server runs, and what it says of the draft in front.
import * as vscode from 'vscode'

export type State = 'starting' | 'running' | 'stopped'

const unsourced = new Set(['claim-unattributed', 'figure-unsourced', 'superlative-unsourced', 'quote-unattributed', 'accusation-unattributed'])

export function ruleOf(finding: vscode.Diagnostic): string {
  return String(typeof finding.code === 'object' ? finding.code.value : (finding.code ?? ''))
}

export function findingsIn(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(finding => finding.source === 'stet')
}

export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('stet.status', vscode.StatusBarAlignment.Right, 90)
  private readonly subscriptions: vscode.Disposable[]
  private state: State = 'starting'
  private why = ''

  constructor(private readonly isDraft: (document: vscode.TextDocument) => boolean) {
    this.item.name = 'stet'
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
      vscode.languages.onDidChangeDiagnostics(() => this.show()),
    ]
    this.show()
  }

  set(state: State, why = ''): void {
    this.state = state
    this.why = why
    this.show()
  }

  dispose(): void {
    this.item.dispose()
    for (const each of this.subscriptions) each.dispose()
  }

  private show(): void {
    const document = vscode.window.activeTextEditor?.document
    const reads = document !== undefined && this.isDraft(document)
    void vscode.commands.executeCommand('setContext', 'stet.reads', reads)
    if (!reads) return this.item.hide()
    this.item.command = 'stet.showOutput'
    this.item.backgroundColor = undefined
    if (this.state === 'stopped') {
      this.item.text = '$(error) stet'
      this.item.tooltip = this.why || 'stet is not running'
      this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.errorBackground')
    } else if (this.state === 'starting') {
      this.item.text = '$(loading~spin) stet'
      this.item.tooltip = 'stet is starting'
    } else {
      const findings = findingsIn(document.uri)
      const bare = findings.filter(finding => unsourced.has(ruleOf(finding))).length
      this.item.text = bare ? `$(checklist) stet: ${bare} unsourced` : findings.length ? '$(checklist) stet' : '$(check) stet'
      this.item.tooltip = `${count(findings.length, 'finding')}, ${bare} of them claims, figures or quotations without a source\nClick for the fact-check sheet`
      this.item.command = 'stet.showSheet'
    }
    this.item.show()
  }
}

function count(n: number, noun: string): string {
  return n === 1 ? `1 ${noun}` : `${n} ${noun}s`
}
