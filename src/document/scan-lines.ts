import { indexBetween, type Span } from '../core/span.ts'

/**
 * A reading position that goes through a text line by line and knows columns, as tabs count to the next multiple of four.
 * One object is reused for all lines: the scanner's hot loop makes none.
 */
export interface LineCursor {
  readonly text: string
  /** Where the scanned part ends. */
  readonly limit: number
  /** The current line: start, end before its break, start of the next. */
  start: number
  end: number
  next: number
  /** What is read of it so far, and the column there. Inside a tab `at` stays on it while `column` moves. */
  at: number
  column: number
  /** The first character after `at` that is no blank, and how many columns away it is. */
  first: number
  indent: number
  /** The next carriage return at or after `next`, or `limit`. */
  carriageReturn: number
}

export function openCursor(text: string, part: Span): LineCursor {
  const { start, end } = part
  const carriageReturn = indexUpTo(text, '\r', start, end)
  return {
    text,
    limit: end,
    start,
    end: start,
    next: start,
    at: start,
    column: 0,
    first: start,
    indent: 0,
    carriageReturn,
  }
}

const indexUpTo = (text: string, wanted: string, from: number, limit: number): number => {
  const found = indexBetween(text, wanted, from, limit)
  return found === -1 ? limit : found
}

/** Moves to the next line; false at the end. A line ends at `\n`, `\r\n` or `\r`, as in CommonMark. */
export function readLine(cursor: LineCursor): boolean {
  const { text, limit, next } = cursor
  if (next >= limit) return false
  const newline = indexUpTo(text, '\n', next, limit)
  cursor.start = next
  if (cursor.carriageReturn < newline) {
    cursor.end = cursor.carriageReturn
    cursor.next = cursor.end + 1 === newline ? Math.min(newline + 1, limit) : cursor.end + 1
    cursor.carriageReturn = indexUpTo(text, '\r', cursor.next, limit)
  } else {
    cursor.end = newline
    cursor.next = newline < limit ? newline + 1 : limit
  }
  cursor.at = next
  cursor.column = 0
  return true
}

/** Looks past the blanks at the cursor: sets `first` and `indent`. */
export function measureIndent(cursor: LineCursor): void {
  const { text, end } = cursor
  let offset = cursor.at
  let column = cursor.column
  while (offset < end) {
    const code = text.charCodeAt(offset)
    if (code === 32) column++
    else if (code === 9) column += 4 - (column & 3)
    else break
    offset++
  }
  cursor.first = offset
  cursor.indent = column - cursor.column
}

/** Nothing but blanks left on the line? `measureIndent` comes first. */
export const isRestBlank = (cursor: LineCursor): boolean => cursor.first >= cursor.end

/** Reads up to and with `offset`, which lies at or after `first`, in characters that are no tabs. */
export function advanceTo(cursor: LineCursor, offset: number): void {
  cursor.column += cursor.indent + (offset - cursor.first)
  cursor.at = offset
}

/** Reads that many columns of blanks, if need be only a part of a tab. */
export function advanceColumns(cursor: LineCursor, count: number): void {
  let left = count
  while (left > 0 && cursor.at < cursor.end) {
    const code = cursor.text.charCodeAt(cursor.at)
    const width = code === 9 ? 4 - (cursor.column & 3) : 1
    const step = Math.min(width, left)
    if (step === width) cursor.at++
    cursor.column += step
    left -= step
  }
}

/** Reads the one blank that belongs to the `>` before it, if it is there. */
export function advancePastBlank(cursor: LineCursor): void {
  if (cursor.at >= cursor.end) return
  const code = cursor.text.charCodeAt(cursor.at)
  if (code === 32 || code === 9) advanceColumns(cursor, 1)
}
