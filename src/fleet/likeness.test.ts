import { describe, expect, it } from 'vitest'
import { likePairs } from './likeness.ts'

const topics = (...texts: string[]) => texts.map((text) => new Set(text.split(' ').filter(Boolean)))

describe('pairs of topics that are alike', () => {
  it('share the part of their words that is asked for', () => {
    const found = likePairs(topics('a b c d', 'a b c e', 'a b x y', ''), 0.6)
    expect(found).toEqual([{ first: 0, second: 1, likeness: 0.6 }])
  })

  it('are those that comparing each with each finds', () => {
    const words = 'abcdefghij'
    const texts = Array.from({ length: 120 }, (_, i) =>
      [...words].filter((_, bit) => (Math.imul(i + 1, 2_654_435_761) >>> (bit * 3)) & 1).join(' '),
    )
    const sets = topics(...texts)
    const all: string[] = []
    for (const [second, b] of sets.entries())
      for (const [first, a] of sets.slice(0, second).entries()) {
        const shared = [...a].filter((word) => b.has(word)).length
        if (shared > 0 && shared / (a.size + b.size - shared) >= 0.6) all.push(`${first} ${second}`)
      }
    expect(all.length).toBeGreaterThan(20)
    expect(
      likePairs(sets, 0.6)
        .map(({ first, second }) => `${first} ${second}`)
        .toSorted(),
    ).toEqual(all.toSorted())
  })

  it('are soon found among many that share common words', () => {
    const texts = Array.from({ length: 20_000 }, (_, i) => `works on the part of number${i}`)
    const start = performance.now()
    expect(likePairs(topics(...texts), 0.9)).toEqual([])
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})
