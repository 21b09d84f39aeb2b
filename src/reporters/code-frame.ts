import type { Location } from '../core/span.ts'
import { displayWidth } from './cells.ts'
import { count } from './count.ts'
import { viewLine } from './line-view.ts'
import { type FindLines, type LineIndex, lineSpan, linesOf, positionAt } from './position.ts'
import { safeText } from './safe-text.ts'
import type { Paint, Style } from './style.ts'
import { wrapText } from './wrap.ts'

/** A place to show, what to write behind its underline, and in which colour. */
export interface FrameLocation extends Location {
  readonly label: string | undefined
  readonly paint: Paint
}

export interface Frame {
  readonly lines: readonly string[]
  /** Columns of the line numbers: what stands below lines up with the bar, one column after them. */
  readonly gutter: number
}

interface FrameContext {
  readonly width: number
  readonly gutter: number
  readonly style: Style
}

/**
 * Shows places of one or more files: `--> path:line:column` where the file changes, the source line behind its number,
 * carets below exactly the characters of the span, and the label. Of a span over several lines the first is underlined.
 * No source, caret or label line is wider than `frameWidth(width)`; paths are never cut. All text is made safe.
 */
export function codeFrame(
  locations: readonly FrameLocation[],
  findLines: FindLines,
  style: Style,
  width: number | undefined,
): Frame {
  const gutter = gutterWidth(locations, findLines)
  const context = { width: frameWidth(width), gutter, style }
  const lines: string[] = []
  let previous: Shown | undefined
  for (const location of locations) {
    const shown = showLocation(location, findLines(location.path), context)
    lines.push(...join(previous, shown, context))
    previous = shown
  }
  return { lines, gutter }
}

/** The columns to print in: 80 where none are known, and never fewer than 40. */
export function frameWidth(width: number | undefined): number {
  if (width === undefined || Number.isNaN(width) || width <= 0) return 80
  return Math.max(40, Math.floor(width))
}

interface Shown {
  readonly path: string
  readonly header: string
  readonly line: number | undefined
  readonly source: string
  readonly marks: readonly string[]
}

function showLocation(location: FrameLocation, index: LineIndex | undefined, context: FrameContext): Shown {
  const { path, span, label, paint } = location
  const pad = ' '.repeat(context.gutter)
  const header = `${pad}${context.style.gutter('-->')} ${safeText(path)}`
  if (index === undefined) {
    const text = label === undefined ? header : `${header}: ${safeText(label)}`
    return { path, header: text, line: undefined, source: '', marks: [] }
  }
  const { line, column } = positionAt(index, span.start)
  const columns = context.width - context.gutter - 3
  const view = viewLine(index.text, lineSpan(index, line), span, columns)
  const bar = context.style.gutter(`${String(line).padStart(context.gutter)} |`)
  const marks = underline(view, labelOf(location, index), columns).map(
    (text) => `${context.style.gutter(`${pad} |`)} ${' '.repeat(indentOf(text))}${paint(text.trimStart())}`,
  )
  return { path, header: `${header}:${line}:${column}`, line, source: `${bar} ${view.text}`.trimEnd(), marks }
}

/** One location after another: no second header for the same file, no second copy of the same line. */
function join(previous: Shown | undefined, shown: Shown, { gutter, style }: FrameContext): string[] {
  const isSameFile = previous !== undefined && previous.path === shown.path && shown.line !== undefined
  if (isSameFile && previous.source === shown.source) return [...shown.marks]
  const body = shown.line === undefined ? [] : [shown.source, ...shown.marks]
  if (isSameFile && previous.line !== undefined) {
    return isNext(previous.line, shown.line) ? body : [style.gutter('...'), ...body]
  }
  const blank = previous === undefined && body.length > 0 ? [style.gutter(`${' '.repeat(gutter)} |`)] : []
  return [shown.header, ...blank, ...body]
}

const isNext = (line: number, next: number | undefined): boolean => next === line || next === line + 1

/** The carets with the label behind them where it fits, else below them, as far left as it has to be. */
function underline(view: { column: number; underline: number }, label: string, columns: number): string[] {
  const carets = ' '.repeat(view.column) + '^'.repeat(view.underline)
  if (label === '') return [carets]
  const width = displayWidth(label)
  if (carets.length + 1 + width <= columns) return [`${carets} ${label}`]
  const indent = ' '.repeat(Math.max(0, Math.min(view.column, columns - width)))
  return [carets, ...wrapText(label, columns, columns).map((line) => indent + line)]
}

function labelOf({ label, span }: FrameLocation, index: LineIndex): string {
  const { first, last } = linesOf(index, span)
  const more = last > first ? `(+${count(last - first, 'line')})` : ''
  return [safeText(label ?? ''), more].filter((part) => part !== '').join(' ')
}

function gutterWidth(locations: readonly FrameLocation[], findLines: FindLines): number {
  let widest = 1
  for (const { path, span } of locations) {
    const index = findLines(path)
    if (index !== undefined) widest = Math.max(widest, String(positionAt(index, span.start).line).length)
  }
  return widest
}

const indentOf = (text: string): number => text.length - text.trimStart().length
