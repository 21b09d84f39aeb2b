import { describe, expect, it } from 'vitest'
import { slice, span } from '../core/span.ts'
import { loadYaml } from '../data/yaml.ts'
import { documentAs, sourceOf } from '../testing/read-as.ts'
import { describeProblem } from './yaml-problem.ts'

const yaml = await loadYaml()

/** Kind of the first problem, the characters it points at, where, and the key. */
function problem(block: string): readonly unknown[] | undefined {
  const text = `---\n${block}---\n`
  const content = span(4, 4 + block.length)
  const error = yaml.read(text, content).problems[0]
  if (error === undefined) return undefined
  const { kind, span: at, key } = describeProblem(text, content, error)
  return [kind, slice(text, at), at.start - content.start, key]
}

describe('what keeps a block from being YAML', () => {
  it.each([
    ['a: Use: x\n', ['unquoted-colon', ':', 6, 'a']],
    ['a: b\nc: d e: f\n', ['unquoted-colon', ':', 11, 'c']],
    ['a: b:\n', ['unquoted-colon', ':', 4, 'a']],
    ['a: b\r\nc: d: e\r\n', ['unquoted-colon', ':', 10, 'c']],
    ['a: b\n  c: d\n', ['unquoted-colon', ':', 8, 'a']],
    ['a: b\n  c\n  d: e\nf: g\n', ['unquoted-colon', ':', 12, 'a']],
    ['a: b\nmore\n', ['unindented-line', 'more', 5, 'a']],
    ['a: b\n<example>\nuser: hi\n', ['unindented-line', '<example>', 5, 'a']],
    ['a: |\n  b\nmore\nc: d\n', ['unindented-line', 'more', 9, 'a']],
    ['a: @b\n', ['reserved-character', '@', 3, 'a']],
    ['a: `b`\n', ['reserved-character', '`', 3, 'a']],
    ['a: %b\n', ['reserved-character', '%', 3, 'a']],
    ['a: *b c\n', ['reserved-character', '*', 3, 'a']],
    ['a: [b] c\n', ['reserved-character', '[', 3, 'a']],
    ['a: {b} c\n', ['reserved-character', '{', 3, 'a']],
    ['a: "b" c\n', ['text-after-quote', 'c', 7, 'a']],
    ["a: 'b' c 'd'\n", ['text-after-quote', "c 'd'", 7, 'a']],
    ['a: "b \\" c" d\n', ['text-after-quote', 'd', 12, 'a']],
    ['x: y\na: "b\n', ['unclosed-quote', '"', 8, 'a']],
    ["a: 'b\nc: d\n", ['unclosed-quote', "'", 3, 'a']],
    ['a: [b, c\nd: e\n', ['unclosed-bracket', '[', 3, 'a']],
    ['x: y\na: {b: c\n', ['unclosed-bracket', '{', 8, 'a']],
    ['a:\n\tb: c\n', ['tab-indentation', '\t', 3, 'a']],
  ])('%j', (block, expected) => {
    expect(problem(block)).toEqual(expected)
  })

  it('is the first of several', () => {
    expect(problem('a: @b\nc: d: e\n')?.[0]).toBe('reserved-character')
    expect(problem('a: d: e\nb: @c\n')?.[0]).toBe('unquoted-colon')
  })

  it('is not in what is fine: quotes, comments, blocks', () => {
    expect(problem('a: "b: c"\nd: e # f: g\nh: |\n  i: j: k\nl: m: n\n')).toEqual(['unquoted-colon', ':', 41, 'l'])
  })

  it('is nothing where nothing is wrong', () => {
    expect(problem('a: b\n')).toBeUndefined()
  })

  it.each([
    ['TOO_DEEP', 'too-deep'],
    ['TOO_LARGE', 'too-large'],
    ['TOO_MANY_ALIASES', 'too-many-aliases'],
  ])('a limit of ours, %s, stands where it is met', (code, kind) => {
    const at = span(5, 6)
    expect(describeProblem('---\na: b\n---\n', span(4, 9), { code, message: 'm', span: at })).toEqual({
      kind,
      span: at,
      key: undefined,
      detail: 'm',
    })
  })
})

describe('a document', () => {
  it('whose block is no mapping says so', () => {
    const text = '---\n- a\n- b\n---\n'
    const { state, problems } = documentAs('copilot', sourceOf(text)).frontmatter
    expect(state).toBe('salvaged')
    expect(problems.map(({ kind, span: at }) => [kind, slice(text, at)])).toEqual([['not-a-mapping', '- a\n- b']])
  })

  it('of nothing but comments is valid', () => {
    expect(documentAs('copilot', sourceOf('---\n# c\n---\n')).frontmatter.state).toBe('valid')
    expect(documentAs('copilot', sourceOf('---\n---\n')).frontmatter.state).toBe('valid')
  })

  it('never has a place outside of the file', () => {
    for (const block of [
      ']',
      '}',
      ': :',
      '"',
      "'",
      '? [',
      '!',
      '&',
      '*',
      '|\n',
      '\t',
      '- - :',
      '%x',
      '[,]',
      '{,}',
      '-',
    ]) {
      const text = `---\na: b\n${block}\n---\n`
      for (const { span: at } of documentAs('copilot', sourceOf(text)).frontmatter.problems) {
        expect(at.start, block).toBeGreaterThanOrEqual(4)
        expect(at.end, block).toBeGreaterThanOrEqual(at.start)
        expect(at.end, block).toBeLessThanOrEqual(text.length - 4)
      }
    }
  })
})
