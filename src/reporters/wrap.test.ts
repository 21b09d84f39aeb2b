import { describe, expect, it } from 'vitest'
import { wrapText } from './wrap.ts'

describe('wrapped text', () => {
  it('is broken at blanks', () => {
    expect(wrapText('one two three', 7, 5)).toEqual(['one two', 'three'])
  })

  it('keeps a path whole, though it is longer than a line', () => {
    const path = 'docs/planning/runbooks/testing.md'
    expect(wrapText(`the file ${path} is gone`, 20, 20)).toEqual(['the file', path, 'is gone'])
  })

  it('tears what nobody would copy', () => {
    const lines = wrapText('x'.repeat(1000), 80, 80)
    expect(lines).toHaveLength(13)
    expect(Math.max(...lines.map(({ length }) => length))).toBe(80)
  })
})
