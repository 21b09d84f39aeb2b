import { type Span, span } from '../core/span.ts'
import { type Cell, cellsOf, isPlainAscii, unitsPerColumn } from './cells.ts'

/** A source line as it is printed, and where its underline goes: columns from 0. `underline` is at least one. */
export interface LineView {
  readonly text: string
  readonly column: number
  readonly underline: number
}

const tabStop = 4

/**
 * The part of a line that fits in `columns` (at least 8) with `focus` in sight, `…` standing for what is cut off.
 * `line` is the line without its ending, `focus` what to underline, both as offsets of `text`; an empty focus, or one
 * beyond the line, is underlined with one column. The cost depends on `columns`, not on the length of the line.
 */
export function viewLine(text: string, line: Span, focus: Span, columns: number): LineView {
  const start = Math.max(line.start, Math.min(focus.start, line.end))
  const whole = text.slice(line.start, line.end)
  if (whole.length < columns && isPlainAscii(whole)) return plainView(whole, line, start, focus)
  const seen = visiblePart(text, line, start, columns)
  const cells = expandTabs(text, cellsOf(text, seen.start, seen.end))
  // A place behind the last character needs a column to point at.
  if (start === line.end) cells.push({ start, end: start + 1, text: ' ', width: 1 })
  const width = focus.end > focus.start ? Math.min(focus.end, line.end) - start : 0
  const target = span(start, Math.max(start + 1, start + width))
  const cut = { left: seen.start > line.start, right: seen.end < line.end }
  const view = render(clipCells(cells, target, columns, cut), target)
  return width > 0 ? view : { ...view, underline: 1 }
}

/** The common line, short and in ASCII, is printed as it is: no cell needs to be made. */
function plainView(text: string, line: Span, start: number, focus: Span): LineView {
  const underline = Math.max(1, Math.min(focus.end, line.end) - start)
  return { text: text.trimEnd(), column: start - line.start, underline: focus.end > focus.start ? underline : 1 }
}

/** More of the line than could be shown on either side of `focus`, and never half of a surrogate pair at its start. */
function visiblePart(text: string, line: Span, focus: number, columns: number): Span {
  const reach = columns * unitsPerColumn
  const from = Math.max(line.start, focus - reach)
  const isLow = from > line.start && /[\uDC00-\uDFFF]/.test(text.charAt(from))
  return span(isLow ? from + 1 : from, Math.min(line.end, focus + reach))
}

function expandTabs(text: string, cells: readonly Cell[]): Cell[] {
  let column = 0
  return cells.map((cell) => {
    const width = text.charAt(cell.start) === '\t' ? tabStop - (column % tabStop) : cell.width
    column += width
    return width === cell.width ? cell : { ...cell, text: ' '.repeat(width), width }
  })
}

interface Cut {
  readonly left: boolean
  readonly right: boolean
}

interface Clipped {
  readonly cells: readonly Cell[]
  readonly cut: Cut
}

function clipCells(cells: readonly Cell[], target: Span, columns: number, cut: Cut): Clipped {
  const total = widthOf(cells)
  if (total <= columns && !cut.left && !cut.right) return { cells, cut }
  const room = columns - 2
  const before = widthOf(cells.filter(({ end }) => end <= target.start))
  const wanted = widthOf(cells.filter((cell) => overlaps(cell, target)))
  const fitsFromStart = !cut.left && before + wanted <= room
  // What is pointed at stands after a quarter of context, or further right where that would leave room at the end.
  const ideal = before - Math.min(before, Math.max(room >> 2, room - wanted - (room >> 2)))
  const skip = fitsFromStart ? 0 : Math.max(ideal, 0)
  return takeColumns(cells, skip, room, cut)
}

/** The cells after the first `skip` columns, as many as fit in `room`. */
function takeColumns(cells: readonly Cell[], skip: number, room: number, cut: Cut): Clipped {
  const taken: Cell[] = []
  let column = 0
  let width = 0
  let left = cut.left
  let right = cut.right
  for (const cell of cells) {
    if (column < skip) left = true
    else if (width + cell.width > room) {
      right = true
      break
    } else {
      taken.push(cell)
      width += cell.width
    }
    column += cell.width
  }
  return { cells: taken, cut: { left, right } }
}

function render({ cells, cut }: Clipped, target: Span): LineView {
  const ellipsis = cut.left ? 1 : 0
  const column = ellipsis + widthOf(cells.filter(({ end }) => end <= target.start))
  const underline = widthOf(cells.filter((cell) => overlaps(cell, target)))
  const shown = cells.map((cell) => cell.text).join('')
  const text = `${cut.left ? '…' : ''}${shown}${cut.right ? '…' : ''}`.trimEnd()
  return { text, column, underline: Math.max(1, underline) }
}

const overlaps = (cell: Cell, { start, end }: Span): boolean => cell.end > start && cell.start < end

function widthOf(cells: readonly Cell[]): number {
  let width = 0
  for (const cell of cells) width += cell.width
  return width
}
