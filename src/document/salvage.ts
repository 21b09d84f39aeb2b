import { type Span, slice, span } from '../core/span.ts'
import type { Entry, Value } from '../core/value.ts'
import { lineEndAt, nextLineStart, skipBlanks, trimEnd } from './lines.ts'

/**
 * Reads frontmatter that no YAML parser takes, line by line: top-level keys, each with the text up to the next one.
 * Lines that start with `- ` below a key make a list. Never fails; one pass.
 */
export function salvageEntries(text: string, content: Span): Entry[] {
  const entries: Entry[] = []
  let start = content.start
  while (start < content.end) {
    const end = Math.min(lineEndAt(text, start), content.end)
    const keyEnd = topLevelKeyEnd(text, start, end)
    const next = Math.min(nextLineStart(text, end), content.end)
    if (keyEnd === undefined) {
      start = next
      continue
    }
    const rest = untilNextKey(text, next, content.end)
    const value = readValue(text, span(keyEnd + 1, end), span(next, rest))
    if (value !== undefined) entries.push({ key: text.slice(start, keyEnd), keySpan: span(start, keyEnd), value })
    start = rest
  }
  return entries
}

/** The offset of the colon after a key of letters, digits, `_` and `-` in column 0. */
export function topLevelKeyEnd(text: string, start: number, end: number): number | undefined {
  let cursor = start
  while (cursor < end && isKeyCode(text.charCodeAt(cursor))) cursor++
  if (cursor === start || text.charCodeAt(cursor) !== 58) return undefined
  const after = text.charCodeAt(cursor + 1)
  return cursor + 1 >= end || after === 32 || after === 9 || after === 13 ? cursor : undefined
}

const isKeyCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 45

function untilNextKey(text: string, from: number, to: number): number {
  let start = from
  while (start < to) {
    const end = Math.min(lineEndAt(text, start), to)
    if (topLevelKeyEnd(text, start, end) !== undefined) return start
    start = Math.min(nextLineStart(text, end), to)
  }
  return to
}

/** Undefined for brackets: what they hold is the parser's to say, and a guess would bring findings of its own. */
function readValue(text: string, line: Span, below: Span): Value | undefined {
  const start = skipBlanks(text, line.start, line.end)
  const first = span(start, trimEnd(text, start, line.end))
  if (text.charCodeAt(start) === 91 || text.charCodeAt(start) === 123) return undefined
  const items = first.start === first.end ? listItems(text, below) : []
  if (items.length > 0) return { kind: 'list', items, span: span(items[0]?.span.start ?? start, below.end) }
  const end = Math.max(first.end, trimBreaks(text, below))
  const place = span(first.start, below.end > below.start ? Math.max(first.end, end) : first.end)
  return { kind: 'scalar', value: place.start === place.end ? null : unquoted(slice(text, place)), span: place }
}

const trimBreaks = (text: string, at: Span): number => at.start + slice(text, at).trimEnd().length

function listItems(text: string, below: Span): Value[] {
  const items: Value[] = []
  let start = below.start
  while (start < below.end) {
    const end = Math.min(lineEndAt(text, start), below.end)
    const dash = skipBlanks(text, start, end)
    if (text.startsWith('- ', dash)) {
      const from = skipBlanks(text, dash + 2, end)
      const place = span(from, trimEnd(text, from, end))
      items.push({ kind: 'scalar', value: unquoted(slice(text, place)), span: place })
    }
    start = Math.min(nextLineStart(text, end), below.end)
  }
  return items
}

function unquoted(written: string): string {
  const quote = written[0]
  const isQuoted = written.length > 1 && (quote === '"' || quote === "'") && written.at(-1) === quote
  return isQuoted ? written.slice(1, -1) : written
}
