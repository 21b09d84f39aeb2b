import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ruleIds } from '../composition.ts'
import { agentFile, folderWith, projectRoot, runBuilt } from '../testing/run-built.ts'
import { pageLinks } from './page-links.ts'

const escapeCharacter = String.fromCharCode(27)
const fleet = folderWith({ '.claude/agents/a.md': agentFile('name: a', 'description: Sorts.', 'model: sonet') })
const terminal = spawnSync('script', ['--version'], { encoding: 'utf8' })
const hasTerminal = terminal.error === undefined && terminal.stdout.includes('util-linux')

/** What the built program prints on a terminal. */
function onTerminal(env: Readonly<Record<string, string>>): string {
  const { CI: _, NO_COLOR: __, FORCE_COLOR: ___, ...variables } = process.env
  const command = `stty cols 100 && exec '${process.execPath}' '${join(projectRoot, 'bin/agent-lint.js')}'`
  const args = ['--quiet', '--return', '--command', command, '/dev/null']
  return spawnSync('script', args, { cwd: fleet, env: { ...variables, TERM: 'xterm', ...env }, encoding: 'utf8' })
    .stdout
}

describe('the name of a rule', () => {
  it('leads to its page, which is there', () => {
    const linkOf = pageLinks(join(projectRoot, 'rules'))
    for (const rule of ruleIds) {
      const link = linkOf(rule) ?? ''
      expect(existsSync(fileURLToPath(link.replace(`file://${hostname()}/`, 'file:///'))), link).toBe(true)
    }
    expect(linkOf('no-such-rule')).toBe(undefined)
  })

  it.skipIf(!hasTerminal)('is a link on a terminal, unless a build service keeps what it shows', () => {
    const link = `${escapeCharacter}]8;;file://${hostname()}`
    expect(onTerminal({})).toContain(link)
    expect(onTerminal({})).toContain('/rules/tools/unknown-model/README.md')
    for (const env of [{ CI: 'true' }, { NO_COLOR: '1' }, { TERM: 'dumb' }]) {
      const screen = onTerminal(env)
      expect(screen).toContain('unknown-model')
      expect(screen).not.toContain(']8;;')
    }
  })

  it('is none in a pipe or a file, whatever the colour', () => {
    const { stdout } = runBuilt(['--color', 'always'], { cwd: fleet })
    expect(stdout).toContain(`${escapeCharacter}[`)
    expect(stdout).not.toContain(']8;;')
  })
})
