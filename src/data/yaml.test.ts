import { describe, expect, it } from 'vitest'
import { slice, span } from '../core/span.ts'
import { toPlain, type Value } from '../core/value.ts'
import { loadYaml } from './yaml.ts'
import { deepestYaml } from './yaml-depth.ts'

const yaml = await loadYaml()

const read = (text: string) => yaml.read(text, span(0, text.length))
const codes = (text: string): string[] => read(text).problems.map(({ code }) => code)
const plain = (text: string): unknown => {
  const { root } = read(text)
  return root === undefined ? undefined : toPlain(root)
}

function countValues(value: Value): number {
  if (value.kind === 'scalar') return 1
  const below = value.kind === 'list' ? value.items : value.entries.map((entry) => entry.value)
  return below.reduce((sum, item) => sum + countValues(item), 1)
}

describe('values', () => {
  it('are those of YAML 1.2', () => {
    expect(plain('a: yes\nb: true\nc: ~\nd: 0x1F\ne: 2026-01-02\nf: 1e3\ng: "1"\nh: 0o17\ni: .inf\n')).toEqual({
      a: 'yes',
      b: true,
      c: null,
      d: 31,
      e: '2026-01-02',
      f: 1000,
      g: '1',
      h: 15,
      i: Number.POSITIVE_INFINITY,
    })
  })

  it('have places in the whole text, however little of it is read', () => {
    const text = '---\nname: one\ntools: [Read, "Grep"]\nnone:\nblock: |\n  a\n  b\n\n---\nbody: [\n'
    const { root, problems } = yaml.read(text, span(4, text.indexOf('---', 4)))
    if (root?.kind !== 'map') throw new Error('this is a mapping')
    expect(problems).toEqual([])
    expect(root.entries.map(({ keySpan, value }) => [slice(text, keySpan), slice(text, value.span)])).toEqual([
      ['name', 'one'],
      ['tools', '[Read, "Grep"]'],
      ['none', ''],
      ['block', '|\n  a\n  b'],
    ])
    const none = root.entries[2]?.value.span
    expect(none).toEqual(span(text.indexOf('none:') + 5, text.indexOf('none:') + 5))
  })

  it('keep a no-break space at their end, in place and value', () => {
    const { root } = read('a: b\u00a0\n')
    expect(root).toMatchObject({ entries: [{ value: { value: 'b\u00a0', span: { start: 3, end: 5 } } }] })
  })

  it('are there beside problems', () => {
    expect(codes('a: b\nc: d: e\n')).toEqual(['BLOCK_AS_IMPLICIT_KEY'])
    expect(plain('a: b\nc: d: e\n')).toMatchObject({ a: 'b' })
  })

  it('of a key that stands twice are both there, with the places of both', () => {
    const { duplicates, root } = read('a: 1\nb: 2\na: 3\n')
    expect(duplicates).toEqual([{ key: 'a', first: span(0, 1), second: span(10, 11) }])
    expect(root?.kind === 'map' && root.entries.length).toBe(3)
  })

  it('are none for an empty text', () => {
    expect(read('')).toEqual({ root: undefined, problems: [], duplicates: [] })
    expect(read('# only a comment\n').root).toBeUndefined()
  })
})

describe('keys that reach for a prototype', () => {
  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])('%s is a key of its own', (key) => {
    const value = plain(`${key}:\n  polluted: yes\n`)
    expect(Object.keys(Object(value))).toEqual([key])
    expect(Object.getPrototypeOf(value)).toBeNull()
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('counts a second `__proto__` as one that stands twice', () => {
    expect(read('__proto__: a\n__proto__: b\n').duplicates.map(({ key }) => key)).toEqual(['__proto__'])
  })

  it('merges nothing through `<<`', () => {
    expect(plain('a: &x {b: 1}\nc:\n  <<: *x\n')).toEqual({ a: { b: 1 }, c: { '<<': { b: 1 } } })
  })
})

describe('limits', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
  for (const [last, next] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi'].map((pair) => [pair[0], pair[1]])) {
    bomb.push(`${next}: &${next} [${Array(10).fill(`*${last}`).join(', ')}]`)
  }

  it.each([
    ['brackets, 2 kB', `a: ${'['.repeat(2_000)}`, 'TOO_DEEP'],
    ['brackets, 100 kB', `a: ${'['.repeat(100_000)}`, 'TOO_LARGE'],
    ['braces', `a: ${'{a: '.repeat(500)}`, 'TOO_DEEP'],
    ['nested lists on one line', `a:\n${'- '.repeat(10_000)}x\n`, 'TOO_DEEP'],
    ['question marks on one line', '? '.repeat(10_000), 'TOO_DEEP'],
    ['colons on one line', ': '.repeat(10_000), 'TOO_DEEP'],
    ['indentation', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'TOO_DEEP'],
    ['one long line', `a: ${'x'.repeat(70_000)}`, 'TOO_LARGE'],
    ['tags', `a: ${'!x '.repeat(20_000)}`, 'TOO_LARGE'],
    ['anchors on lines of their own', `a:\n${' &x\n'.repeat(15_000)}`, 'TOO_LARGE'],
    ['mappings on one line', `${'a: '.repeat(2600)}b`, 'TOO_LARGE'],
  ])('%s', (_, text, code) => {
    const { root, problems } = read(text)
    expect(root).toBeUndefined()
    expect(problems.map((problem) => problem.code)).toEqual([code])
    expect(problems[0]?.span.end).toBeLessThanOrEqual(text.length)
  })

  it('do not count what real files hold', () => {
    const lists = Array.from({ length: 10_000 }, () => '- x').join('\n')
    expect(codes(`a:\n${lists}\n`)).toEqual([])
    expect(codes(`a: ${'['.repeat(deepestYaml - 2)}${']'.repeat(deepestYaml - 2)}`)).toEqual([])
  })

  it('stop aliases of aliases', () => {
    const { root, problems } = read(bomb.join('\n'))
    expect(problems.map(({ code }) => code)).toContain('TOO_MANY_ALIASES')
    expect(root === undefined ? 0 : countValues(root)).toBeLessThan(200_000)
  })

  it('stop an alias of itself', () => {
    expect(codes('a: &a [*a]\n')).toEqual(['TOO_MANY_ALIASES'])
    expect(codes('a: &a {b: [*a]}\n')).toEqual(['TOO_MANY_ALIASES'])
  })

  it('say that an alias leads nowhere', () => {
    expect(codes('a: *nothing\n')).toContain('BAD_ALIAS')
  })

  it('may be set', () => {
    const text = `a: ${'x'.repeat(70_000)}`
    expect(yaml.read(text, span(0, text.length), { length: 100_000 }).problems).toEqual([])
    expect(yaml.read('abc: d', span(0, 6), { length: 5 }).problems.map(({ code }) => code)).toEqual(['TOO_LARGE'])
  })
})

it.each([
  '%',
  '%YAML 9.9\n---\na: b',
  '!!js/function x',
  'a: !!binary "*"',
  '\0',
  '\ud800: \udfff',
  '? ? ?',
  '- - -',
  '|',
  '"',
  '&',
])('never throws: %j', (text) => {
  const { problems } = read(text)
  for (const problem of problems) expect(problem.span.end).toBeLessThanOrEqual(text.length)
})

it('resolves an alias to the last anchor of that name before it', () => {
  expect(plain('a: &x 1\nb: *x\nc: &x 2\nd: *x\n&k e: *k\n')).toEqual({ a: 1, b: 1, c: 2, d: 2, e: 'e' })
  expect(codes('a: *x\nb: &x 1\n')).toContain('BAD_ALIAS')
})
