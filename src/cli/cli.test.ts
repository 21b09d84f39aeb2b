import { spawnSync } from 'node:child_process'
import { cpSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hostIds, ruleIds } from '../composition.ts'
import { agentFile, folderWith, projectRoot, runBuilt } from '../testing/run-built.ts'

const good = agentFile('name: triage', 'description: Sorts the tickets that came in.', 'tools: Read')
const warned = agentFile('name: triage', 'description: Sorts the tickets that came in.', 'model: gpt-4o')
const bad = agentFile('name: triage', 'description: Sorts the tickets that came in.', 'tools: bash')
const advised = agentFile('name: triage', 'description: Sorts the tickets that came in.', 'tools: Edit, MultiEdit')
const fleet = (text: string): string => folderWith({ '.claude/agents/triage.md': text })
const escapeCharacter = String.fromCharCode(27)

describe('exit codes', () => {
  it('is 0 for a fleet in order, with one line', () => {
    const { exitCode, stdout, stderr } = runBuilt([], { cwd: fleet(good) })
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 0,
      stdout: '1 agent, no problems (claude-code)\n',
      stderr: '',
    })
  })

  it('is 0 with warnings, 1 with more than are allowed', () => {
    const cwd = fleet(warned)
    expect(runBuilt([], { cwd }).exitCode).toBe(0)
    expect(runBuilt(['--max-warnings', '1'], { cwd }).exitCode).toBe(0)
    expect(runBuilt(['--max-warnings', '0'], { cwd }).exitCode).toBe(1)
  })

  it.each([
    [bad, 'error', 1],
    [bad, 'never', 0],
    [warned, 'warning', 1],
    [warned, 'error', 0],
    [advised, 'info', 1],
    [advised, 'warning', 0],
  ] as const)('follows --fail-on (%#)', (text, failOn, expected) => {
    expect(runBuilt(['--fail-on', failOn], { cwd: fleet(text) }).exitCode).toBe(expected)
  })

  it.each([
    [['--formt', 'json'], 'did you mean --format?'],
    [['--format', 'xml'], 'pretty'],
    [['--max-warnings', 'few'], 'whole number'],
    [['--host', 'claude-cod'], 'did you mean claude-code?'],
    [['inspct'], 'did you mean the command `inspect`?'],
    [['explain', 'invalid-yml'], 'did you mean invalid-yaml?'],
    [['no/such/folder'], 'nothing matches no/such/folder'],
    [['--config', 'none.json'], 'none.json'],
    [['inspect', 'no/such/folder'], 'nothing matches'],
  ])('is 2 for a job that cannot be done: %j', (args, said) => {
    const { exitCode, stdout, stderr } = runBuilt(args, { cwd: fleet(good) })
    expect(stderr).toContain(said)
    expect(stdout).toBe('')
    expect(exitCode).toBe(2)
  })

  it('is 2 where there are no agents', () => {
    const { exitCode, stderr } = runBuilt([], { cwd: folderWith({ 'src/index.ts': '' }) })
    expect(exitCode).toBe(2)
    expect(stderr).toContain('no agents here')
    expect(stderr).not.toContain('some below')
    expect(runBuilt(['.'], { cwd: folderWith({ 'notes.md': 'Notes.' }) }).exitCode).toBe(2)
  })

  it('is 2 where they lie in an unusual place, which is named; not once the configuration names it', () => {
    const cwd = folderWith({ 'src/agents/a.md': agentFile('name: a', 'description: Sorts what comes in by its age.') })
    const { exitCode, stderr } = runBuilt([], { cwd })
    expect(exitCode).toBe(2)
    expect(stderr).toContain('\n  there are some below: run agent-lint src/agents\n')
    writeFileSync(join(cwd, 'agent-lint.config.json'), JSON.stringify({ hosts: { 'src/agents': 'claude-code' } }))
    expect(runBuilt([], { cwd }).stdout).toContain('1 agent, no problems (claude-code)')
  })

  it('is 2 for a file that cannot be read, and the others are still judged', () => {
    const cwd = folderWith({ '.claude/agents/a.md': bad })
    symlinkSync('nowhere', join(cwd, '.claude/agents/b.md'))
    const { exitCode, stdout } = runBuilt([], { cwd })
    expect(stdout).toContain('--> .claude/agents/b.md')
    expect(stdout).toContain('1 file could not be read')
    expect(stdout).toContain('no-usable-tool')
    expect(exitCode).toBe(2)
    expect(runBuilt(['--fail-on', 'never'], { cwd }).exitCode).toBe(2)
  })

  it('does not mind a path without a match if told so', () => {
    const args = ['.claude/agents', 'no/such', '--no-error-on-unmatched-pattern']
    expect(runBuilt(args, { cwd: fleet(good) }).exitCode).toBe(0)
  })

  it('is 2 for a broken configuration, with a code frame', () => {
    const cwd = folderWith({
      '.claude/agents/a.md': good,
      'agent-lint.config.json': '{\n  "rules": { "invalid-yml": "off" }\n}\n',
    })
    const { exitCode, stderr } = runBuilt([], { cwd })
    expect(exitCode).toBe(2)
    expect(stderr).toContain('there is no rule `invalid-yml`')
    expect(stderr).toContain('2 |   "rules": { "invalid-yml": "off" }\n  |              ^^^^^^^^^^^^^')
    expect(stderr).toContain('did you mean `invalid-yaml`?')
    expect(runBuilt(['--no-config'], { cwd }).exitCode).toBe(0)
  })
})

describe('what is printed', () => {
  it('finds ./agents where no host folder is', () => {
    const { exitCode, stdout } = runBuilt([], { cwd: folderWith({ 'agents/a.md': good }) })
    expect(stdout).toBe('1 agent, no problems (claude-code, inferred)\n')
    expect(exitCode).toBe(0)
  })

  it('is one JSON document for programs', () => {
    const { stdout, stderr } = runBuilt(['--format', 'json'], { cwd: fleet(bad) })
    const report = JSON.parse(stdout)
    expect(stderr).toBe('')
    expect(report.summary).toEqual({ errors: 1, warnings: 0, infos: 0, fixable: 0, fixableUnsafely: 0, suppressed: 0 })
    expect(report.diagnostics[0].path).toBe('.claude/agents/triage.md')
    expect(report.diagnostics[0].range.start).toEqual({ offset: 69, line: 4, column: 8 })
  })

  it('is one line a finding in the compact format', () => {
    const { stdout } = runBuilt(['--format', 'compact'], { cwd: fleet(bad) })
    expect(stdout.split('\n')[0]).toMatch(/^\.claude\/agents\/triage\.md:4:8: error .* \[no-usable-tool\]$/)
  })

  it('leaves warnings out with --quiet and shows advice with --info', () => {
    expect(runBuilt(['--quiet'], { cwd: fleet(warned) }).stdout).not.toContain('unknown-model')
    expect(runBuilt([], { cwd: fleet(advised) }).stdout).not.toContain('retired-tool')
    expect(runBuilt(['--info'], { cwd: fleet(advised) }).stdout).toContain('retired-tool')
  })

  it('has colour when asked: a flag beats FORCE_COLOR, which beats NO_COLOR', () => {
    const cwd = fleet(bad)
    const isColored = (args: string[], env: Record<string, string>) =>
      runBuilt(args, { cwd, env }).stdout.includes(escapeCharacter)
    expect(isColored([], {})).toBe(false)
    expect(isColored(['--color', 'always'], { NO_COLOR: '1' })).toBe(true)
    expect(isColored([], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(true)
    expect(isColored(['--color', 'never'], { FORCE_COLOR: '1' })).toBe(false)
    expect(isColored([], { FORCE_COLOR: '0' })).toBe(false)
  })

  it('lists the files that are read and those that are passed over', () => {
    const cwd = folderWith({ '.claude/agents/a.md': good, '.claude/agents/README.md': 'Our agents.' })
    const { stdout, exitCode } = runBuilt(['--list-files'], { cwd })
    expect(exitCode).toBe(0)
    expect(stdout).toContain('.claude/agents (claude-code, path)\n  .claude/agents/a.md\n')
    expect(stdout).toContain('passed over\n  .claude/agents/README.md: it is documentation')
  })

  it('is about single files when they are named, and the fleet is still read', () => {
    const cwd = folderWith({ '.claude/agents/a.md': good, '.claude/agents/b.md': bad.replace('triage', 'b') })
    expect(runBuilt(['.claude/agents/a.md'], { cwd }).exitCode).toBe(0)
    expect(runBuilt(['.claude/agents/b.md'], { cwd }).exitCode).toBe(1)
    expect(runBuilt(['.claude/agents/*.md'], { cwd }).exitCode).toBe(1)
    const twin = folderWith({ '.claude/agents/a.md': good, '.claude/agents/b.md': good })
    expect(runBuilt(['.claude/agents/a.md'], { cwd: twin }).stdout).toContain('duplicate-name')
  })

  it('explains a rule and lists them all', () => {
    expect(runBuilt(['explain', 'no-usable-tool'], { cwd: projectRoot }).stdout).toContain('no-usable-tool\n====')
    expect(runBuilt(['rules'], { cwd: projectRoot }).stdout).toContain('invalid-yaml')
    const listed: { id: string }[] = JSON.parse(
      runBuilt(['rules', '--format', 'json'], { cwd: projectRoot }).stdout,
    ).rules
    expect(listed.map(({ id }) => id)).toEqual(ruleIds)
    expect(runBuilt(['--help'], { cwd: projectRoot }).stdout).toContain('Exit codes')
    expect(runBuilt(['--version'], { cwd: projectRoot }).stdout).toBe('0.1.0\n')
  })

  it('inspects', () => {
    const cwd = fleet(good)
    const { agents } = JSON.parse(runBuilt(['inspect', '--format', 'json', '--host', 'all'], { cwd }).stdout)
    expect(agents[0].hosts['claude-code']).toEqual({
      loads: true,
      name: 'triage',
      description: 'Sorts the tickets that came in.',
      tools: ['Read'],
      lost: [],
    })
    expect(Object.keys(agents[0].hosts)).toEqual(hostIds)
    const [head, row] = runBuilt(['inspect'], { cwd }).stdout.split('\n')
    expect(head?.split(/ {2,}/)).toEqual(['file', 'host', 'loads', 'name', 'model', 'tools', 'lost, or why not'])
    expect(row?.split(/ {2,}/).slice(0, 4)).toEqual(['.claude/agents/triage.md', 'claude-code', 'yes', 'triage'])
  })

  it('says what is lost of a file, and not only where', () => {
    const files = { '.claude/agents/a.md': agentFile('name: a', 'description: Sorts tickets.', 'tools: Read, bash') }
    expect(runBuilt(['inspect'], { cwd: folderWith(files) }).stdout).toContain('  Read   `tools` loses `bash`\n')
  })

  it('prints what many hosts make of a file as a block that fits', () => {
    const cwd = folderWith({
      '.claude/agents/a.md': agentFile('name: Sorter', 'description: Sorts tickets.', 'tools: []', 'color: blue'),
      '.codex/agents/b.toml': 'name = "b"\ndescription = "x"\ndeveloper_instructions = "y"\n',
    })
    const { stdout } = runBuilt(['inspect', '--host', 'all'], { cwd })
    const lines = stdout.split('\n')
    expect(lines.filter((line) => line.length > 100)).toEqual([])
    const about = (host: string): string => lines.find((line) => line.startsWith(`  ${host} `)) ?? ''
    expect(about('claude-code')).toMatch(/yes +Sorter +inherits +none +`tools` is empty, and here that grants no tool/)
    expect(about('qwen-code')).toMatch(/yes +Sorter +inherits +all +`tools` is empty, and here that grants every tool/)
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('`tools` restricts nothing: the agent gets every tool')
    expect(stdout).toContain('unknown key `color`')
    expect(stdout).toMatch(/not opened, by its name: .*codex/)
    expect(stdout).toMatch(/b\.toml\n.*\n +codex +yes +b/)
  })

  it('says which keys opencode sends to the model provider', () => {
    const cwd = folderWith({ '.opencode/agent/a.md': agentFile('description: x', 'reasoningEffort: high') })
    const { agents } = JSON.parse(runBuilt(['inspect', '--format', 'json'], { cwd }).stdout)
    expect(agents[0].hosts.opencode.lost).toEqual([
      { field: 'reasoningEffort', why: 'is sent to the model provider as an option' },
    ])
  })

  it('runs from dist alone, without packages', () => {
    const bare = folderWith({})
    for (const part of ['bin', 'dist', 'package.json'])
      cpSync(join(projectRoot, part), join(bare, part), { recursive: true })
    const run = spawnSync(process.execPath, [join(bare, 'bin/agent-lint.js'), '--format', 'json'], { cwd: fleet(bad) })
    expect(run.status).toBe(1)
    expect(JSON.parse(String(run.stdout)).summary.errors).toBe(1)
  })
})
