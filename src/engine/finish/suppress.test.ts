import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lint, rules } from '../../composition.ts'
import { emptyConfig } from '../../config/config.ts'
import { createMemoryFileSystem } from '../../io/memory-fs.ts'
import { agentFile } from '../../testing/run-built.ts'

const names = ['anna', 'bert', 'cora']
const tools = ['Read', 'Edit', 'MultiEdit', 'grep', 'house-search']
const patterns = ['src/**', 'src/api/', 'docs/']

const fleets = fc.array(
  fc.record({
    tools: fc.uniqueArray(fc.constantFrom(...tools), { minLength: 1, maxLength: 3 }),
    model: fc.constantFrom('sonnet', 'gpt-4o'),
    color: fc.constantFrom('red', 'teal'),
    owns: fc.uniqueArray(fc.constantFrom(...patterns), { maxLength: 2 }),
    hands: fc.array(fc.constantFrom(...names, 'zoe'), { maxLength: 2 }),
  }),
  { minLength: 2, maxLength: 3 },
)

type Agents = typeof fleets extends fc.Arbitrary<infer T> ? T : never

/** Lines of the frontmatter and of the body, so that a comment can go between any two of them. */
const linesOf = ({ tools, model, color, owns, hands }: Agents[number], i: number) => ({
  head: [
    `name: ${names[i]}`,
    'description: Works on its part.',
    'tools:',
    ...tools.map((tool) => `  - ${tool}`),
  ].concat(`model: ${model}`, `color: ${color}`),
  body: [
    '## What you own',
    ...owns.map((path) => `- \`${path}\``),
    '## Escalation',
    ...hands.map((to) => `- bugs → ${to}`),
  ],
})

const fileOf = (head: readonly string[], body: readonly string[]): string =>
  `---\n${head.join('\n')}\n---\n\n${body.join('\n\n')}\n`

interface Seen {
  readonly key: string
  readonly rule: string
  readonly paths: readonly string[]
}

const own = new Set(rules.filter(({ kind }) => kind === 'linting').map(({ meta }) => meta.id))

async function findings(files: Readonly<Record<string, string>>, inline = true) {
  const fs = createMemoryFileSystem(files)
  const { report } = await lint(fs, { paths: [], config: emptyConfig, configFolder: fs.cwd, inline })
  const seen = ({ rule, path, message, related }: (typeof report.diagnostics)[number]): Seen => ({
    key: `${rule} ${path} ${message}`,
    rule,
    paths: [path, ...related.map((place) => place.path)],
  })
  return {
    shown: report.diagnostics.filter(({ rule }) => !own.has(rule)).map(seen),
    about: report.diagnostics.filter(({ rule }) => own.has(rule)),
    silenced: report.suppressed.map(seen),
  }
}

const keys = (seen: readonly Seen[]): string[] => seen.map(({ key }) => key).toSorted()

const pathOf = (i: number): string => `.claude/agents/${names[i]}.md`

const filesOf = (agents: Agents): Record<string, string> =>
  Object.fromEntries(agents.map(linesOf).map(({ head, body }, i) => [pathOf(i), fileOf(head, body)]))

const numRuns = Number(process.env.AGENT_LINT_RUNS ?? 1_000)

describe('a comment that silences a rule', () => {
  it('takes away its findings in that file, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fleets, fc.nat(), fc.nat(), fc.boolean(), async (agents, which, what, isYaml) => {
        const before = (await findings(filesOf(agents))).shown
        const i = which % agents.length
        const rule = before.length === 0 ? 'unknown-tool' : (before[what % before.length]?.rule ?? '')
        const { head, body } = linesOf(agents[i] ?? agents[0] ?? fail(), i)
        const text = isYaml
          ? fileOf([...head, `# agent-lint-disable ${rule}`], body)
          : fileOf(head, [...body, `<!-- agent-lint-disable ${rule} -->`])
        const after = await findings({ ...filesOf(agents), [pathOf(i)]: text })
        const isSilenced = (seen: Seen): boolean => seen.rule === rule && seen.paths.includes(pathOf(i))
        expect(keys(after.shown)).toEqual(keys(before.filter((seen) => !isSilenced(seen))))
        expect(keys(after.silenced)).toEqual(keys(before.filter(isSilenced)))
        expect(after.about.length).toBe(before.some(isSilenced) ? 0 : 1)
      }),
      { numRuns },
    )
  }, 120_000)

  it('on the next key takes away what is found in it', async () => {
    await fc.assert(
      fc.asyncProperty(fleets, fc.nat(), fc.nat(), async (agents, what, where) => {
        const [first] = agents.map(linesOf)
        const { head, body } = first ?? fail()
        const before = (await findings(filesOf(agents))).shown
        const rule = before[what % Math.max(1, before.length)]?.rule ?? 'unknown-model'
        const line = where % head.length
        const silencing = head.toSpliced(
          line,
          0,
          `${/^ */.exec(head[line] ?? '')?.[0]}# agent-lint-disable-next-line ${rule}`,
        )
        const files = { ...filesOf(agents), [pathOf(0)]: fileOf(silencing, body) }
        const after = await findings(files)
        expect(keys([...after.shown, ...after.silenced])).toEqual(keys(before))
        expect(after.silenced.every((seen) => seen.rule === rule && seen.paths.includes(pathOf(0)))).toBe(true)
        expect(after.about.length).toBe(after.silenced.length > 0 ? 0 : 1)
        expect(keys((await findings(files, false)).shown)).toEqual(keys(before))
      }),
      { numRuns: numRuns / 2 },
    )
  }, 120_000)
})

function fail(): never {
  throw new Error('there is no agent')
}

describe('what cannot be silenced', () => {
  it('is what says that a file was not looked at', async () => {
    const text = agentFile(
      'name: a',
      'description: Works on its part.',
      '# agent-lint-disable unreadable-file, undecodable-file',
    )
    const broken = Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0x0a])])
    const fs = createMemoryFileSystem({ '.claude/agents/a.md': broken, '.claude/agents/b.md': { failure: 'EACCES' } })
    const { report } = await lint(fs, { paths: [], config: emptyConfig, configFolder: fs.cwd })
    const found = report.diagnostics.map(({ rule, messageId }) => `${rule} ${messageId}`)
    expect(found).toContain('unknown-suppression fixed')
    expect(found.some((one) => one.startsWith('undecodable-file'))).toBe(true)
    expect(found.some((one) => one.startsWith('unreadable-file'))).toBe(true)
    expect(report.suppressed).toEqual([])
  })
})

describe('a rule that is off', () => {
  it('is not held against a comment', async () => {
    const text = agentFile('name: a', '# agent-lint-disable unknown-tool', 'description: Looks after the endpoints.')
    const fs = createMemoryFileSystem({ '.claude/agents/a.md': text })
    const config = { ...emptyConfig, rules: new Map([['unknown-tool', 'off'] as const]) }
    const { report } = await lint(fs, { paths: [], config, configFolder: fs.cwd })
    expect(report.diagnostics).toEqual([])
  })
})
