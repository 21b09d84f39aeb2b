import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '../composition.ts'
import { corpusFolder, projectRoot, runBuilt } from './run-built.ts'

if (corpusFolder === undefined) console.log('skipped: tests on real files, because AGENT_LINT_CORPUS is not set')

interface Range {
  readonly start: { readonly offset: number }
  readonly end: { readonly offset: number }
}

interface Found {
  readonly rule: string
  readonly severity: string
  readonly path: string
  readonly range: Range
  readonly data: Readonly<Record<string, unknown>>
  readonly related: readonly { readonly path: string; readonly range: Range }[]
}

interface Summary {
  readonly errors: number
  readonly warnings: number
}

interface Verdict {
  readonly file: string
  readonly host: string
  readonly loads: boolean
  readonly name?: string | null
  readonly description?: string | null
  readonly model?: string | null
}

/** Of the data of a message, what is a text of the file at the finding's own place. */
const quotedAtPlace = ['tool', 'model', 'key'] as const

const fleetRules = new Set(
  rules
    .filter(({ meta }) => meta.category === 'ownership' || meta.category === 'escalation')
    .map(({ meta }) => meta.id),
)

describe.skipIf(corpusFolder === undefined)('real files', () => {
  const cwd = corpusFolder ?? projectRoot

  it('are all read, and every place lies in its file and holds what the message quotes', () => {
    const { stdout, stderr, exitCode } = runBuilt(['corpus', '--format', 'json'], { cwd })
    expect(stderr).toBe('')
    expect(exitCode).toBe(1)
    const { diagnostics }: { diagnostics: Found[] } = JSON.parse(stdout)
    for (const { rule, path, range, data, related } of diagnostics) {
      const text = readFileSync(join(cwd, path), 'utf8')
      expect(range.end.offset).toBeLessThanOrEqual(text.length)
      const quoted = text.slice(range.start.offset, range.end.offset)
      for (const key of quotedAtPlace) {
        const value = data[key]
        if (rule !== 'invalid-yaml' && typeof value === 'string') expect(quoted, `${rule} in ${path}`).toContain(value)
      }
      for (const other of related) {
        expect(other.range.end.offset).toBeLessThanOrEqual(readFileSync(join(cwd, other.path), 'utf8').length)
      }
    }
  })

  it('are loaded or not as the hosts themselves did, under the same name, description and model', () => {
    const lines = readFileSync(join(cwd, 'verdicts.jsonl'), 'utf8').trim().split('\n')
    const verdicts = lines.map((line): Verdict => JSON.parse(line))
    const hosts = [...new Set(verdicts.map(({ host }) => host))].join(',')
    const { stdout } = runBuilt(['inspect', '.', '--host', hosts, '--format', 'json'], {
      cwd: join(cwd, 'corpus'),
    })
    const agents: { path: string; hosts: Record<string, Omit<Verdict, 'file' | 'host'>> }[] = JSON.parse(stdout).agents
    const byPath = new Map(agents.map((agent) => [agent.path, agent.hosts]))
    for (const { file, host, loads, name, description, model } of verdicts) {
      const ours = byPath.get(file)?.[host]
      expect(ours?.loads, `${host} and ${file}`).toBe(loads)
      if (!loads || host !== 'claude-code') continue
      const own = { name: ours?.name ?? null, description: ours?.description ?? null, model: ours?.model ?? null }
      expect(own, file).toEqual({ name: name ?? null, description: description ?? null, model: model ?? null })
    }
    expect(verdicts.length).toBeGreaterThan(3_000)
  })

  it('of real fleets have few contradictions, each of them read', () => {
    const { stdout } = runBuilt(['corpus', '--format', 'json'], { cwd })
    const { diagnostics }: { diagnostics: Found[] } = JSON.parse(stdout)
    const counts = new Map<string, number>()
    for (const { rule, severity } of diagnostics) {
      if (fleetRules.has(rule)) counts.set(`${severity} ${rule}`, (counts.get(`${severity} ${rule}`) ?? 0) + 1)
    }
    expect(Object.fromEntries(counts)).toEqual({
      'info overlapping-ownership': 6,
      'warning overlapping-ownership': 1,
      'warning unknown-agent': 5,
    })
  })

  it.each(['wshobson__agents', 'VoltAgent__awesome-claude-code-subagents'])(
    'of a healthy collection, %s, have fewer than one warning in three files',
    (collection) => {
      const { stdout } = runBuilt([`corpus/${collection}`, '--format', 'json'], { cwd })
      const { fleets, summary }: { fleets: { agents: number }[]; summary: Summary } = JSON.parse(stdout)
      const agents = fleets.reduce((sum, fleet) => sum + fleet.agents, 0)
      expect(agents).toBeGreaterThan(100)
      expect(summary.errors).toBe(0)
      expect(summary.warnings).toBeLessThan(agents / 3)
    },
  )

  it('that the project started from are judged as their hosts judge them', () => {
    const { stdout, exitCode } = runBuilt(['seeds', '--format', 'json'], { cwd })
    const { diagnostics }: { diagnostics: Found[] } = JSON.parse(stdout)
    const loud = diagnostics.filter(({ severity }) => severity !== 'info')
    expect(loud.map(({ rule, severity, path }) => `${path} ${severity} ${rule}`)).toEqual([
      'seeds/000.md warning invalid-yaml',
      'seeds/001.md error no-usable-tool',
      'seeds/002.md warning missing-frontmatter',
    ])
    expect(exitCode).toBe(1)
  })
})

describe('files of our own in the shape of those', () => {
  it('are judged alike', () => {
    const { stdout } = runBuilt(['fixtures/seeds', '--format', 'compact'], { cwd: projectRoot })
    const rules = stdout.split('\n').map((line) => /^([^:]+):.*\[([\w-]+)\]$/.exec(line)?.slice(1))
    expect(rules.filter((found) => found !== undefined)).toEqual([
      ['fixtures/seeds/no-frontmatter.md', 'missing-frontmatter'],
      ['fixtures/seeds/no-tool.md', 'no-usable-tool'],
      ['fixtures/seeds/recovered.md', 'invalid-yaml'],
    ])
  })
})
