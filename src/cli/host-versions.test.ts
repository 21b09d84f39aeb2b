import { describe, expect, it } from 'vitest'
import { hostAt } from '../hosts/host-versions.ts'
import { builtInHosts } from '../hosts/load-hosts.ts'
import { folderWith, runBuilt } from '../testing/run-built.ts'

const agent = (...lines: readonly string[]): string =>
  `---\n${['name: a', 'description: Reviews what it is given.', ...lines].join('\n')}\n---\n\nYou review.\n`
const path = '.claude/agents/a.md'
const config = (hosts: object) => ({ 'agent-lint.config.json': JSON.stringify({ hosts }, null, 1) })
const release = (version: string) => config({ 'claude-code': { version } })

const inspected = (files: Readonly<Record<string, string>>, id = 'claude-code') =>
  JSON.parse(runBuilt(['inspect', '--format', 'json', '--host', id], { cwd: folderWith(files) }).stdout).agents[0]
    .hosts[id]

const found = (files: Readonly<Record<string, string>>): string[] => {
  const run = runBuilt(['--format', 'json'], { cwd: folderWith(files) })
  return JSON.parse(run.stdout).diagnostics.map(({ rule }: { rule: string }) => rule)
}

describe('a release in the configuration', () => {
  it.each([
    ['a colon in the name', agent().replace('name: a', 'name: "a:b"'), '2.1.217', '2.1.218'],
    ['hooks of a wrong kind', agent('hooks: text'), '2.1.112', '2.1.113'],
  ])('loads what later ones refuse: %s', (_, text, before, since) => {
    expect(inspected({ [path]: text, ...release(before) })).toMatchObject({ loads: true, release: before })
    expect(inspected({ [path]: text, ...release(since) })).toMatchObject({ loads: false, release: since })
    expect(inspected({ [path]: text }).loads).toBe(false)
  })

  it('refuses what later ones load', () => {
    const twice = agent('model: opus', 'model: haiku')
    expect(inspected({ [path]: twice, ...release('2.1.112') }).loads).toBe(false)
    expect(inspected({ [path]: twice })).toMatchObject({ loads: true, model: 'haiku' })
    const marked = `\uFEFF${agent()}`
    expect(inspected({ [path]: marked, ...release('2.1.100') }).loads).toBe(false)
    expect(inspected({ [path]: marked }).loads).toBe(true)
  })

  it('has the tools of its time', () => {
    const files = { [path]: agent('tools: Task, TeamCreate') }
    expect(inspected({ ...files, ...release('2.0.50') }).tools).toEqual(['Task', 'TeamCreate'])
    expect(inspected({ ...files, ...release('2.1.100') }).tools).toEqual(['Agent', 'TeamCreate'])
    expect(inspected(files).tools).toEqual(['Agent'])
    expect(found({ ...files, ...release('2.0.50') })).not.toContain('retired-tool')
    expect(found(files)).toContain('retired-tool')
  })

  it('has the fields of its time', () => {
    const lost = (lines: readonly string[], version?: string) =>
      inspected({ [path]: agent(...lines), ...(version === undefined ? {} : release(version)) }).lost.map(
        ({ field }: { field: string }) => field,
      )
    expect(lost(['disallowedTools: Bash'], '2.0.29')).toEqual(['disallowedTools'])
    expect(lost(['disallowedTools: Bash'], '2.0.50')).toEqual([])
    expect(inspected({ [path]: agent('disallowedTools: Bash'), ...release('2.0.29') }).tools).toBe('all')
    expect(lost(['memory: everything'])).toEqual(['memory'])
    expect(lost(['memory: everything'], '2.0.50')).toEqual([])
    expect(lost(['permissionMode: manual'], '2.1.199')).toEqual(['permissionMode'])
    expect(lost(['permissionMode: manual'])).toEqual([])
  })

  it('is that of another host too', () => {
    const files = { '.github/agents/below/a.agent.md': agent() }
    const lint = (more: object) =>
      runBuilt(['.github/agents', '--host', 'copilot'], { cwd: folderWith({ ...files, ...more }) })
    expect(lint({}).stderr + lint({}).stdout).not.toContain('no agent files')
    expect(lint(config({ copilot: { version: '1.0.54' } })).stderr).toContain('no agent files')
  })

  it('is shown', () => {
    const cwd = folderWith({ [path]: agent(), ...release('2.1.100') })
    expect(runBuilt(['inspect'], { cwd }).stdout).toContain('claude-code 2.1.100')
    expect(runBuilt(['inspect', '--host', 'all'], { cwd }).stdout).toContain('claude-code 2.1.100')
    expect(JSON.parse(runBuilt(['--print-config'], { cwd }).stdout).hosts).toEqual({
      'claude-code': { value: { version: '2.1.100' }, from: 'agent-lint.config.json:3' },
    })
  })

  it.each([
    [{ 'claude-code': { version: 'newest' } }, '`newest` is not the number of a release', 'write it as `2.1.100`'],
    [{ 'claude-code': { version: 2.1 } }, '`hosts.claude-code.version` is a number', ''],
    [{ 'claude-code': {} }, '`hosts.claude-code`', ''],
    [{ 'claude-code': { versoin: '2.1.100' } }, 'has no key `versoin`', 'did you mean `version`?'],
    [{ 'claud-code': { version: '2.1.100' } }, 'there is no host `claud-code`', 'did you mean `claude-code`?'],
    [{ cursor: { version: '1.2' } }, 'nothing is known of other releases of `cursor`', 'claude-code'],
  ])('is checked: %j', (hosts, message, help) => {
    const { exitCode, stderr } = runBuilt([], { cwd: folderWith({ [path]: agent(), ...config(hosts) }) })
    expect(exitCode).toBe(2)
    expect(stderr).toContain(message)
    expect(stderr).toContain(help)
    expect(stderr).toContain('agent-lint.config.json:')
  })
})

describe('what the data knows of releases', () => {
  const changes = builtInHosts.flatMap((host) => (host.changes ?? []).map((change) => [host, change] as const))

  it.each(changes.map(([host, { since }]) => [host.id, since] as const))('%s %s changes something', (id, since) => {
    const host = builtInHosts.find((one) => one.id === id)
    if (host === undefined) throw new Error(`there is no host ${id}`)
    const without = { ...host, changes: host.changes?.filter((change) => change.since !== since) ?? [] }
    const { changes: _a, ...before } = hostAt(host, '0.0.1')
    const { changes: _b, ...other } = hostAt(without, '0.0.1')
    expect(before).not.toEqual(other)
  })
})
