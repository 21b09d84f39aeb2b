import { type Span, span } from '../core/span.ts'
import type { Entry, Value } from '../core/value.ts'
import type { YamlReader } from '../data/yaml.ts'
import { needsQuotes } from './taken-as-text.ts'

/**
 * Claude Code's second try at frontmatter that is not YAML (observed on 2.1.329, 2026-11-20; the same since 2.1.112):
 * one-line top-level values that would need quotes get them, leading tabs become two blanks each, and the result is
 * parsed once more. What follows from that, and is wanted here: a block scalar's `|` is quoted too (and the file fails),
 * a comment becomes part of its value, keys with a digit are left alone, and lines that end in a carriage return are.
 *
 * Gives the entries with spans in the original text, or undefined where the second parse fails too.
 */
export function recoverByQuoting(text: string, content: Span, yaml: YamlReader): Entry[] | undefined {
  const rewritten = rewrite(text, content, yaml)
  const reading = yaml.read(rewritten.text, span(0, rewritten.text.length))
  if (reading.problems.length > 0) return undefined
  if (reading.root === undefined) return []
  if (reading.root.kind !== 'map') return undefined
  return reading.root.entries.map((entry) => mapEntry(entry, rewritten.pieces))
}

/** A stretch of the rewritten text and where it came from. `literal`: character by character. */
interface Piece {
  readonly start: number
  readonly end: number
  readonly from: Span
  readonly literal: boolean
}

interface Rewritten {
  readonly text: string
  readonly pieces: readonly Piece[]
}

function rewrite(text: string, content: Span, yaml: YamlReader): Rewritten {
  const pieces: Piece[] = []
  let out = ''
  const add = (piece: string, from: Span, literal: boolean): void => {
    if (piece !== '') pieces.push({ start: out.length, end: out.length + piece.length, from, literal })
    out += piece
  }
  for (const line of linesOf(text, content)) {
    const value = valueToQuote(text, line, yaml)
    if (value === undefined) {
      const tabs = countTabs(text, line)
      add('  '.repeat(tabs), span(line.start, line.start + tabs), false)
      add(text.slice(line.start + tabs, line.end), span(line.start + tabs, line.end), true)
    } else {
      add(text.slice(line.start, value.start), span(line.start, value.start), true)
      add(doubleQuoted(text.slice(value.start, value.end)), value, false)
    }
    if (line.end < content.end) add('\n', span(line.end, line.end + 1), true)
  }
  return { text: out, pieces }
}

/** Lines are split at `\n` alone, so a carriage return stays at the end of its line. */
function* linesOf(text: string, content: Span): Generator<Span> {
  let start = content.start
  while (start <= content.end) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 || newline >= content.end ? content.end : newline
    yield span(start, end)
    if (end === content.end) return
    start = end + 1
  }
}

function countTabs(text: string, line: Span): number {
  let tabs = 0
  while (line.start + tabs < line.end && text.charCodeAt(line.start + tabs) === 9) tabs++
  return tabs
}

/** The value of a `key: value` line in column 0 that would be put in quotes; undefined where the line stays. */
function valueToQuote(text: string, line: Span, yaml: YamlReader): Span | undefined {
  const value = oneLineValue(text, line)
  if (value === undefined) return undefined
  const written = text.slice(value.start, value.end)
  if (!needsQuotes.test(written) || isQuoted(written) || isFlowList(written, yaml)) return undefined
  return value
}

/** Letters, `_` and `-` only, right before the colon; then blanks, then at least one character, and none that ends a line. */
export function oneLineValue(text: string, line: Span): Span | undefined {
  let cursor = line.start
  while (cursor < line.end && isKeyCode(text.charCodeAt(cursor))) cursor++
  if (cursor === line.start || text.charCodeAt(cursor) !== 58) return undefined
  const blanks = cursor + 1
  let start = blanks
  while (start < line.end && isBlankSign(text.charAt(start))) start++
  if (start === blanks || start >= line.end || lineEnds.test(text.slice(start, line.end))) return undefined
  return span(start, line.end)
}

/** What `.` in a regular expression does not take. */
const lineEnds = /[\r\u2028\u2029]/
const isBlankSign = (sign: string): boolean => sign === ' ' || sign === '\t' || (sign > '\x7F' && /\s/.test(sign))

const isKeyCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 45

const isQuoted = (written: string): boolean =>
  written.length > 1 && (written[0] === '"' || written[0] === "'") && written.at(-1) === written[0]

function isFlowList(written: string, yaml: YamlReader): boolean {
  if (!written.startsWith('[') || !written.trimEnd().endsWith(']')) return false
  const { root, problems } = yaml.read(written, span(0, written.length))
  return root?.kind === 'list' && problems.length === 0
}

const doubleQuoted = (written: string): string => `"${written.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

function mapEntry(entry: Entry, pieces: readonly Piece[]): Entry {
  return { key: entry.key, keySpan: mapSpan(entry.keySpan, pieces), value: mapValue(entry.value, pieces) }
}

/** Nesting is bounded by the YAML reader, so this may recurse. */
function mapValue(value: Value, pieces: readonly Piece[]): Value {
  const place = mapSpan(value.span, pieces)
  if (value.kind === 'scalar') return { ...value, span: place }
  if (value.kind === 'list') {
    return { kind: 'list', items: value.items.map((item) => mapValue(item, pieces)), span: place }
  }
  return { kind: 'map', entries: value.entries.map((entry) => mapEntry(entry, pieces)), span: place }
}

function mapSpan(at: Span, pieces: readonly Piece[]): Span {
  const start = mapOffset(at.start, pieces, 'start')
  return span(start, Math.max(start, at.end === at.start ? start : mapOffset(at.end, pieces, 'end')))
}

/** As the end of a span an offset belongs to the piece before it, as the start of one to the piece after it. */
function mapOffset(offset: number, pieces: readonly Piece[], side: 'start' | 'end'): number {
  const piece = pieceAt(side === 'end' ? offset - 1 : offset, pieces)
  if (piece === undefined) return pieces.at(-1)?.from.end ?? 0
  if (piece.literal) return piece.from.start + (offset - piece.start)
  return side === 'end' ? piece.from.end : piece.from.start
}

function pieceAt(offset: number, pieces: readonly Piece[]): Piece | undefined {
  let low = 0
  let high = pieces.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const piece = pieces[middle]
    if (piece === undefined) return undefined
    if (offset < piece.start) high = middle - 1
    else if (offset >= piece.end) low = middle + 1
    else return piece
  }
  return undefined
}
