import { describe, expect, it } from 'vitest'
import type { Diagnostic, Severity } from '../../core/diagnostic.ts'
import type { Edit, Fix } from '../../core/fix.ts'
import { span } from '../../core/span.ts'
import type { FileSystem } from '../../io/file-system.ts'
import { createMemoryFileSystem, type MemoryEntry } from '../../io/memory-fs.ts'
import { applyEdits } from './apply-edits.ts'
import { chooseFixes } from './choose-fixes.ts'
import { fixFleets } from './fix-fleets.ts'
import type { Lint } from './mend.ts'

const edit = (start: number, end: number, text: string, path = 'a.md'): Edit => ({ path, start, end, text })

const fixOf = (applicability: Fix['applicability'], ...edits: Edit[]): Fix => ({
  title: 'mend it',
  applicability,
  edits,
})

const finding = (rule: string, fixes: readonly Fix[], more: Partial<Diagnostic> = {}): Diagnostic => ({
  rule,
  severity: 'warning',
  confidence: 'high',
  messageId: 'm',
  message: 'something is wrong',
  help: undefined,
  path: fixes[0]?.edits[0]?.path ?? 'a.md',
  span: span(0, 1),
  data: {},
  related: [],
  fixes,
  ...more,
})

const error = (rule: string, path: string): Diagnostic => finding(rule, [], { severity: 'error' as Severity, path })

const textOf = (fs: FileSystem, path: string): string => {
  const read = fs.readFile(path)
  return read.ok ? read.value.text : ''
}

/** Findings that depend on the texts of the files. */
const lintBy =
  (paths: readonly string[], find: (text: (path: string) => string) => readonly Diagnostic[]): Lint =>
  async (fs) => {
    const diagnostics = find((path) => textOf(fs, path))
    const fleet = { root: '.', host: 'h', hostName: 'H', hostFrom: 'path' as const, agents: 1, files: paths }
    const nothing = { suppressed: [], passedOver: [], unreadable: [], texts: new Map(), secrets: new Map() }
    const report = { version: '0', fleets: [fleet], diagnostics, ...nothing }
    return { report, unmatched: [], all: diagnostics, focus: undefined, nextBaseline: () => [] }
  }

const system = (files: Readonly<Record<string, MemoryEntry>>): FileSystem => createMemoryFileSystem(files)

/** `from` at the start of the file is to be `to`. */
const rewrite = (rule: string, text: string, from: string, to: string, path = 'a.md'): Diagnostic[] =>
  text.startsWith(from) ? [finding(rule, [fixOf('safe', edit(0, from.length, to, path))])] : []

describe('edits', () => {
  it('are made at once, in places of the text as it was', () => {
    expect(applyEdits('one two three', [edit(0, 3, '1'), edit(4, 4, '>'), edit(8, 13, '')])).toBe('1 >two ')
  })

  it('of fixes that touch the same text are chosen from the top, safe ones first', () => {
    const chosen = chooseFixes(
      [
        finding('unsafe', [fixOf('unsafe', edit(0, 4, 'x'))]),
        finding('safe', [fixOf('safe', edit(0, 3, 'y'))]),
        finding('inside', [fixOf('safe', edit(2, 3, 'z'))]),
        finding('touching', [fixOf('safe', edit(3, 5, ''))]),
        finding('inserting', [fixOf('safe', edit(5, 5, 'i'))]),
        finding('two', [fixOf('safe', edit(7, 8, 'a'), edit(20, 21, 'b'))]),
        finding('between', [fixOf('safe', edit(10, 11, 'c'))]),
      ],
      'unsafe',
    )
    expect([...(chosen?.rules ?? [])]).toEqual(['safe', 'touching', 'two'])
    expect(chosen?.fixes).toBe(3)
  })

  it('are not chosen of what is not asked for, nor of what is a choice', () => {
    const unsafe = finding('a', [fixOf('unsafe', edit(0, 1, 'x'))])
    const choice = finding('b', [fixOf('safe', edit(2, 3, 'x')), fixOf('safe', edit(2, 3, 'y'))])
    expect(chooseFixes([unsafe, choice], 'safe')).toBeUndefined()
    expect(chooseFixes([unsafe, choice], 'unsafe')?.fixes).toBe(1)
  })

  it('are found in time, however many there are', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => finding('r', [fixOf('safe', edit(2 * i, 2 * i + 1, ''))]))
    expect(chooseFixes(many, 'safe')?.fixes).toBe(100_000)
  })
})

describe('passes', () => {
  it('go on until nothing is left to fix', async () => {
    const steps = lintBy(['a.md'], (text) => [
      ...rewrite('one', text('a.md'), 'one', 'two'),
      ...rewrite('two', text('a.md'), 'two', 'three'),
    ])
    const { changes, left, report } = await fixFleets(system({ 'a.md': 'one!' }), steps, 'safe')
    expect(changes).toMatchObject([{ path: 'a.md', before: 'one!', after: 'three!', fixes: 2 }])
    expect(left).toEqual([])
    expect(report.diagnostics).toEqual([])
  })

  it('end where fixes undo one another, and the file stays as it was', async () => {
    const circle = lintBy(['a.md', 'b.md'], (text) => [
      ...rewrite('to-b', text('a.md'), 'a', 'b'),
      ...rewrite('to-a', text('a.md'), 'b', 'a'),
      ...rewrite('fine', text('b.md'), 'x', 'y', 'b.md'),
    ])
    const { changes, left, report } = await fixFleets(system({ 'a.md': 'a', 'b.md': 'x' }), circle, 'safe')
    expect(changes.map(({ path }) => path)).toEqual(['b.md'])
    expect(left).toEqual([{ path: 'a.md', why: 'circle', rules: ['to-a'] }])
    expect(report.diagnostics.map(({ rule }) => rule)).toEqual(['to-b'])
  })

  it('end after the tenth, and the file stays as it was', async () => {
    let lints = 0
    const growing = lintBy(['a.md'], (text) => {
      lints++
      return rewrite('grow', text('a.md'), '', 'x').filter(({ fixes }) => fixes.length > 0)
    })
    const { changes, left } = await fixFleets(system({ 'a.md': 'a' }), growing, 'safe')
    expect(changes).toEqual([])
    expect(left).toEqual([{ path: 'a.md', why: 'endless', rules: ['grow'] }])
    expect(lints).toBe(12)
  })

  it('leave alone what is not UTF-8, and half a character', async () => {
    const rule = lintBy(['a.md', 'b.md'], () => [
      finding('r', [fixOf('safe', edit(0, 1, 'x'))]),
      finding('r', [fixOf('safe', edit(0, 1, 'x', 'b.md'))], { path: 'b.md' }),
    ])
    const files = system({ 'a.md': Buffer.from([0x61, 0xff]), 'b.md': '🎉' })
    const { changes, left } = await fixFleets(files, rule, 'safe')
    expect(changes).toEqual([])
    expect(left).toMatchObject([
      { path: 'a.md', why: 'not-text' },
      { path: 'b.md', why: 'not-text' },
    ])
  })

  it('change a file once that has two names', async () => {
    const rule = lintBy(['a.md', 'b.md'], (text) => [
      ...rewrite('r', text('a.md'), 'a', 'b'),
      ...rewrite('r', text('b.md'), 'a', 'b', 'b.md'),
    ])
    const { changes } = await fixFleets(system({ 'a.md': 'a', 'b.md': { link: 'a.md' } }), rule, 'safe')
    expect(changes).toMatchObject([{ path: 'a.md', after: 'b', fixes: 1 }])
  })
})

describe('a file is taken back whole', () => {
  const names = Array.from({ length: 9 }, (_, i) => `${i}.md`)
  const files = system(Object.fromEntries(names.map((name) => [name, 'a'])))
  const fixAll = (text: (path: string) => string) => names.flatMap((name) => rewrite('r', text(name), 'a', 'b', name))

  it('whose fix brings an error to it', async () => {
    const lint = lintBy(names, (text) => [...fixAll(text), ...(text('3.md') === 'b' ? [error('new', '3.md')] : [])])
    const { changes, left, report } = await fixFleets(files, lint, 'safe')
    expect(left).toEqual([{ path: '3.md', why: 'new-error', rules: ['new'] }])
    expect(changes.map(({ path }) => path)).toEqual(names.filter((name) => name !== '3.md'))
    expect(report.diagnostics.map(({ path, rule }) => `${rule} ${path}`)).toEqual(['r 3.md'])
  })

  it('whose fix brings an error to another one, be that fixed too or not', async () => {
    for (const victim of ['5.md', 'other.md']) {
      const lint = lintBy(names, (text) => [...fixAll(text), ...(text('3.md') === 'b' ? [error('new', victim)] : [])])
      const { changes, left } = await fixFleets(files, lint, 'safe')
      expect(left).toEqual([{ path: '3.md', why: 'new-error', rules: ['new'] }])
      expect(changes).toHaveLength(8)
    }
  })

  it('with every other one, where only all of them together bring it', async () => {
    const isBad = (text: (path: string) => string): boolean => text('1.md') === 'b' && text('7.md') === 'b'
    const lint = lintBy(names, (text) => [...fixAll(text), ...(isBad(text) ? [error('new', 'other.md')] : [])])
    const { changes, left } = await fixFleets(files, lint, 'safe')
    expect(left.length).toBe(9)
    expect(changes).toEqual([])
  })

  it('but not for an error that was there, or takes the place of one', async () => {
    const lint = lintBy(names, (text) => [...fixAll(text), error('old', '3.md')])
    expect((await fixFleets(files, lint, 'safe')).left).toEqual([])
  })
})
