import type { Report } from '../core/report.ts'
import { textStart } from '../core/source-file.ts'
import { type Span, span } from '../core/span.ts'

/** Both 1-based; the column in UTF-16 units. A byte order mark takes no column, as editors count. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Where the lines of one text start: built once a file, asked many times. */
export interface LineIndex {
  readonly text: string
  readonly starts: readonly number[]
}

/** The index of `text`. `\n`, `\r\n` and a lone `\r` each end a line. */
export function indexLines(text: string): LineIndex {
  const starts = [textStart(text)]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  return { text, starts }
}

/** Line and column of a UTF-16 offset; offsets outside of the text count as its nearer end. */
export function positionAt(index: LineIndex, offset: number): Position {
  const at = Math.max(0, Math.min(offset, index.text.length))
  const line = lineNumberAt(index, at)
  return { line, column: Math.max(0, at - startOf(index, line)) + 1 }
}

/** A line (1-based) without its line ending, as offsets into the text. */
export function lineSpan(index: LineIndex, line: number): Span {
  const start = startOf(index, line)
  const next = index.starts[line]
  return span(start, next === undefined ? index.text.length : beforeLineBreak(index.text, next))
}

/** The first and the last line that `at` has characters of, so that a trailing line break counts for its own line. */
export function linesOf(index: LineIndex, at: Span): { first: number; last: number } {
  const first = positionAt(index, at.start).line
  if (at.end <= at.start) return { first, last: first }
  return { first, last: positionAt(index, at.end - 1).line }
}

/** Finds the line index of a path; undefined for a path without a text. Each index is built when first asked for. */
export type FindLines = (path: string) => LineIndex | undefined

/** The only way from a report to the texts in it: in what it gives, secrets are covered, and all places are where they were. */
export function lineFinder({ texts, secrets }: Pick<Report, 'texts' | 'secrets'>): FindLines {
  const known = new Map<string, LineIndex>()
  return (path) => {
    const text = texts.get(path)
    if (text === undefined) return undefined
    const index = known.get(path) ?? indexLines(covered(text, secrets.get(path) ?? []))
    known.set(path, index)
    return index
  }
}

/** The text with a `*` for every unit of these places, line breaks kept. */
export function covered(text: string, places: readonly Span[]): string {
  let shown = text
  for (const { start, end } of places) {
    shown = shown.slice(0, start) + shown.slice(start, end).replaceAll(/[^\r\n]/g, '*') + shown.slice(end)
  }
  return shown
}

function lineNumberAt({ starts }: LineIndex, offset: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return low + 1
}

const startOf = ({ starts }: LineIndex, line: number): number => starts[line - 1] ?? 0

function beforeLineBreak(text: string, lineStart: number): number {
  const isPair = text.charCodeAt(lineStart - 1) === 10 && text.charCodeAt(lineStart - 2) === 13
  return lineStart - (isPair ? 2 : 1)
}
