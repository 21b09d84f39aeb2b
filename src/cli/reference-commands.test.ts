import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hostIds, ruleIds } from '../composition.ts'
import { compileSchema } from '../data/schema.ts'
import { formatNames } from '../reporters/index.ts'
import { agentFile, folderWith, projectRoot, runBuilt } from '../testing/run-built.ts'
import { commandNames } from './command-names.ts'

const cwd = projectRoot
const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8')

describe('explain', () => {
  it('shows the page of a rule, with what the rule says of itself', () => {
    const { exitCode, stdout } = runBuilt(['explain', 'no-usable-tool'], { cwd })
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(
      /^no-usable-tool\n==============\n\ntools; severity: error; confidence: high; in: recommended/,
    )
    expect(stdout).toContain('\nHow to fix\n----------\n')
    expect(stdout).not.toContain('```')
  })

  it('prints the page as it lies there when asked', () => {
    const { stdout } = runBuilt(['explain', 'no-usable-tool', '--format', 'markdown'], { cwd })
    expect(stdout).toBe(read('rules/tools/no-usable-tool/README.md'))
  })

  it('has colour when asked', () => {
    expect(runBuilt(['explain', 'no-usable-tool', '--color', 'always'], { cwd }).stdout).toContain('\u001b[')
    expect(runBuilt(['explain', 'no-usable-tool'], { cwd }).stdout).not.toContain('\u001b[')
  })
})

describe('rules', () => {
  it('are listed with the same facts in every format', () => {
    const rows = (format: string) => runBuilt(['rules', '--format', format], { cwd }).stdout.trimEnd().split('\n')
    const { rules } = JSON.parse(rows('json').join('\n'))
    expect(rules.map(({ id }: { id: string }) => id)).toEqual(ruleIds)
    expect(rows('table').slice(1)).toHaveLength(ruleIds.length)
    const [head, dashes, ...table] = rows('markdown')
    expect(head).toBe('| rule | says | severity | confidence | presets | fixes | hosts | since |')
    expect(dashes?.split('|')).toHaveLength(10)
    expect(table.map((row) => row.split('|')[1]?.trim())).toEqual(ruleIds.map((id) => `\`${id}\``))
    for (const row of table) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(10)
    for (const { id, fixable, hosts } of rules) {
      const row = table.find((line) => line.startsWith(`| \`${id}\` |`)) ?? ''
      expect(row).toContain(` | ${fixable === null ? '' : fixable.replace('both', 'safe, unsafe')} | `)
      expect(row).toContain(` | ${hosts === null ? 'all' : hosts.join(', ')} | `)
    }
  })
})

describe('schema', () => {
  it.each(['config', 'agent', 'report', 'host'])('prints the schema of %s, and it compiles', (name) => {
    const { exitCode, stdout } = runBuilt(['schema', name], { cwd })
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toEqual(JSON.parse(read(`schemas/${name}.schema.json`)))
  })

  it('is good for checking a report', () => {
    const validate = compileSchema(JSON.parse(runBuilt(['schema', 'report'], { cwd }).stdout))
    const agents = folderWith({ '.claude/agents/a.md': agentFile('name: a', 'description: b', 'tools: bash') })
    expect(validate(JSON.parse(runBuilt(['--format', 'json'], { cwd: agents }).stdout))).toBe(true)
    expect(validate({})).toBe(false)
  })

  it('says which there are', () => {
    const { exitCode, stderr } = runBuilt(['schema', 'rule'], { cwd })
    expect(exitCode).toBe(2)
    expect(stderr).toContain('config, agent, report, host')
  })
})

const script = runBuilt(['completion', 'bash'], { cwd }).stdout

/** What bash offers for the last of these words. */
function offered(words: readonly string[], folder: string): string[] {
  const list = words.map((word) => `'${word}'`).join(' ')
  const line = `eval "$SCRIPT"; COMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _agent_lint; printf '%s\\n' "\${COMPREPLY[@]}"`
  const run = spawnSync('bash', ['-c', line], {
    cwd: folder,
    env: { ...process.env, SCRIPT: script },
    encoding: 'utf8',
  })
  expect(run.stderr).toBe('')
  return run.stdout.split('\n').filter((one) => one !== '')
}

const hasBash = spawnSync('bash', ['-c', 'true']).status === 0
if (!hasBash) console.log('skipped: completion in bash, because there is no bash')

describe.skipIf(!hasBash)('completion in bash', () => {
  const folder = folderWith({ 'agents/a b.md': '', 'src/x.ts': '' })

  it.each([
    [
      ['agent-lint', ''],
      [...commandNames, 'agents', 'src'],
    ],
    [['agent-lint', 'agents/'], ['agents/a b.md']],
    [['agent-lint', '--quiet', 'in'], []],
    [
      ['agent-lint', '--format', 'js'],
      ['json', 'jsonl'],
    ],
    [['agent-lint', '--format', '=', 'ju'], ['junit']],
    [['agent-lint', '--format', '='], formatNames],
    [['agent-lint', '-o', 'sa'], ['sarif=']],
    [['agent-lint', '-o', 'sarif', '=', 's'], ['src']],
    [
      ['agent-lint', '--host', 'g'],
      ['gemini-cli', 'goose'],
    ],
    [['agent-lint', '--max'], ['--max-warnings']],
    [
      ['agent-lint', 'inspect', '--format', ''],
      ['table', 'json'],
    ],
    [['agent-lint', 'graph', '--no'], ['--no-config']],
    [['agent-lint', 'owners', 's'], ['src']],
    [['agent-lint', 'explain', 'unknown-'], ruleIds.filter((id) => id.startsWith('unknown-'))],
    [
      ['agent-lint', 'schema', ''],
      ['config', 'agent', 'report', 'host'],
    ],
    [
      ['agent-lint', 'completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['agent-lint', 'rules', ''], []],
  ])('offers for %j what can stand there', (words, expected) => {
    expect(offered(words, folder).sort()).toEqual([...expected].sort())
  })
})

describe('completion', () => {
  it.each(['zsh', 'fish'])('knows the same commands, flags and words in %s', (shell) => {
    const { stdout } = runBuilt(['completion', shell], { cwd })
    const known = [...commandNames, ...formatNames, ...hostIds, ...ruleIds, 'fail-on', 'unmatched-pattern', 'agents']
    for (const word of known) expect([word, stdout.includes(word)]).toEqual([word, true])
    // Loading a script must have no effect but to define: nothing of ours is started.
    expect(stdout).not.toMatch(/\$\(agent-lint(?! completion (?:zsh|fish)\))/)
  })

  it.each(['zsh', 'fish'])('is what %s can read', (shell) => {
    if (spawnSync(shell, ['-c', 'true']).status !== 0) return console.log(`skipped: there is no ${shell}`)
    const { stdout } = runBuilt(['completion', shell], { cwd })
    expect(spawnSync(shell, ['-n'], { input: stdout }).status).toBe(0)
  })
})
