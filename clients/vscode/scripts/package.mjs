// `node scripts/package.mjs STET OUT.vsix [--carry]`: the extension as one file, with the settings of that program's rules;
// --carry puts the program itself in, for machines of this kind.
import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { manifest } from './settings.mjs'

const [stet, out, carry] = process.argv.slice(2)
if (!stet || !out) throw new Error('package.mjs STET OUT.vsix [--carry]')
const here = fileURLToPath(new URL('..', import.meta.url))
const staging = mkdtempSync(join(tmpdir(), 'stet-vsix-'))
try {
  for (const part of ['dist', 'media', 'README.md']) cpSync(join(here, part), join(staging, part), { recursive: true })
  copyFileSync(join(here, '../../LICENSE'), join(staging, 'LICENSE'))
  const { devDependencies, scripts, ...rest } = manifest(resolve(stet))
  writeFileSync(join(staging, 'package.json'), JSON.stringify(rest, null, 2))
  writeFileSync(join(staging, '.vscodeignore'), '.vscodeignore\n')
  if (carry) {
    mkdirSync(join(staging, 'bin'))
    const program = join(staging, 'bin', process.platform === 'win32' ? 'stet.exe' : 'stet')
    copyFileSync(stet, program)
    chmodSync(program, 0o755)
  }
  const target = carry ? ['--target', `${process.platform}-${process.arch}`] : []
  execFileSync(join(here, 'node_modules/.bin/vsce'), ['package', '--no-dependencies', ...target, '--out', resolve(out)], { cwd: staging, stdio: 'inherit' })
} finally {
  rmSync(staging, { recursive: true, force: true })
}
