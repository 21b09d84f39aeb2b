import { describe, expect, it } from 'vitest'
import { folderWith, runBuilt } from '../testing/run-built.ts'

const agent = (name: string, body: string): string =>
  `---\nname: ${JSON.stringify(name)}\ndescription: ${JSON.stringify(`Works on the part of ${name}.`)}\n---\n\n${body}\n`

const fleet = {
  '.claude/agents/api.md': agent(
    'api',
    '## What you own\n\n- `src/api/**`\n\n## You do not own\n\n- `src/api/gen/` → codegen',
  ),
  '.claude/agents/codegen.md': agent(
    'codegen',
    '## What you own\n\n- `src/api/gen/`\n\n## Escalation\n\n- Broken routes → api\n- Typos → `nobody` agent',
  ),
}

describe('agent-lint owners', () => {
  const cwd = folderWith(fleet)

  it('says who owns a file, by which line, and who leaves it', () => {
    const { stdout, exitCode } = runBuilt(['owners', 'src/api/a.ts', 'src/api/gen/b.ts', 'README.md'], { cwd })
    expect(stdout).toBe(
      [
        'src/api/a.ts: one owner (.claude/agents)',
        '  stance  agent  claim       at',
        '  owns    api    src/api/**  .claude/agents/api.md:8',
        '',
        'src/api/gen/b.ts: one owner (.claude/agents)',
        '  stance    agent    claim         at',
        '  owns      codegen  src/api/gen/  .claude/agents/codegen.md:8',
        '  excludes  api      src/api/gen/  .claude/agents/api.md:12',
        '  owns      api      src/api/**    .claude/agents/api.md:8',
        '',
        'README.md: nobody owns it (.claude/agents)',
        '',
      ].join('\n'),
    )
    expect(exitCode).toBe(0)
  })

  it('says the same for programs', () => {
    const { paths } = JSON.parse(runBuilt(['owners', 'src/api/a.ts', '--format', 'json'], { cwd }).stdout)
    expect(paths).toMatchObject([
      { path: 'src/api/a.ts', owner: 'one', stands: [{ agent: 'api', stance: 'owns', line: 8 }] },
    ])
  })

  it('takes a folder for what is in it', () => {
    const folders = folderWith({ ...fleet, 'src/api/gen/b.ts': '' })
    const { stdout } = runBuilt(['owners', 'src/api', 'src/api/gen/', 'docs/', '.'], { cwd: folders })
    expect(stdout.split('\n').filter((line) => line.includes('own'))).toEqual([
      'src/api: one owner (.claude/agents)',
      '  owns    api    src/api/**  .claude/agents/api.md:8',
      'src/api/gen/: one owner (.claude/agents)',
      '  owns      codegen  src/api/gen/  .claude/agents/codegen.md:8',
      '  owns      api      src/api/**    .claude/agents/api.md:8',
      'docs/: nobody owns it (.claude/agents)',
      '.: nobody owns it (.claude/agents)',
    ])
  })

  it('says what lies outside', () => {
    const { stderr, exitCode } = runBuilt(['owners', '../elsewhere.ts'], { cwd })
    expect(stderr).toContain('../elsewhere.ts lies outside of every project with agents')
    expect(exitCode).toBe(2)
  })
})

describe('agent-lint graph', () => {
  it('draws agents, what they own and who hands what to whom', () => {
    const { stdout, exitCode } = runBuilt(['graph'], { cwd: folderWith(fleet) })
    expect(stdout).toBe(
      [
        'flowchart LR',
        '  n0["api<br/>src/api/**"]',
        '  n1["codegen<br/>src/api/gen/"]',
        '  n2["nobody"]:::unknown',
        '  n0 --> n1',
        '  n1 -->|"Broken routes"| n0',
        '  n1 -->|"Typos"| n2',
        '  classDef unknown stroke-dasharray: 4 3',
        '',
      ].join('\n'),
    )
    expect(exitCode).toBe(0)
  })

  it.each(['mermaid', 'dot', 'json'])('lets no name break out of %s', (format) => {
    const evil = 'x"]; click n0 "javascript:alert(1)" %% \\ --> <img src=x> `$(id)` \u202e\u001b[31m'
    const cwd = folderWith({
      '.claude/agents/evil.md': agent(evil, '## Escalation\n\n- "]-->|x|n9 → other'),
      '.claude/agents/other.md': agent('other', 'Works.'),
    })
    const { stdout } = runBuilt(['graph', '--format', format], { cwd })
    if (format === 'json') expect(JSON.parse(stdout).fleets[0].agents[0].name).toBe(evil)
    else expect(stdout).not.toMatch(/[\u202e\u001b]/)
    if (format === 'mermaid') {
      expect(stdout).not.toContain('javascript:')
      for (const line of stdout.split('\n').slice(1, -1))
        expect(line).toMatch(/^ {2}n\d+(?:\["[^"<>]*"\]| -->(?:\|"[^"<>|]*"\|)? n\d+)$/)
    }
    if (format === 'dot') {
      for (const line of stdout.split('\n').slice(3, -2))
        expect(line).toMatch(/^ {2}n\d+(?: -> n\d+)? \[label="(?:[^"\\]|\\.)*"\]$/)
    }
  })

  it('draws only what is in trouble where there is too much', () => {
    const many = Array.from({ length: 120 }, (_, i) => {
      const lines = [1, 2, 3, 4, 5].map((step) => `- Topic number ${step} → agent-number-${(i + step) % 120}`)
      return [`.claude/agents/a${i}.md`, agent(`agent-number-${i}`, `## Escalation\n\n${lines.join('\n')}`)] as const
    })
    const { stdout } = runBuilt(['graph'], { cwd: folderWith(Object.fromEntries(many)) })
    expect(stdout).toContain('120 agents and 600 edges are too much for one drawing')
    expect(stdout.split('\n').filter((line) => line.includes('-->')).length).toBeLessThanOrEqual(500)
  })

  it('draws no more than Mermaid takes, however long the names are', () => {
    const long = (i: number): string => `agent-${'y'.repeat(50)}-${i}`
    const many = Array.from({ length: 400 }, (_, i) => {
      const body = `## What you own\n\n- \`src/${'z'.repeat(60)}/\`\n- \`src/${'x'.repeat(60)}${i}/\``
      return [
        `.claude/agents/a${i}.md`,
        agent(long(i), `${body}\n\n## Escalation\n\n- Topic ${i} → ${long(i + 1)}`),
      ] as const
    })
    const { stdout } = runBuilt(['graph'], { cwd: folderWith(Object.fromEntries(many)) })
    expect(stdout).toContain('are too much for one drawing: only what is in trouble is drawn')
    expect(stdout.length).toBeLessThanOrEqual(50_000)
  })
})

describe('what the configuration declares of agents', () => {
  const files = {
    '.claude/agents/one.md': agent('one', 'Works.'),
    '.claude/agents/two.md': agent('two', '## What you own\n\n- `src/a/`'),
  }

  it('counts as if it stood in the file', () => {
    const config = { agents: { one: { scope: ['src/'], escalation: { bugs: 'three' } }, external: ['four'] } }
    const cwd = folderWith({ ...files, 'agent-lint.config.json': JSON.stringify(config) })
    const { stdout } = runBuilt(['--format', 'compact'], { cwd })
    expect(stdout).toContain('`one` and `two` both own `src/a/`')
    expect(stdout).toContain('`one` hands work to `three`')
  })

  it('may name agents that live elsewhere', () => {
    const config = { agents: { one: { escalation: { bugs: 'four' } }, external: ['four'] } }
    const cwd = folderWith({ ...files, 'agent-lint.config.json': JSON.stringify(config) })
    expect(runBuilt([], { cwd }).stdout).toBe('2 agents, no problems (claude-code)\n')
  })
})
