// The program: where `stet` is, and what to do if it is nowhere.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface Program {
  path: string
  version: string // as `stet --version` prints it
  from: 'setting' | 'extension' | 'PATH'
}

// Why there is no program, and what a person can do about it.
export class NoProgram extends Error {}

// The setting, the one this extension carries, the one on the PATH: the first that is there. One that is named by the
// setting and does not run is an error, not a reason to take another.
export async function findProgram(setting: string, extensionPath: string): Promise<Program> {
  if (setting) {
    const version = await versionOf(setting).catch((error: Error) => {
      throw new NoProgram(`stet.path is “${setting}”, which does not run (${error.message.split('\n')[0]}). Mend the setting, or empty it.`)
    })
    return { path: setting, version, from: 'setting' }
  }
  const carried = path.join(extensionPath, 'bin', process.platform === 'win32' ? 'stet.exe' : 'stet')
  if (existsSync(carried)) {
    const version = await versionOf(carried).catch((error: Error) => {
      throw new NoProgram(`The program in this extension does not run on this machine (${error.message.split('\n')[0]}). Install stet and name it in the setting stet.path.`)
    })
    return { path: carried, version, from: 'extension' }
  }
  const version = await versionOf('stet').catch(() => {
    throw new NoProgram('The program “stet” was not found: this extension carries none for this machine, and there is none on the PATH. Install it, or name it in the setting stet.path.')
  })
  return { path: 'stet', version, from: 'PATH' }
}

// What `stet WORDS…` prints, with `input` on its standard input. Status 1 (findings) is no failure.
export function ask(program: Program, words: string[], input = '', folder?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(program.path, words, { cwd: folder, maxBuffer: 1 << 28 }, (error, out, complaint) => {
      if (error && error.code !== 1) reject(new Error(complaint.trim() || error.message))
      else resolve(out)
    })
    child.stdin?.on('error', () => {}) // the program may end before it has read everything
    child.stdin?.end(input)
  })
}

async function versionOf(program: string): Promise<string> {
  return (await run(program, ['--version'], { timeout: 20_000 })).stdout.trim()
}
