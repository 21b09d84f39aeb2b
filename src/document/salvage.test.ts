import { describe, expect, it } from 'vitest'
import { slice, span } from '../core/span.ts'
import { toPlain } from '../core/value.ts'
import { salvageEntries, topLevelKeyEnd } from './salvage.ts'

const salvage = (text: string) => salvageEntries(text, span(0, text.length))
const values = (text: string): unknown[] => salvage(text).map(({ key, value }) => [key, toPlain(value)])
const written = (text: string): string[][] =>
  salvage(text).map(({ keySpan, value }) => [slice(text, keySpan), slice(text, value.span)])

describe('what can be saved line by line', () => {
  it.each([
    [
      'texts',
      'name: x\ndescription: Use: this: now\n',
      [
        ['name', 'x'],
        ['description', 'Use: this: now'],
      ],
    ],
    [
      'quotes',
      'a: "b: c"\nd: \'e\'\n',
      [
        ['a', 'b: c'],
        ['d', 'e'],
      ],
    ],
    ['a quote that is not closed', 'a: "b\n', [['a', '"b']]],
    [
      'lines that go on',
      'a: b\nnot indented\n  indented\nc: d\n',
      [
        ['a', 'b\nnot indented\n  indented'],
        ['c', 'd'],
      ],
    ],
    [
      'nothing',
      'a:\nb: \n',
      [
        ['a', null],
        ['b', null],
      ],
    ],
    [
      'a list',
      'tools:\n  - Read\n  - "Grep"\nx: y\n',
      [
        ['tools', ['Read', 'Grep']],
        ['x', 'y'],
      ],
    ],
    ['a list that is not indented', 'tools:\n- Read\n', [['tools', ['Read']]]],
    ['nothing of brackets', 'tools: [Read\nx: y\nz: {\n', [['x', 'y']]],
    ['nothing before the first key', '  a: b\n# c\nd: e\n', [['d', 'e']]],
    [
      'what CRLF ends',
      'a: b\r\nc:\r\n  - d\r\n',
      [
        ['a', 'b'],
        ['c', ['d']],
      ],
    ],
    [
      'a key twice',
      'a: b\na: c\n',
      [
        ['a', 'b'],
        ['a', 'c'],
      ],
    ],
    ['keys of prototypes', '__proto__: a\n', [['__proto__', 'a']]],
    ['nothing of nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(values(text)).toEqual(expected)
  })

  it('stands where it is written', () => {
    expect(written('a: "b"\ntools:\n  - Read \n  - \'Grep\'\nc:  d \n  e \nf:\n')).toEqual([
      ['a', '"b"'],
      ['tools', "Read \n  - 'Grep'\n"],
      ['c', 'd \n  e'],
      ['f', ''],
    ])
  })

  it('is inside of the block only', () => {
    const text = 'x: 0\na: b\nc: d\n'
    expect(salvageEntries(text, span(5, 10)).map(({ key, value }) => [key, toPlain(value)])).toEqual([['a', 'b']])
    expect(salvageEntries(text, span(5, 8)).map(({ value }) => slice(text, value.span))).toEqual([''])
  })
})

it.each([
  ['a: b', 1],
  ['a:', 1],
  ['a:\tb', 1],
  ['a-b_2: c', 5],
  ['a:b', undefined],
  [' a: b', undefined],
  ['a b: c', undefined],
  ['"a": b', undefined],
  [': b', undefined],
  ['a', undefined],
  ['é: b', undefined],
])('the key of %j ends at %s', (line, end) => {
  expect(topLevelKeyEnd(line, 0, line.length)).toBe(end)
})
