import { describe, expect, it } from 'vitest'
import { folderWith, runBuilt } from '../testing/run-built.ts'

const agent = (name: string): string =>
  `---\nname: ${name}\ndescription: Works on the ${name} part of things.\nmodel: gpt-4o\ntools: Edit, MultiEdit\n---\n\n## Hands on\n\n- \`src/x/\`\n`

const agents = { '.claude/agents/a.md': agent('a'), '.claude/agents/b.md': agent('b') }
const config = (value: object) => ({ 'agent-lint.config.json': JSON.stringify(value, null, 1) })

function findings(files: Readonly<Record<string, string>>, ...flags: string[]): string[] {
  const { stdout, stderr } = runBuilt(['--format', 'json', ...flags], { cwd: folderWith(files) })
  expect(stderr).toBe('')
  const all: { path: string; rule: string; severity: string }[] = JSON.parse(stdout).diagnostics
  return all
    .filter(({ rule }) => watched.includes(rule))
    .map((one) => `${one.path.slice(15)} ${one.rule} ${one.severity}`)
}

/** What other rules find in these files is nothing to these tests. */
const watched = ['unknown-model', 'retired-tool', 'duplicate-name']

const usual = [
  'a.md unknown-model warning',
  'a.md retired-tool info',
  'b.md unknown-model warning',
  'b.md retired-tool info',
]

describe('rules of the configuration', () => {
  it('count by category, and later keys win', () => {
    expect(findings(agents)).toEqual(usual)
    expect(findings({ ...agents, ...config({ rules: { 'tools/*': 'off' } }) })).toEqual([])
    expect(findings({ ...agents, ...config({ rules: { 'tools/*': 'off', 'retired-tool': 'on' } }) })).toEqual([
      'a.md retired-tool info',
      'b.md retired-tool info',
    ])
  })

  it('differ from file to file, also for findings about the fleet', () => {
    const overrides = [{ files: ['*a.md'], rules: { 'unknown-model': 'off', 'retired-tool': 'error' } }]
    const twins = { '.claude/agents/a.md': agent('a'), '.claude/agents/b.md': agent('a') }
    expect(findings({ ...agents, ...config({ overrides }) })).toEqual(['a.md retired-tool error', ...usual.slice(2)])
    expect(findings(twins)).toContain('b.md duplicate-name error')
    const off = [{ files: '.claude/agents/b.md', rules: { 'duplicate-name': 'off' } }]
    expect(findings({ ...twins, ...config({ overrides: off }) })).toEqual(usual)
  })

  it('are switched on for some files only', () => {
    const overrides = [{ files: ['b.md', '*b.md'], rules: { 'unknown-model': 'on' } }]
    const found = findings({ ...agents, ...config({ rules: { 'tools/*': 'off' }, overrides }) })
    expect(found).toEqual(['b.md unknown-model warning'])
  })

  it('follow the presets, of the configuration or the command line', () => {
    expect(findings(agents, '--preset', 'security')).toEqual([])
    expect(findings({ ...agents, ...config({ extends: 'security' }) })).toEqual([])
    expect(findings({ ...agents, ...config({ extends: 'security' }) }, '--preset', 'recommended,security')).toEqual(
      usual,
    )
    expect(findings(agents, '--preset', 'strict')).toEqual(usual)
    const wrong = runBuilt(['--preset', 'strct'], { cwd: folderWith(agents) })
    expect([wrong.exitCode, wrong.stderr]).toEqual([
      2,
      'agent-lint: there is no preset called strct\n  did you mean strict?\n',
    ])
  })

  it('stand in a file that is extended, and a mistake in it is shown there', () => {
    const base = { 'shared/base.yaml': 'rules:\n  unknown-model: off\n' }
    expect(findings({ ...agents, ...base, ...config({ extends: './shared/base.yaml' }) })).toEqual([usual[1], usual[3]])
    const cwd = folderWith({
      ...agents,
      'shared/base.yaml': 'rules:\n  unknown-modl: off\n',
      ...config({ extends: './shared/base.yaml' }),
    })
    const { exitCode, stderr } = runBuilt([], { cwd })
    expect(exitCode).toBe(2)
    expect(stderr).toContain('error  shared/base.yaml: there is no rule `unknown-modl`')
    expect(stderr).toContain('2 |   unknown-modl: off\n  |   ^^^^^^^^^^^^')
  })
})

describe('words of the configuration', () => {
  it('make headings understood', () => {
    const cwd = folderWith({ ...agents, ...config({ vocabulary: { contexts: { owns: ['hands on'] } } }) })
    const claims = (...flags: string[]) =>
      JSON.parse(runBuilt(['inspect', '--format', 'json', ...flags], { cwd }).stdout).agents[0].claims.map(
        ({ pattern, stance }: { pattern: string; stance: string }) => `${stance} ${pattern}`,
      )
    expect(claims('--no-config')).toEqual([])
    expect(claims()).toEqual(['owns src/x/'])
    expect(runBuilt([], { cwd }).stdout).toContain('overlapping-ownership')
  })
})

describe('inspect', () => {
  it('tells whom a file names that the host does not load, and the fleet knows nothing of it', () => {
    const cwd = folderWith({
      '.claude/agents/painter.md': agent('painter'),
      '.claude/agents/mixer.md': '# Mixer\n\n## You do not own\n\n- The canvas (painter)\n- The frame (framer)\n',
      '.claude/agents/framer.md': '# Framer\n\nMakes frames.\n',
    })
    const { agents } = JSON.parse(runBuilt(['inspect', '--format', 'json'], { cwd }).stdout)
    const told = agents.map(({ name, handoffs }: { name: string; handoffs: { to: string }[] }) => [
      name,
      handoffs.map(({ to }) => to),
    ])
    expect(Object.fromEntries(told)).toEqual({ framer: [], mixer: ['painter', 'framer'], painter: [] })
    const { edges = [] } = JSON.parse(runBuilt(['graph', '--format', 'json'], { cwd }).stdout)
    expect(edges).toEqual([])
  })
})

describe('--print-config', () => {
  const files = {
    ...agents,
    'base.json': '{\n  "ignores": ["drafts/"],\n  "rules": { "unowned-files": ["info", { "roots": ["src/"] }] }\n}\n',
    ...config({
      extends: ['strict', './base.json'],
      host: 'claude-code',
      rules: { 'retired-tool': 'off' },
      overrides: [{ files: ['*b.md'], rules: { 'retired-tool': 'error' } }],
    }),
  }
  const printed = (...args: string[]) =>
    JSON.parse(runBuilt(['--print-config', ...args], { cwd: folderWith(files) }).stdout)

  it('says what holds and where it comes from', () => {
    const { configuration, presets, host, ignores, rules } = printed()
    expect(configuration).toEqual(['base.json', 'agent-lint.config.json'])
    expect(presets).toEqual([{ value: 'strict', from: 'agent-lint.config.json:3' }])
    expect(host).toEqual({ value: 'claude-code', from: 'agent-lint.config.json:6' })
    expect(ignores).toEqual([{ value: 'drafts/', from: 'base.json:2' }])
    expect(rules['unowned-files']).toEqual({ severity: 'info', options: { roots: ['src/'] }, from: 'base.json:3' })
    expect(rules['retired-tool']).toEqual({ severity: 'off', from: 'agent-lint.config.json:8' })
    expect(rules['unknown-model']).toEqual({ severity: 'warning', from: 'preset strict' })
    expect(rules['unreachable-agent']).toEqual({ severity: 'off', from: 'in none of the presets' })
  })

  it('says so for one file', () => {
    const { overrides, rules } = printed('.claude/agents/b.md')
    expect(overrides).toEqual([{ files: ['*b.md'], from: 'agent-lint.config.json:11', applies: true }])
    expect(rules['retired-tool']).toEqual({ severity: 'error', from: 'agent-lint.config.json:16' })
  })
})
