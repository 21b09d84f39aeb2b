import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import grayMatter from 'gray-matter'
import { describe, expect, it } from 'vitest'
import type { FenceRule } from '../core/host.ts'
import { slice } from '../core/span.ts'
import { corpusFolder, folderWith } from '../testing/run-built.ts'
import { bodyStart, findFence, loadGrayMatter } from './split.ts'

const library = await loadGrayMatter()
const { split } = library

/** Content and prompt by a rule, or nothing where there is no frontmatter. */
function parts(text: string, rule: FenceRule): string[] | undefined {
  const fence = findFence(text, rule, library)
  return fence === undefined ? undefined : [slice(text, fence.content), text.slice(bodyStart(text, fence))]
}

type FencedRule = Exclude<FenceRule, 'whole-file'>
type Row = readonly [string, string, Readonly<Record<FencedRule, string[] | undefined>>]
const alike = (value: string[] | undefined): Readonly<Record<FencedRule, string[] | undefined>> => ({
  'any-dashes': value,
  'dash-line': value,
  'dash-line-or-end': value,
  'gray-matter': value,
  'bare-dashes': value,
  'whole-lines': value,
})

const rows: readonly Row[] = [
  ['a plain block', '---\na: b\n---\nx\n', alike(['a: b\n', 'x\n'])],
  ['an empty block', '---\n---\nx', { ...alike(['', 'x']), 'bare-dashes': undefined, 'whole-lines': undefined }],
  [
    'dashes after an empty block',
    '---\n---\na: b\n---\nx',
    { ...alike(['', 'a: b\n---\nx']), 'bare-dashes': ['---\na: b\n', 'x'] },
  ],
  ['CRLF', '---\r\na: b\r\n---\r\nx\r\n', alike(['a: b\r\n', 'x\r\n'])],
  ['a byte order mark', '\uFEFF---\na: b\n---\nx', { ...alike(['a: b\n', 'x']), 'bare-dashes': undefined }],
  [
    'blanks behind the dashes',
    '--- \t\na: b\n---  \nx',
    { ...alike(['a: b\n', 'x']), 'bare-dashes': undefined, 'whole-lines': undefined },
  ],
  ['nothing behind the closing line', '---\na: b\n---', { ...alike(['a: b\n', '']), 'whole-lines': undefined }],
  ['only empty lines', '---\n\n\n---\nx', alike(['\n\n', 'x'])],
  ['a blank line first', '\n---\na: b\n---\n', alike(undefined)],
  ['four dashes', '----\na: b\n---\n', alike(undefined)],
  ['only the dashes', '---', alike(undefined)],
  ['no dashes', 'a: b\n', alike(undefined)],
  ['nothing', '', alike(undefined)],
  [
    'no closing line',
    '---\na: b\n',
    { ...alike(undefined), 'dash-line-or-end': ['a: b\n', ''], 'gray-matter': ['a: b\n', ''] },
  ],
  [
    'dashes inside a line',
    '---\na: b --- c\nd: e\n---\nx',
    { ...alike(['a: b --- c\nd: e\n', 'x']), 'any-dashes': ['a: b ', ' c\nd: e\n---\nx'] },
  ],
  [
    'indented dashes',
    '---\na: |\n  ---\n---\nx',
    { ...alike(['a: |\n  ---\n', 'x']), 'any-dashes': ['a: |\n  ', '---\nx'] },
  ],
  [
    'more than three dashes below',
    '---\na: b\n-----\nc\n---\nx',
    {
      ...alike(['a: b\n-----\nc\n', 'x']),
      'any-dashes': ['a: b\n', '--\nc\n---\nx'],
      'gray-matter': ['a: b\n', '--\nc\n---\nx'],
      'bare-dashes': ['a: b\n', '--\nc\n---\nx'],
    },
  ],
]

describe.each(['any-dashes', 'dash-line', 'dash-line-or-end', 'gray-matter', 'bare-dashes'] as const)(
  'the fence rule %s',
  (rule) => {
    it.each(rows)('%s', (_, text, expected) => {
      expect(parts(text, rule)).toEqual(expected[rule])
    })

    it('gives places that join to the whole file', () => {
      const line = fc.constantFrom('---', '--- ', '----', 'a: b', ' ---', '', 'a --- b', '\uFEFF', '---js', '-- -')
      const text = fc
        .tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'))
        .map(([lines, end]) => lines.join(end))
      fc.assert(
        fc.property(text, (file) => {
          const fence = findFence(file, rule, library)
          if (fence === undefined) return
          expect(slice(file, fence.open).trim()).toMatch(/^\uFEFF?---$/)
          expect(fence.open.end).toBeLessThanOrEqual(fence.content.start)
          expect(fence.content.end).toBe(fence.close.start)
          expect(['---', '']).toContain(slice(file, fence.close))
          expect(bodyStart(file, fence)).toBeGreaterThanOrEqual(fence.close.end)
        }),
        { numRuns: 3_000, seed: 1 },
      )
    })
  },
)

/** The same rule in a few lines of our own: the block ends before the first line that starts with three dashes. */
function ownScan(text: string): string | undefined {
  const opened = /^\uFEFF?---[ \t\r]*\n/.exec(text)
  if (opened === null) return undefined
  const rest = text.slice(opened[0].length)
  const end = rest.startsWith('---') ? 0 : rest.indexOf('\n---') + 1
  return end === 0 && !rest.startsWith('---') ? rest : rest.slice(0, end)
}

/** What the library itself takes for the block, without any guard of ours. */
const libraryBlock = (text: string): string =>
  String(Reflect.get(grayMatter(text, { engines: { yaml: () => ({}) } }), 'matter'))

describe('the gray-matter dialect', () => {
  it('agrees with the library on whatever is generated', () => {
    const line = fc.constantFrom('---', '----', '--- x', 'a: b', ' ---', '', '# c', '  ', '\r', '\u2028', 'a --- b')
    const text = fc
      .tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'))
      .map(([lines, end]) => `---${end}${lines.join(end)}`)
    fc.assert(
      fc.property(text, (file) => {
        const fence = split(file)
        if (fence === undefined) return
        const block = libraryBlock(file)
        expect(slice(file, fence.content).trimEnd(), JSON.stringify(file)).toBe(block.replace(/^\r?\n/, '').trimEnd())
      }),
      { numRuns: 5_000, seed: 1 },
    )
  })

  it.skipIf(corpusFolder === undefined)('agrees with our own scan, and with the library, on real files', () => {
    let blocks = 0
    for (const path of readdirSync(join(corpusFolder ?? '', 'corpus'), { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.md')) continue
      const text = readFileSync(join(corpusFolder ?? '', 'corpus', path), 'utf8')
      const fence = split(text)
      expect(fence && slice(text, fence.content), path).toBe(ownScan(text))
      if (fence === undefined) continue
      expect(slice(text, fence.content).trim(), path).toBe(libraryBlock(text).trim())
      blocks++
    }
    expect(blocks).toBeGreaterThan(900)
  })

  it('is not slow where nothing but empty lines follow', () => {
    const text = `---\n${' \n'.repeat(500_000)}`
    expect(split(text)?.content.end).toBe(text.length)
  })

  const folder = folderWith({})
  const marker = join(folder, 'marker')
  const code = `require('node:fs').writeFileSync(${JSON.stringify(marker)}, ''), module.exports = {}`

  it.each(['js', ' js', 'JS', 'javascript', 'Javascript', 'coffee', 'coffeescript', 'cson', 'json', ' json ', 'toml'])(
    'never runs what stands below `---%s`',
    (language) => {
      for (const end of ['\n', '\r\n']) {
        const text = [`---${language}`, code, '---', 'x'].join(end)
        for (const rule of ['any-dashes', 'dash-line', 'dash-line-or-end', 'gray-matter'] as const) {
          expect(findFence(text, rule, library)).toBeUndefined()
        }
      }
      expect(existsSync(marker)).toBe(false)
    },
  )

  it.each(['yaml', ' yaml', 'YML'])('takes what stands below `---%s` for YAML, as the library does', (language) => {
    const fence = split(`---${language}\na: b\n---\nx`)
    expect(fence?.content).toEqual({ start: language.length + 4, end: language.length + 9 })
  })

  it('is undefined where the library is not there', () => {
    expect(findFence('---\na: b\n---\n', 'gray-matter', undefined)).toBeUndefined()
  })

  it('would have met a marker if the code had run', () => {
    expect(() =>
      new Function('require', 'module', code)(
        process.getBuiltinModule('node:module').createRequire(import.meta.url),
        {},
      ),
    ).not.toThrow()
    expect(existsSync(marker)).toBe(true)
  })
})
