import { describe, expect, it } from 'vitest'
import { type Span, span } from '../core/span.ts'
import type { Block } from './blocks.ts'
import { scanBlocks } from './scan-blocks.ts'

const scan = (text: string): Block[] => scanBlocks(text, span(0, text.length))

const cut = (text: string, at: Span): string => text.slice(at.start, at.end)

/** A line a block: what it is, where, and the text that its inner spans cut out. */
function show(text: string): string[] {
  return scan(text).map((block) => {
    const depth = `${'>'.repeat(block.quoteDepth)}${'-'.repeat(block.listDepth)}`
    const mark = block.undecided ? '?' : ''
    return `${depth}${block.kind}${mark} ${block.span.start}-${block.span.end}${details(text, block)}`
  })
}

function details(text: string, block: Block): string {
  switch (block.kind) {
    case 'heading':
      return ` ${block.level} ${JSON.stringify(cut(text, block.text))}`
    case 'fence':
      return ` ${JSON.stringify([cut(text, block.info), cut(text, block.content)])} ${block.closed ? 'closed' : 'open'}`
    case 'item': {
      const words = block.text === undefined ? 'nothing' : JSON.stringify(cut(text, block.text))
      return ` ${block.ordered ? 'ordered' : 'bullet'} ${JSON.stringify(cut(text, block.marker))} ${words}`
    }
    case 'table': {
      const rows = [block.header, ...block.rows].map((row) => row.map((cell) => cut(text, cell)))
      return ` ${JSON.stringify(rows)}`
    }
    default:
      return ''
  }
}

describe('headings', () => {
  it.each([
    ['# One', ['heading 0-5 1 "One"']],
    ['  ### Three ##  \nx', ['heading 2-14 3 "Three"', 'paragraph 17-18']],
    ['####### seven', ['paragraph 0-13']],
    ['#tag', ['paragraph 0-4']],
    ['#', ['heading 0-1 1 ""']],
    ['# a#', ['heading 0-4 1 "a#"']],
    ['Setext\nof two\n===', ['heading 0-17 1 "Setext\\nof two"']],
    ['Setext\n---\nx', ['heading 0-10 2 "Setext"', 'paragraph 11-12']],
    ['> quoted\n---', ['>paragraph 2-8', 'thematic-break 9-12']],
    ['text\n# h\ntext', ['paragraph 0-4', 'heading 5-8 1 "h"', 'paragraph 9-13']],
  ])('%j', (text, blocks) => expect(show(text)).toEqual(blocks))
})

describe('fenced code', () => {
  it.each([
    ['```js x\na\n```\nb', ['fence 0-13 ["js x","a\\n"] closed', 'paragraph 14-15']],
    ['~~~\n```\n~~~', ['fence 0-11 ["","```\\n"] closed']],
    ['````\n```\n````', ['fence 0-13 ["","```\\n"] closed']],
    ['```\na', ['fence 0-5 ["","a"] open']],
    ['``` a`b', ['paragraph 0-7']],
    ['```\n# no\n- no', ['fence 0-13 ["","# no\\n- no"] open']],
    ['- a\n  ```\n  b\n  ```\nc', ['item 0-19 bullet "-" "a"', '-fence 6-19 ["","  b\\n"] closed', 'paragraph 20-21']],
    ['- ```\nb', ['item 0-5 bullet "-" nothing', '-fence 2-5 ["",""] open', 'paragraph 6-7']],
  ])('%j', (text, blocks) => expect(show(text)).toEqual(blocks))
})

describe('list items', () => {
  it.each([
    ['- a\n- b', ['item 0-3 bullet "-" "a"', 'item 4-7 bullet "-" "b"']],
    ['- a\n  wrapped\nlazy\n\nb', ['item 0-18 bullet "-" "a\\n  wrapped\\nlazy"', 'paragraph 20-21']],
    ['- a\n\n  second\n- b', ['item 0-13 bullet "-" "a"', '-paragraph 7-13', 'item 14-17 bullet "-" "b"']],
    [
      '1. a\n   - b\n     - c',
      ['item 0-20 ordered "1." "a"', '-item 8-20 bullet "-" "b"', '--item 17-20 bullet "-" "c"'],
    ],
    ['- [ ] open\n- [x] done', ['item 0-10 bullet "-" "[ ] open"', 'item 11-21 bullet "-" "[x] done"']],
    ['text\n2. no\n1. yes', ['paragraph 0-10', 'item 11-17 ordered "1." "yes"']],
    ['text\n-\n', ['heading 0-6 2 "text"']],
    ['text\n*\n', ['paragraph 0-6']],
    ['-\n  late', ['item 0-8 bullet "-" "late"']],
    ['-\n\n  not in it', ['item 0-1 bullet "-" nothing', 'paragraph 5-14']],
    ['- # h', ['item 0-5 bullet "-" nothing', '-heading 2-5 1 "h"']],
    ['-\ttab\n\n\tmore', ['item 0-12 bullet "-" "tab"', '-paragraph 8-12']],
    ['-     code', ['item 0-10 bullet "-" nothing', '-indented-code 6-10']],
    ['- - a', ['item 0-5 bullet "-" nothing', '-item 2-5 bullet "-" "a"']],
    ['1234567890. no', ['paragraph 0-14']],
    ['* * *', ['thematic-break 0-5']],
  ])('%j', (text, blocks) => expect(show(text)).toEqual(blocks))
})

describe('tables', () => {
  const head = '| a | b |\n|---|:-:|\n'
  it.each([
    [`${head}| 1 | 2 |\n\nx`, ['table 0-29 [["a","b"],["1","2"]]', 'paragraph 31-32']],
    ['a | b\n- | -', ['paragraph 0-5', 'item 6-11 bullet "-" "| -"']],
    ['a | b\n-- | --\n1 | `x\\|y` | 3', ['table 0-28 [["a","b"],["1","`x\\\\|y`","3"]]']],
    [`Lead:\n${head}| 1 |`, ['paragraph 0-5', 'table 6-31 [["a","b"],["1"]]']],
    [`- Lead\n  | a |\n  |---|\n  | 1 |`, ['item 0-30 bullet "-" "Lead"', '-table 9-30 [["a"],["1"]]']],
    ['| a | b |\n|---|\n', ['paragraph 0-15']],
    ['| a |\n|-x-|\n', ['paragraph 0-11']],
    [`${head}# h`, ['table 0-19 [["a","b"]]', 'heading 20-23 1 "h"']],
    [`> | a |\n> |---|\n> | 1 |\n| 2 |`, ['>table 2-23 [["a"],["1"]]', 'paragraph 24-29']],
  ])('%j', (text, blocks) => expect(show(text)).toEqual(blocks))
})

describe('quotes, HTML, breaks, indented code', () => {
  it.each([
    ['> a\n> > b\nlazy\n\nc', ['>paragraph 2-3', '>>paragraph 8-14', 'paragraph 16-17']],
    ['> - a\n> - b', ['>item 2-5 bullet "-" "a"', '>item 8-11 bullet "-" "b"']],
    ['<div>\n# no\n\n# h', ['html 0-10', 'heading 12-15 1 "h"']],
    ['<!-- a\n\nb --> c\nd', ['html 0-15', 'paragraph 16-17']],
    ['<x-y z="1">\n\na', ['html 0-11', 'paragraph 13-14']],
    ['a\n<x-y>', ['paragraph 0-7']],
    ['a\n</div>', ['paragraph 0-1', 'html 2-8']],
    ['<script>\n\n# no\n</script>\n# h', ['html 0-24', 'heading 25-28 1 "h"']],
    ['    a\n\n    b\nc', ['indented-code 4-12', 'paragraph 13-14']],
    ['a\n    b', ['paragraph 0-7']],
    ['a\n***\n_ _ _', ['paragraph 0-1', 'thematic-break 2-5', 'thematic-break 6-11']],
  ])('%j', (text, blocks) => expect(show(text)).toEqual(blocks))
})

describe('what is left undecided', () => {
  it.each([
    ['[a]: b', ['paragraph? 0-6']],
    ['- [a]: b', ['item? 0-8 bullet "-" "[a]: b"']],
    ['[a] : b', ['paragraph 0-7']],
    ['> a\n<x-y>\nb', ['>paragraph? 2-11']],
    ['a\n> 2. b', ['paragraph 0-1', '>item? 4-8 ordered "2." "b"']],
  ])('%j', (text, blocks) => expect(show(text)).toEqual(blocks))

  it('stops opening containers at a depth', () => {
    const blocks = scan(`${'> '.repeat(40)}a`)
    expect(blocks).toHaveLength(1)
    expect(blocks[0]).toMatchObject({ kind: 'paragraph', quoteDepth: 32, undecided: true })
  })
})

describe('the part that is scanned', () => {
  it('reads nothing outside of it and counts from the start of the text', () => {
    const text = '# no\n# yes\n# no'
    expect(scanBlocks(text, span(5, 10))).toMatchObject([{ kind: 'heading', span: { start: 5, end: 10 } }])
    expect(scanBlocks(text, span(2, 4))).toMatchObject([{ kind: 'paragraph', span: { start: 2, end: 4 } }])
  })

  it.each(['\r\n', '\r'])('takes %j for a line break', (lineBreak) => {
    const text = ['# a', 'b', '', '```', 'c', '```'].join(lineBreak)
    expect(scan(text).map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'fence'])
  })

  it('is empty where there is nothing', () => {
    expect(scan('')).toEqual([])
    expect(scan(' \n\t\n')).toEqual([])
  })
})
