import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lint } from '../composition.ts'
import { emptyConfig } from '../config/config.ts'
import { createMemoryFileSystem } from '../io/memory-fs.ts'

const topics = ['refunds', 'schema changes', 'flaky tests']
const names = ['anna', 'bert', 'cora', 'dirk']
const patterns = ['src/**', 'src/api/', 'src/*/x.ts', 'docs/', '*.md', 'src/api/v1.ts']

const fleets = fc.array(
  fc.record({
    owns: fc.uniqueArray(fc.constantFrom(...patterns), { maxLength: 2 }),
    leaves: fc.uniqueArray(fc.constantFrom(...patterns), { maxLength: 1 }),
    hands: fc.array(fc.tuple(fc.constantFrom(...topics), fc.constantFrom(...names)), { maxLength: 2 }),
  }),
  { minLength: 2, maxLength: 4 },
)

type Agents = typeof fleets extends fc.Arbitrary<infer T> ? T : never

const files = (agents: Agents): [string, string][] =>
  agents.map(({ owns, leaves, hands }, i) => {
    const body = [
      '## What you own',
      ...owns.map((pattern) => `- \`${pattern}\``),
      '## Out of scope',
      ...leaves.map((pattern) => `- \`${pattern}\``),
      '## Escalation',
      ...hands.map(([topic, to]) => `- ${topic} → ${to}`),
    ].join('\n\n')
    return [
      `.claude/agents/${names[i]}.md`,
      `---\nname: ${names[i]}\ndescription: Works on the part of ${names[i]}.\n---\n\n${body}\n`,
    ]
  })

async function findings(entries: readonly (readonly [string, string])[], paths: readonly string[] = []) {
  const fs = createMemoryFileSystem(Object.fromEntries(entries))
  const { report } = await lint(fs, { paths, config: emptyConfig, configFolder: fs.cwd })
  return report.diagnostics
}

const fleetRules = new Set(['overlapping-ownership', 'contradictory-ownership', 'escalation-cycle', 'unknown-agent'])

describe('findings about a fleet', () => {
  it('do not depend on the order of the files', async () => {
    await fc.assert(
      fc.asyncProperty(fleets, async (agents) => {
        const entries = files(agents)
        expect(await findings(entries.toReversed())).toEqual(await findings(entries))
      }),
      { numRuns: 60 },
    )
  })

  it('are the same the second time', async () => {
    await fc.assert(
      fc.asyncProperty(fleets, async (agents) => {
        expect(await findings(files(agents))).toEqual(await findings(files(agents)))
      }),
      { numRuns: 30 },
    )
  })

  it('stay as they are beside an agent that has nothing to do with them', async () => {
    await fc.assert(
      fc.asyncProperty(fleets, async (agents) => {
        const stranger = [
          '.claude/agents/zoe.md',
          '---\nname: zoe\ndescription: Waters the plants.\n---\n\nWater.\n',
        ] as const
        const more = await findings([...files(agents), stranger])
        expect(more.filter(({ rule }) => fleetRules.has(rule))).toEqual(
          (await findings(files(agents))).filter(({ rule }) => fleetRules.has(rule)),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('about one file are those of all that touch it', async () => {
    await fc.assert(
      fc.asyncProperty(fleets, async (agents) => {
        const entries = files(agents)
        const [path = ''] = entries[0] ?? []
        const all = await findings(entries)
        const touching = all.filter((one) => one.path === path || one.related.some((related) => related.path === path))
        expect(await findings(entries, [path])).toEqual(touching)
      }),
      { numRuns: 60 },
    )
  })
})
