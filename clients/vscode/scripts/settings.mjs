// The settings of every rule, from the rules' pages: `node scripts/settings.mjs STET` prints package.json with them.
// Each is null by default, "as stet.toml says": a default that is sent would beat the desk's own settings.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export function manifest(stet) {
  const schema = JSON.parse(execFileSync(stet, ['config', '--schema'], { encoding: 'utf8' }))
  const rules = execFileSync(stet, ['rules'], { encoding: 'utf8' }).trim().split('\n').map(line => line.split('\t'))
  const families = [...new Set(rules.map(([, family]) => family))]
  const described = schema.$defs.rules.properties
  const out = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  for (const family of families) {
    const properties = { [`stet.rules.${family}`]: severity(`Every rule of the family *${family}*.`) }
    for (const [rule, of, usual, on] of rules) {
      if (of !== family) continue
      const standing = on === 'on' ? usual : `off, ${usual} where it is switched on`
      properties[`stet.rules.${rule}`] = severity(`${described[rule].description}\n\nUsually *${standing}*. Its options are set in \`stet.toml\`.`)
    }
    out.contributes.configuration.push({ title: family[0].toUpperCase() + family.slice(1), properties })
  }
  return out
}

function severity(markdownDescription) {
  return {
    type: ['string', 'null'],
    enum: [null, 'error', 'warning', 'information', 'hint', 'off'],
    enumItemLabels: ['as stet.toml says'],
    default: null,
    scope: 'resource',
    markdownDescription,
  }
}
