import { describe, expect, it } from 'vitest'
import type { AgentFacts, Claim, Stance } from '../facts/agent-facts.ts'
import { patternClaims } from './claims.ts'
import { findOverlaps, type Overlap } from './overlaps.ts'
import { indexNames } from './resolve-agent.ts'

const claim = (stance: Stance, pattern: string): Claim => ({
  pattern,
  stance,
  exclusive: false,
  qualifier: undefined,
  owner: undefined,
  topic: '',
  origin: 'section',
  confidence: 'high',
  span: { start: 0, end: 0 },
})

const agent = (name: string, claims: readonly Claim[]): AgentFacts =>
  ({
    path: `${name}.md`,
    name: { value: name, span: { start: 0, end: 0 } },
    aliases: [],
    claims,
    handoffs: [],
  }) as unknown as AgentFacts

function overlapsOf(agents: readonly AgentFacts[]) {
  const names = indexNames(agents, { isElsewhere: () => false, isExit: () => false, former: () => [] })
  return findOverlaps(patternClaims(agents, names))
}

const inWords = ({ a, b, relation, witness }: Overlap): string =>
  `${a.agent.name.value} ${a.claim.pattern} ${relation} ${b.agent.name.value} ${b.claim.pattern}: ${witness}`

describe('overlaps', () => {
  it.each([
    ['src/', 'src/**', ['a src/ equal b src/**: src/x']],
    ['src/**', 'src/api/', ['a src/** inside b src/api/: src/api/x']],
    ['src/api/', 'src/**', ['b src/** inside a src/api/: src/api/x']],
    ['src/*/x.ts', 'src/a/**', ['a src/*/x.ts crossing b src/a/**: src/a/x.ts']],
    ['*.ts', 'src/**', ['a *.ts by-name b src/**: src/x.ts']],
    ['*.ts', '**/*.ts', ['a *.ts equal b **/*.ts: x.ts']],
    ['*.ts', '/*.ts', ['a *.ts by-name b /*.ts: x.ts']],
    ['{a/,b}', 'a/,b', ['a {a/,b} inside b a/,b: a/,b']],
    ['**/package.json', 'package.json', ['a **/package.json by-name b package.json: package.json']],
    ['src/a/', 'src/b/', []],
    ['src/a', 'src/ab', []],
  ])('of %s and %s', (one, other, expected) => {
    const { overlaps } = overlapsOf([agent('a', [claim('owns', one)]), agent('b', [claim('owns', other)])])
    expect(overlaps.map(inWords)).toEqual(expected)
  })

  it('of a pattern are not lost behind another that looks like it', () => {
    const agents = [['/*.ts'], ['*.ts'], ['src/**']].map((owned, i) =>
      agent(
        `${i}`,
        owned.map((pattern) => claim('owns', pattern)),
      ),
    )
    expect(overlapsOf(agents).overlaps.map(inWords).sort()).toEqual([
      '1 *.ts by-name 0 /*.ts: x.ts',
      '1 *.ts by-name 2 src/**: src/x.ts',
    ])
  })

  it('of a path that may be a file do not depend on others that claim it as a folder', () => {
    const agents = ['src/*', 'src/a', 'src/a/**'].map((pattern, i) => agent(`${i}`, [claim('owns', pattern)]))
    for (const order of [agents, agents.toReversed()]) {
      expect(overlapsOf(order).overlaps.map(inWords)).toContain('0 src/* crossing 1 src/a: src/a')
    }
    const renamed = ['src/*', 'src/a/**', 'src/a'].map((pattern, i) => agent(`${i}`, [claim('owns', pattern)]))
    expect(overlapsOf(renamed).overlaps.map(inWords)).toContain('0 src/* crossing 2 src/a: src/a')
  })

  it('are less what either side excludes or reads', () => {
    const outer = (less: readonly Claim[]) => agent('a', [claim('owns', 'src/**'), ...less])
    const inner = agent('b', [claim('owns', 'src/api/')])
    expect(overlapsOf([outer([claim('excludes', 'src/api/**')]), inner]).overlaps).toEqual([])
    expect(overlapsOf([outer([claim('reads', 'src/api')]), inner]).overlaps).toEqual([])
    expect(overlapsOf([outer([claim('excludes', 'src/api/v1/')]), inner]).overlaps.length).toBe(1)
  })

  it('of one agent with itself are none, and reading is none', () => {
    expect(overlapsOf([agent('a', [claim('owns', 'src/'), claim('owns', 'src/**')])]).overlaps).toEqual([])
    expect(overlapsOf([agent('a', [claim('owns', 'src/')]), agent('b', [claim('reads', 'src/')])]).overlaps).toEqual([])
  })

  it('are not undone by what lies around the path', () => {
    const less = (stance: Stance, pattern: string) =>
      overlapsOf([
        agent('a', [claim('owns', 'src/api/'), claim(stance, pattern)]),
        agent('b', [claim('owns', 'src/api/')]),
      ]).overlaps.length
    expect(less('reads', 'src/')).toBe(1)
    expect(less('reads', 'src/api/')).toBe(1)
    expect(less('excludes', 'src/')).toBe(1)
    expect(less('excludes', '**')).toBe(1)
    expect(less('excludes', 'src/api/')).toBe(0)
  })

  it('of files with names of their own are none', () => {
    const agents = Array.from({ length: 250 }, (_, i) => agent(`a${i}`, [claim('owns', `**/name${i}.ts`)]))
    expect(overlapsOf(agents).overlaps).toEqual([])
    expect(overlapsOf([agent('a', [claim('owns', 'package.json')]), agent('b', [claim('owns', '*.md')])])).toEqual({
      overlaps: [],
      undecided: [],
      cutAt: undefined,
    })
  })

  it('that take too long to find are said to be undecided', () => {
    const agents = [...'abcdefgh'].map((letter) => agent(letter, [claim('owns', `**/${letter}/`.repeat(180))]))
    const start = performance.now()
    const { overlaps, undecided } = overlapsOf(agents)
    expect(overlaps).toEqual([])
    expect(undecided.length).toBeGreaterThan(0)
    expect(performance.now() - start).toBeLessThan(20_000)
  })

  it('of many agents on one pattern are one, which names them all', () => {
    const agents = Array.from({ length: 1000 }, (_, i) => agent(`agent-${i}`, [claim('owns', 'src/**')]))
    const { overlaps } = overlapsOf([...agents, agent('inner', [claim('owns', 'src/api/')])])
    expect(overlaps.map(({ relation, more, others }) => `${relation} ${more} ${others.length}`)).toEqual([
      'equal 998 8',
      'inside 999 8',
    ])
  })

  it('of names at any depth with many folders are soon found', () => {
    const folders = Array.from({ length: 1000 }, (_, i) => agent(`f${i}`, [claim('owns', `area-${i}/`)]))
    const byName = Array.from({ length: 10 }, (_, i) => agent(`n${i}`, [claim('owns', `*.kind${i}`)]))
    const start = performance.now()
    const { overlaps, cutAt } = overlapsOf([...folders, ...byName])
    expect(overlaps.length).toBeGreaterThan(4999)
    expect(cutAt).toBeDefined()
    expect(performance.now() - start).toBeLessThan(5000)
  })

  it('of a thousand agents that claim the same are few, and soon found', () => {
    const agents = Array.from({ length: 1000 }, (_, i) =>
      agent(`agent-${i}`, [claim('owns', 'src/**'), claim('owns', `src/part-${i}/`)]),
    )
    const start = performance.now()
    const { overlaps } = overlapsOf(agents)
    expect(overlaps.length).toBeLessThan(10_000)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
