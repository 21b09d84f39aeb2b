import { type Span, span } from '../core/span.ts'
import type { Entry, Value } from '../core/value.ts'
import { lineEndAt, nextLineStart, skipBlanks, trimEnd } from './lines.ts'

/**
 * Reads frontmatter that consists of nothing but `key: value` lines with plain or simply quoted values and `key:` over
 * `- item` lines, without the YAML parser, which costs twenty times as much (measured; most real files are like this).
 * Undefined where anything else occurs, so the answer is always the parser's: a test compares the two.
 */
export function readSimpleEntries(text: string, content: Span): Entry[] | undefined {
  const reading = readSimple(text, content, false)
  return reading?.entries
}

/** Entries that a host which quotes what needs quotes arrives at, and the colon that made it. */
export interface SimpleRecovery {
  readonly entries: readonly Entry[]
  readonly key: string
  readonly colon: Span
}

/**
 * The same for the one mistake that most invalid files make: an unquoted `: ` in a one-line value. Such a block is never
 * YAML, and what quoting the line gives is the line's own text (see `document/recovery`). Undefined where anything else
 * occurs, or no such mistake does.
 */
export function readSimpleRecovery(text: string, content: Span): SimpleRecovery | undefined {
  const reading = readSimple(text, content, true)
  if (reading?.colon === undefined || reading.key === undefined) return undefined
  return { entries: reading.entries, key: reading.key, colon: reading.colon }
}

interface Reading {
  readonly entries: Entry[]
  key: string | undefined
  colon: Span | undefined
}

function readSimple(text: string, content: Span, mayRecover: boolean): Reading | undefined {
  const reading: Reading = { entries: [], key: undefined, colon: undefined }
  const { entries } = reading
  const seen = new Set<string>()
  let start = content.start
  while (start < content.end) {
    const end = Math.min(lineEndAt(text, start), content.end)
    const next = Math.min(nextLineStart(text, end), content.end)
    const code = text.charCodeAt(start)
    // An empty line or a comment between keys says nothing.
    if (start === end || code === 35) {
      start = next
      continue
    }
    const keyEnd = simpleKeyEnd(text, start, end)
    if (keyEnd === undefined || hasLoneReturn(text, end)) return undefined
    const key = text.slice(start, keyEnd)
    if (seen.has(key) || isReserved(key)) return undefined
    seen.add(key)
    const read =
      simpleValue(text, keyEnd, end, next, content.end) ??
      (mayRecover ? recoveredValue(text, start, keyEnd, end, next, content.end) : undefined)
    if (read === undefined) return undefined
    if (read.colon !== undefined && reading.colon === undefined) {
      reading.colon = read.colon
      reading.key = key
    }
    entries.push({ key, keySpan: span(start, keyEnd), value: read.value })
    start = read.next
  }
  return reading
}

interface ReadValue {
  readonly value: Value
  readonly next: number
  /** The colon that YAML does not allow, in a value that is recovered. */
  readonly colon?: Span
}

/**
 * A plain value with a `: ` in it, on a line that quoting mends: a key without digits, no blank and no carriage return
 * at the end. A ` #` would start a comment, and whether before or after the colon matters: that is the parser's.
 */
function recoveredValue(
  text: string,
  start: number,
  colon: number,
  end: number,
  next: number,
  limit: number,
): ReadValue | undefined {
  const from = skipBlanks(text, colon + 1, end)
  const isMendable = hasNoDigit(text, start, colon) && end === trimEnd(text, from, end) && text.charCodeAt(end) !== 13
  if (!isMendable || from >= end || continues(text, next, limit) || !isLetter(text.charCodeAt(from))) return undefined
  const at = text.indexOf(': ', from)
  if (at === -1 || at >= end - 1) return undefined
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code < 32 || (code >= 127 && isOdd(code)) || (code === 35 && text.charCodeAt(i - 1) === 32)) return undefined
  }
  const value = { kind: 'scalar', value: text.slice(from, end), span: span(from, end) } as const
  return { value, next, colon: span(at, at + 1) }
}

/** Control characters, other line breaks, which keep the host from mending the line, and a byte order mark. */
const isOdd = (code: number): boolean => code < 160 || code === 0x2028 || code === 0x2029 || code === 0xfeff

function hasNoDigit(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code >= 48 && code <= 57) return false
  }
  return true
}

/** The value behind a colon, and where the line after it starts. */
function simpleValue(text: string, colon: number, end: number, next: number, limit: number): ReadValue | undefined {
  const from = skipBlanks(text, colon + 1, end)
  const to = trimEnd(text, from, end)
  if (from === to) return simpleList(text, next, limit)
  if (continues(text, next, limit)) return undefined
  const value = simpleScalar(text, from, to) ?? simpleFlowList(text, from, to)
  return value === undefined ? undefined : { value, next }
}

/** `- item` lines, all with one indentation. */
function simpleList(text: string, first: number, limit: number): ReadValue | undefined {
  const items: Value[] = []
  let start = first
  let indent = -1
  while (start < limit) {
    const end = Math.min(lineEndAt(text, start), limit)
    const dash = skipSpaces(text, start, end)
    if (text.charCodeAt(dash) !== 45 || text.charCodeAt(dash + 1) !== 32) break
    if (indent !== -1 && dash - start !== indent) return undefined
    if (hasLoneReturn(text, end)) return undefined
    indent = dash - start
    const from = skipBlanks(text, dash + 1, end)
    const item = simpleScalar(text, from, trimEnd(text, from, end))
    if (item === undefined) return undefined
    items.push(item)
    start = Math.min(nextLineStart(text, end), limit)
  }
  // An empty value is the parser's business, and so is a list that something else follows.
  const at = items[0]?.span
  const last = items.at(-1)?.span
  if (at === undefined || last === undefined || continues(text, start, limit)) return undefined
  return { value: { kind: 'list', items, span: span(first + indent, last.end) }, next: start }
}

/** A carriage return that is not part of the line's end belongs to the value. */
const hasLoneReturn = (text: string, lineEnd: number): boolean => text.charCodeAt(lineEnd - 1) === 13

function skipSpaces(text: string, from: number, to: number): number {
  let offset = from
  while (offset < to && text.charCodeAt(offset) === 32) offset++
  return offset
}

/** Does the line go on with the value before it (or look as if)? */
function continues(text: string, start: number, limit: number): boolean {
  if (start >= limit) return false
  const code = text.charCodeAt(start)
  return code === 32 || code === 9 || code === 10 || code === 13 || code === 45 || code === 35
}

/** Letters, digits, `_` and `-`, starting with a letter, right before a colon and a blank or the line's end. */
function simpleKeyEnd(text: string, start: number, end: number): number | undefined {
  if (!isLetter(text.charCodeAt(start))) return undefined
  let cursor = start + 1
  while (cursor < end && isWord(text.charCodeAt(cursor))) cursor++
  if (text.charCodeAt(cursor) !== 58 || cursor >= end) return undefined
  return cursor + 1 === end || text.charCodeAt(cursor + 1) === 32 ? cursor : undefined
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
const isWord = (code: number): boolean => isLetter(code) || (code >= 48 && code <= 57) || code === 95 || code === 45

const reserved = /^(?:null|true|false)$/i
const isReserved = (word: string): boolean => reserved.test(word)

function simpleScalar(text: string, from: number, to: number): Value | undefined {
  const code = text.charCodeAt(from)
  if (code === 34 || code === 39) return quotedScalar(text, from, to, code)
  if (!isLetter(code) || !isPlain(text, from, to)) return undefined
  const value = text.slice(from, to)
  return isReserved(value) ? undefined : { kind: 'scalar', value, span: span(from, to) }
}

/** No `: `, no ` #`, no colon at the end, no tab or control character. */
function isPlain(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code < 32 || code === 127) return false
    if (code === 58 && (i + 1 === to || text.charCodeAt(i + 1) === 32)) return false
    if (code === 35 && text.charCodeAt(i - 1) === 32) return false
  }
  return true
}

/** Quotes around a text that has neither that quote, a backslash nor a control character in it. */
function quotedScalar(text: string, from: number, to: number, quote: number): Value | undefined {
  if (to - from < 2 || text.charCodeAt(to - 1) !== quote) return undefined
  for (let i = from + 1; i < to - 1; i++) {
    const code = text.charCodeAt(i)
    if (code === quote || code === 92 || code < 32 || code === 127) return undefined
  }
  return { kind: 'scalar', value: text.slice(from + 1, to - 1), span: span(from, to) }
}

/** `[a, 'b', "c"]` on one line. */
function simpleFlowList(text: string, from: number, to: number): Value | undefined {
  if (text.charCodeAt(from) !== 91 || text.charCodeAt(to - 1) !== 93) return undefined
  const items: Value[] = []
  let cursor = skipBlanks(text, from + 1, to - 1)
  while (cursor < to - 1) {
    const end = itemEnd(text, cursor, to - 1)
    const item = flowItem(text, cursor, trimEnd(text, cursor, end))
    if (item === undefined) return undefined
    items.push(item)
    cursor = skipBlanks(text, Math.min(end + 1, to - 1), to - 1)
  }
  return { kind: 'list', items, span: span(from, to) }
}

function itemEnd(text: string, from: number, to: number): number {
  const quote = text.charCodeAt(from)
  const close = quote === 34 || quote === 39 ? text.indexOf(text.charAt(from), from + 1) : from
  const comma = text.indexOf(',', close === -1 ? to : close)
  return comma === -1 || comma > to ? to : comma
}

function flowItem(text: string, from: number, to: number): Value | undefined {
  const item = simpleScalar(text, from, to)
  return item === undefined || hasFlowSyntax(text, item.span) ? undefined : item
}

function hasFlowSyntax(text: string, at: Span): boolean {
  const first = text.charCodeAt(at.start)
  if (first === 34 || first === 39) return false
  for (let i = at.start; i < at.end; i++) {
    const code = text.charCodeAt(i)
    if (code === 91 || code === 93 || code === 123 || code === 125 || code === 58) return true
  }
  return false
}
