import { describe, expect, it } from 'vitest'
import { type Span, span } from '../core/span.ts'
import { codeText } from './scan-code.ts'
import { scanInline } from './scan-inline.ts'

function show(text: string): string[] {
  const cut = (at: Span): string => `${at.start}-${at.end}:${text.slice(at.start, at.end)}`
  return scanInline(text, span(0, text.length)).map((inline) => {
    if (inline.kind === 'code') return `code ${cut(inline.span)} ${cut(inline.content)}`
    if (inline.kind === 'lead') return `lead ${cut(inline.content)} ${inline.colon ?? 'plain'}`
    if (inline.kind === 'autolink') return `autolink ${cut(inline.destination)}`
    return `${inline.kind} ${cut(inline.text)} ${cut(inline.destination)}`
  })
}

describe('code spans', () => {
  it.each([
    ['a `b` c', ['code 2-5:`b` 3-4:b']],
    ['`` a`b ``', ['code 0-9:`` a`b `` 3-6:a`b']],
    ['`a``b`', ['code 0-6:`a``b` 1-5:a``b']],
    ['`a', []],
    ['``a`', []],
    ['\\`a`b`', ['code 3-6:`b` 4-5:b']],
    ['`a\\`b', ['code 0-4:`a\\` 1-3:a\\']],
    ['` `', ['code 0-3:` ` 1-2: ']],
    ['`a\n b`', ['code 0-6:`a\n b` 1-5:a\n b']],
    ['<a href="`">`', []],
    ['<!-- ` --> `x`', ['code 11-14:`x` 12-13:x']],
  ])('%j', (text, found) => expect(show(text)).toEqual(found))

  it('reads a line break and the marks behind it as a space', () => {
    expect(codeText('a\n   b', span(0, 6), 0)).toBe('a b')
    expect(codeText('a\r\n> > b', span(0, 8), 1)).toBe('a > b')
  })
})

describe('links', () => {
  it.each([
    ['[a](b)', ['link 1-2:a 4-5:b']],
    ['![a](<b c> "t")', ['image 2-3:a 6-9:b c']],
    ['[a](b(c)d)', ['link 1-2:a 4-9:b(c)d']],
    ['[`a`](b)', ['link 1-4:`a` 6-7:b', 'code 1-4:`a` 2-3:a']],
    ['[a](`b) c`', ['link 1-2:a 4-6:`b']],
    ['[a [b](c) d](e)', ['link 4-5:b 7-8:c']],
    ['[![a](b)](c)', ['link 1-8:![a](b) 10-11:c', 'image 3-4:a 6-7:b']],
    ['[a](b', []],
    ['[a] (b)', []],
    ['\\[a](b)', []],
    ['<https://x.y> <a@b.c> <no>', ['autolink 1-12:https://x.y', 'autolink 15-20:a@b.c']],
  ])('%j', (text, found) => expect(show(text)).toEqual(found))
})

describe('bold leads', () => {
  it.each([
    ['**You own**: x', ['lead 2-9:You own after']],
    ['**You own:** x', ['lead 2-10:You own: inside']],
    ['__You own__ x', ['lead 2-9:You own plain']],
    ['***You own*** x', ['lead 3-10:You own plain']],
    ['**a `**` b** c', ['lead 2-10:a `**` b plain', 'code 4-8:`**` 5-7:**']],
    ['**소유권：** x', ['lead 2-6:소유권： inside']],
    ['** not** x', []],
    ['**open', []],
    ['x **not first**', []],
  ])('%j', (text, found) => expect(show(text)).toEqual(found))
})
