import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { span } from '../core/span.ts'
import { loadYaml } from '../data/yaml.ts'
import { corpusFolder } from '../testing/run-built.ts'
import { recoverByQuoting } from './recovery.ts'
import { readSimpleEntries, readSimpleRecovery } from './simple-frontmatter.ts'
import { findFence } from './split.ts'
import { describeProblem } from './yaml-problem.ts'

const yaml = await loadYaml()

/** Wherever the short way answers, it answers what the parser does: values and places. */
function expectSame(text: string, content = span(0, text.length)): 'simple' | 'recovered' | 'neither' {
  const simple = readSimpleEntries(text, content)
  const reading = yaml.read(text, content)
  if (simple !== undefined) {
    expect(reading.problems, text).toEqual([])
    expect(reading.duplicates, text).toEqual([])
    expect(simple, text).toEqual(reading.root?.kind === 'map' ? reading.root.entries : [])
    return 'simple'
  }
  const recovery = readSimpleRecovery(text, content)
  if (recovery === undefined) return 'neither'
  const error = reading.problems[0]
  if (error === undefined) throw new Error(`this is valid YAML: ${text}`)
  expect(recoverByQuoting(text, content, yaml), text).toEqual(recovery.entries)
  const { kind, span: at, key } = describeProblem(text, content, error)
  expect({ kind, at, key }, text).toEqual({ kind: 'unquoted-colon', at: recovery.colon, key: recovery.key })
  return 'recovered'
}

describe('simple frontmatter', () => {
  it.each([
    'name: a\ndescription: some text, with: nothing\n',
    'name: a\ndescription: text\n',
    'name: \'a\'\ndescription: "b c"\n',
    'tools: [Read, "Grep", \'Glob\']\n',
    'tools: []\n',
    'tools:\n  - Read\n  - Grep\nname: a\n',
    'tools:\n- Read\n- Grep\n',
    'a: b # c\n',
    'a: b#c\n',
    'a: b:c\n',
    'a: b:\n',
    'a: "b" # c\n',
    'a: b\n  c\n',
    'a: b\n\n  c\n',
    'a:\nb: c\n',
    'a: true\nb: null\nc: ~\nd: 12\ne: .inf\nf: 0x1\ng: yes\nh: False\n',
    'a: b\na: c\n',
    'a: b\n--- c\n',
    'a: b\n...\n',
    'a: b  \nc: d\t\n',
    '# comment\na: b\n',
    'a: b\r\nc: d\r\n',
    'a: Use when: x\nb: c\n',
    'a: Use when: x \nb: c\n',
    'a: Use when: x\r\nb: c\n',
    'a2: Use when: x\n',
    'a: Use when: x\nb: {c}\n',
    'a: Use when: x # y\n',
    'a: Use when: x\nb: C# and more\nc: [d, e]\n',
    'a: Use when: x\n  more\n',
    'a: one: two\nb: three: four\n',
    'true: a\n',
    'a: [b, c: d]\n',
    'a: [b,, c]\n',
    'a: [b, ]\n',
    'a: - b\n',
    'a: ? b\n',
    'a: b, c\n',
    'a: é ü 漢\n',
    'a: x\u0085y\n',
    'a: x\u2028y\n',
    'a: Use when: x\u2028y\n',
    'a: Use\u2029when: x\n',
    'a: Use\u0085when: x\n',
    'a: b\u00a0: c\n',
    'a: b\u00a0\nc: d\u3000\n',
    'a: x\u0001y\n',
    'a: x\u007fy\n',
    'a: x\u009fy\n',
    'a: "x\u0000y"\n',
    'a: \ud800\n',
    'a: x\ufeffy\n',
    '\ufeffa: b\n',
    'a: b\rc: d\n',
    'a: b\r\r\nc: d\n',
    'a: b\n---\nc: d\n',
    'a: b\n...\nc: d\n',
    'a:\tb\n',
    'a:  b\n',
    'a: \tb\n',
    'a :b\n',
    'a:b\n',
    ' a: b\n',
    'a: b\n\tc\n',
    'a: b\n# c\nd: e\n',
    'a: b\n # c\n  d\n',
    'a: b #\n',
    'a: #\nb: c\n',
    'a:\n  - b\n\n  - c\n',
    'a:\n  - b\n  -\n',
    'a:\n  - b\n - c\n',
    'a:\n  - b\n    c\n',
    'a:\n  - b: c\n',
    'a:\n  - b # c\n',
    'a:\n  -  b  \n  -\tc\n',
    'a:\n  - b\nc\n',
    'a:\n  - "b\n',
    'a:\n# c\n  - b\n',
    'a:\n  - - b\n',
    'a:\n  - b\n# c\n',
    'a: [b, "c, d", e f]\n',
    'a: [b]c\n',
    'a: [b] # c\n',
    'a: ["b" c]\n',
    'a: [b\n',
    'a: [b, {c: d}]\n',
    'a: [b #c]\n',
    'a: [~, 1]\n',
    'a: "b" c\n',
    "a: 'b''c'\n",
    'a: "b\\n"\n',
    'a: "b\n',
    'a: "b\n  c"\n',
    '"a": b\n',
    '? a\n: b\n',
    '<<: b\n',
    'null: a\nyes: b\n',
    '__proto__: a\nconstructor: b\n',
    'a: NaN\nb: .nan\nc: -.inf\nd: +1\ne: 0o7\nf: 1e3\ng: 1_000\nh: on\ni: NULL\nj: TRUE\n',
    'a: Yes: and no\nb: true: false\n',
    'a: Use: x\nb: "c"\nd:\n  - e\n',
    'a: Use: x\nb: C# d\ne: f # g\n',
    'a: Use: [x]\nb: *c\n',
    'a: Use: x: y:\n',
    'a: b',
    '',
  ])('%j', (text) => {
    expectSame(text)
  })

  it('is most of what is written, and only that', () => {
    expect(expectSame('name: a\ndescription: plain text\ntools: Read, Grep\nmodel: sonnet\n')).toBe('simple')
    expect(expectSame('name: a\ndescription: Use when: needed\n')).toBe('recovered')
    expect(expectSame('name: a\ndescription: |\n  text\n')).toBe('neither')
  })

  it('agrees with the parser on whatever is generated', () => {
    const piece = fc.constantFrom(
      'a',
      'bc',
      ' ',
      '  ',
      ':',
      ': ',
      '#',
      ' #',
      '"',
      "'",
      '[',
      ']',
      ',',
      '-',
      '- ',
      '{',
      '\\',
      '|',
      '&',
      '*',
      '!',
      '%',
      '@',
      'true',
      '1',
      'é',
      '\u2028',
      '\t',
      '.',
      '~',
      '?',
      '? ',
      'yes',
      '0x1',
      '.inf',
      '\u00a0',
      '\u0085',
      '\u2028',
      '\ufeff',
      '\u0007',
      '\r',
    )
    const value = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
    const key = fc.constantFrom('name', 'a', 'b-c', 'd_e', 'f1', 'tools')
    const line = fc.oneof(
      fc.tuple(key, value).map(([name, text]) => `${name}: ${text}`),
      value.map((text) => `  - ${text}`),
      value,
      key.map((name) => `${name}:`),
      fc.constantFrom('---', '...', '--- a', '', ' ', '\t', '# c', '- a', '-', 'true: a', 'null: b'),
    )
    const block = fc
      .tuple(fc.array(line, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'))
      .map(([lines, end]) => lines.map((text) => text + end).join(''))
    fc.assert(
      fc.property(block, (text) => void expectSame(text)),
      { numRuns: 20_000, seed: 1 },
    )
  })

  it.skipIf(corpusFolder === undefined)('agrees with the parser on real files', () => {
    const counts = { simple: 0, recovered: 0, neither: 0 }
    for (const path of readdirSync(join(corpusFolder ?? '', 'corpus'), { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.md')) continue
      const text = readFileSync(join(corpusFolder ?? '', 'corpus', path), 'utf8')
      const fence = findFence(text, 'any-dashes', undefined)
      if (fence !== undefined) counts[expectSame(text, fence.content)]++
    }
    expect(counts.simple).toBeGreaterThan(counts.neither)
  })
})
