import { describe, expect, it } from 'vitest'
import { estimateTokens, roundTokens } from './tokens.ts'

describe('an estimate of tokens', () => {
  // The counts beside the texts are of `@anthropic-ai/tokenizer` 0.0.4.
  it.each([
    ['', 0],
    ['Writes the release notes from the merged pull requests.', 10],
    ['Use PROACTIVELY for TypeScript, e.g. `tsconfig.json`, generics & decorators.', 23],
    ['<example>\nuser: "Is it 2026-11-21?"\nassistant: "Yes."\n</example>', 26],
  ])('of %j is near %i', (text, counted) => {
    expect(Math.abs(estimateTokens(text) - counted)).toBeLessThanOrEqual(Math.ceil(counted * 0.25))
  })

  it('counts camelCase as the words it is made of', () => {
    expect(estimateTokens('readSimpleFrontmatter')).toBe(estimateTokens('read Simple Frontmatter'))
  })

  it('looks at every character once', () => {
    const start = performance.now()
    estimateTokens('aB1 \n'.repeat(400_000))
    expect(performance.now() - start).toBeLessThan(1_000)
  })
})

describe('a number of tokens in a message', () => {
  it.each([
    [7, '7'],
    [99, '99'],
    [104, '100'],
    [19_843, '20,000'],
  ])('%i is %s', (tokens, shown) => {
    expect(roundTokens(tokens)).toBe(shown)
  })
})
