import { describe, expect, it } from 'vitest'
import { span } from '../core/span.ts'
import { textSpans } from './blocks.ts'
import { complexityLimits, exceededLimit, measureBody } from './body-complexity.ts'
import { scanBlocks } from './scan-blocks.ts'
import { scanInline } from './scan-inline.ts'

const measure = (text: string) => measureBody(text, span(0, text.length))

describe('measureBody', () => {
  it.each([
    ['', { size: 0, run: 0, nesting: 0, brackets: 0, delimiters: 0 }],
    ['plain words', { size: 11, run: 0, nesting: 0, brackets: 0, delimiters: 0 }],
    ['a ***b*** `c`', { size: 13, run: 3, nesting: 0, brackets: 0, delimiters: 4 }],
    ['> - 1. a', { size: 8, run: 0, nesting: 3, brackets: 0, delimiters: 0 }],
    ['[[a] [b', { size: 7, run: 2, nesting: 0, brackets: 2, delimiters: 2 }],
    ['[a\n\n[b', { size: 6, run: 1, nesting: 0, brackets: 1, delimiters: 1 }],
    ['      - a', { size: 9, run: 0, nesting: 4, brackets: 0, delimiters: 0 }],
    ['                code', { size: 20, run: 0, nesting: 0, brackets: 0, delimiters: 0 }],
  ])('%j', (text, complexity) => expect(measure(text)).toEqual(complexity))

  it('reads the given part only', () => {
    expect(measureBody('*** a ****', span(3, 6))).toEqual({ size: 3, run: 0, nesting: 0, brackets: 0, delimiters: 0 })
  })
})

describe('exceededLimit', () => {
  it.each([
    ['*'.repeat(251), { measure: 'run', value: 251, limit: 250 }],
    [`${'- '.repeat(51)}a`, { measure: 'nesting', value: 51, limit: 50 }],
    ['[a '.repeat(51), { measure: 'brackets', value: 51, limit: 50 }],
    ['*a '.repeat(2_001), { measure: 'delimiters', value: 2_001, limit: 2_000 }],
    ['a'.repeat(262_145), { measure: 'size', value: 262_145, limit: 262_144 }],
  ])('%#', (text, exceeded) => expect(exceededLimit(measure(text))).toEqual(exceeded))

  it('is silent at the limit', () => {
    expect(exceededLimit(complexityLimits)).toBeUndefined()
    expect(exceededLimit(measure('*'.repeat(250)))).toBeUndefined()
  })
})

/** Texts of about `size` units that make some Markdown parser slow. */
const hostile: Readonly<Record<string, (size: number) => string>> = {
  stars: (size) => '*'.repeat(size),
  'marks of emphasis': (size) => '*a _b '.repeat(size / 6),
  'list marks on one line': (size) => '- '.repeat(size / 2),
  'quote marks on one line': (size) => '>'.repeat(size),
  'quotes, then empty lines': (size) => `${'> '.repeat(size / 4)}\n${'\n'.repeat(size / 2)}`,
  'lists, then empty lines': (size) => `${'- '.repeat(40)}a\n${'\n'.repeat(size)}`,
  'nested lists': (size) => {
    const depth = Math.floor(Math.sqrt(size))
    return Array.from({ length: depth }, (_, i) => `${' '.repeat(2 * i)}- a\n`).join('')
  },
  'half-open links': (size) => '[a]('.repeat(size / 4),
  'open brackets': (size) => '['.repeat(size),
  'images and links': (size) => '!['.repeat(size / 4) + '[a](b)'.repeat(size / 12),
  'links with open titles': (size) => '[a](b "'.repeat(size / 7),
  'links with open destinations': (size) => '[a](<b'.repeat(size / 6),
  'backtick runs of growing length': (size) => {
    const count = Math.floor(Math.sqrt(2 * size))
    return Array.from({ length: count }, (_, i) => `${'`'.repeat(i + 1)}a`).join('')
  },
  'open tags': (size) => '<a b="'.repeat(size / 6),
  'open tags without end': (size) => '<a '.repeat(size / 3),
  'open comments': (size) => 'x <!-- '.repeat(size / 7),
  'open instructions': (size) => 'x <?'.repeat(size / 4),
  'blocks of open comments': (size) => '<!--\n'.repeat(size / 5),
  'half of a definition': (size) => `[${'a\\'.repeat(size / 2)}`,
  pipes: (size) => `${'|'.repeat(size / 2)}\n${'|-'.repeat(size / 4)}`,
  'delimiter rows': (size) => '|-|-|\n'.repeat(size / 6),
  'one long line': (size) => 'word '.repeat(size / 5),
  tabs: (size) => `-${'\t'.repeat(size)}a`,
  'carriage returns': (size) => 'a\r'.repeat(size / 2),
}

function readAll(text: string): number {
  const at = span(0, text.length)
  measureBody(text, at)
  return scanBlocks(text, at)
    .flatMap(textSpans)
    .reduce((sum, part) => sum + scanInline(text, part).length, 0)
}

/** The least of some runs, in milliseconds: other programs only ever make a run slower. */
function leastTime(text: string): number {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now()
    readAll(text)
    return performance.now() - start
  })
  return Math.min(...times)
}

describe('hostile texts', () => {
  it.each(Object.entries(hostile))('%s: eight times the text, about eight times the time', (_, make) => {
    readAll(make(16_000))
    const small = leastTime(make(16_000))
    const large = leastTime(make(128_000))
    // Quadratic would be 64, and a machine that is shared makes the longer run longer. What takes no time cannot be compared.
    expect(large / Math.max(small, 0.3)).toBeLessThan(48)
  })

  it.each([
    ['100 kB of stars', '*'.repeat(100_000), 'run'],
    ['20 kB of list marks', '- '.repeat(10_000), 'nesting'],
    ['20,000 half-open links', '[a]('.repeat(20_000), 'delimiters'],
    ['50,000 quote marks', '>'.repeat(50_000), 'nesting'],
    ['1 MB on one line', 'word '.repeat(200_000), 'size'],
  ])('%s: refused for remark', (_, text, limit) => expect(exceededLimit(measure(text))?.measure).toBe(limit))
})
