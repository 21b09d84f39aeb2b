import { beforeAll, describe, expect, it } from 'vitest'
import { span } from '../core/span.ts'
import { hasUndecided, loadMarkdownParser, type MarkdownParser, maskAllBut, settleBlocks } from './body.ts'
import { scanBlocks } from './scan-blocks.ts'

let parse: MarkdownParser
beforeAll(async () => {
  parse = await loadMarkdownParser()
})

const settle = (text: string, start: number) => {
  const at = span(start, text.length)
  return settleBlocks(text, at, scanBlocks(text, at), parse)
}

describe('maskAllBut', () => {
  it('keeps length and line breaks, and what comes after is cut', () => {
    expect(maskAllBut('ab\r\ncd\nef\ngh', [span(4, 6), span(7, 9)])).toBe('  \r\ncd\nef')
  })

  it('does not indent a part that starts inside a line', () => {
    expect(maskAllBut('------- text', [span(8, 12)])).toBe('       \ntext')
  })

  it('keeps the blanks before a part', () => {
    expect(maskAllBut('a\n  # b', [span(4, 7)])).toBe(' \n  # b')
  })
})

describe('settleBlocks', () => {
  it('gives back what is decided already, without remark', () => {
    const text = '# a\n\n- b'
    const at = span(0, text.length)
    const blocks = scanBlocks(text, at)
    const refuse = () => {
      throw new Error('not to be called')
    }
    expect(settleBlocks(text, at, blocks, refuse)).toEqual(blocks)
  })

  it('drops link definitions and keeps other sections', () => {
    const text = '# one\n\n[a]: b\n\n- c\n\n# two\n\nd'
    expect(settle(text, 0)).toMatchObject([
      { kind: 'heading', span: { start: 0, end: 5 }, undecided: false },
      { kind: 'item', span: { start: 15, end: 18 }, text: { start: 17, end: 18 }, undecided: false },
      { kind: 'heading', span: { start: 20, end: 25 } },
      { kind: 'paragraph', span: { start: 27, end: 28 } },
    ])
  })

  it('reads every kind of block with offsets of the whole text', () => {
    const rest =
      '[a]: b\n\nT\n===\n\n> - i\n>   ```js\n>   c\n>   ```\n\n    code\n\n<p>\n\n***\n\n- L\n  | h |\n  |---|\n  | c |\n\n~~~x\ny'
    const text = `---\nname: x\n---\n${rest}`
    const blocks = settle(text, 16)
    expect(hasUndecided(blocks)).toBe(false)
    const known = scanBlocks(text, span(24, text.length))
    expect(blocks).toEqual(known)
    expect(known.map(({ kind }) => kind)).toEqual([
      'heading',
      'item',
      'fence',
      'indented-code',
      'html',
      'thematic-break',
      'item',
      'table',
      'fence',
    ])
  })

  it('leaves undecided what is too much for remark', () => {
    const deep = `${'> '.repeat(60)}a`
    expect(hasUndecided(settle(deep, 0))).toBe(true)
    expect(hasUndecided(settle(`[a]: b\n\n${'word '.repeat(8_000)}`, 0))).toBe(true)
    expect(hasUndecided(settle(`[a]: b\n\n${'word '.repeat(800)}`, 0))).toBe(false)
  })
})
