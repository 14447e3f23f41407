// Settings: those of VS Code's that are the server's own, handed over as they are.
import * as vscode from 'vscode'

// For this side only; the server would not know them.
const ours = ['path', 'languages', 'trace']

// The object under "stet" that the server is given: what is null was not set.
export function serverSettings(scope?: vscode.Uri): Record<string, unknown> {
  const all = vscode.workspace.getConfiguration('stet', scope)
  const out: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(all as unknown as Record<string, unknown>)) {
    if (typeof value === 'function' || ours.includes(key)) continue
    const kept = withoutNulls(value)
    if (kept !== undefined) out[key] = kept
  }
  return out
}

export function programSetting(): string {
  return vscode.workspace.getConfiguration('stet').get<string>('path', '').trim()
}

export function draftLanguages(): string[] {
  return vscode.workspace.getConfiguration('stet').get<string[]>('languages', ['markdown', 'plaintext', 'html'])
}

function withoutNulls(value: unknown): unknown {
  if (value === null || value === undefined) return undefined
  if (typeof value !== 'object' || Array.isArray(value)) return value
  const kept = Object.entries(value).map(([key, inner]) => [key, withoutNulls(inner)] as const).filter(([, inner]) => inner !== undefined)
  return kept.length ? Object.fromEntries(kept) : undefined
}
