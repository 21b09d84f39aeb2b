import { type Span, span } from '../core/span.ts'
import { isBlankCode, trimBlanks } from './scan-starts.ts'
import type { ParagraphLeaf, TableLeaf } from './scan-state.ts'

/**
 * The table that starts with the paragraph's last line, if the line between the offsets is its delimiter row and has as
 * many cells; else undefined. Grammar: `scanner.md`.
 */
export function openTable(text: string, leaf: ParagraphLeaf, from: number, end: number): TableLeaf | undefined {
  if (leaf.isLastLazy || !isDelimiterRow(text, from, end)) return undefined
  const header = cellsOf(text, leaf.lastStart, leaf.end)
  if (header.length !== cellsOf(text, from, end).length) return undefined
  return { kind: 'table', start: leaf.lastStart, end: trimBlanks(text, from, end), header, rows: [] }
}

/** Cells of dashes with a colon at either end, and at least one `|`. */
function isDelimiterRow(text: string, from: number, end: number): boolean {
  let hasPipe = false
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 124) hasPipe = true
    else if (code !== 45 && code !== 58 && !isBlankCode(code)) return false
  }
  return hasPipe && cellsOf(text, from, end).every((cell) => isDelimiterCell(text, cell))
}

function isDelimiterCell(text: string, cell: Span): boolean {
  const start = text.charCodeAt(cell.start) === 58 ? cell.start + 1 : cell.start
  const end = cell.end > start && text.charCodeAt(cell.end - 1) === 58 ? cell.end - 1 : cell.end
  for (let i = start; i < end; i++) if (text.charCodeAt(i) !== 45) return false
  return end > start
}

/** The cells of one line, without the blanks around them. `\|` is no border; a `|` at either end opens no cell. */
export function cellsOf(text: string, from: number, to: number): Span[] {
  const cells: Span[] = []
  const end = trimBlanks(text, from, to)
  let start = text.charCodeAt(from) === 124 ? from + 1 : from
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 92) i++
    else if (code === 124) {
      cells.push(trimmed(text, start, i))
      start = i + 1
    }
  }
  if (start < end) cells.push(trimmed(text, start, end))
  return cells
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from
  while (start < to && isBlankCode(text.charCodeAt(start))) start++
  return span(start, trimBlanks(text, start, to))
}
