import type { Location } from '../core/span.ts'
import { type FindLines, positionAt } from './position.ts'
import { safeText } from './safe-text.ts'

/** Where something starts and ends: lines and columns from 1, columns in UTF-16 units, the end column after the last. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** The place of a location; the start of the file where its text is not known. */
export function placeOf({ path, span }: Location, findLines: FindLines): Place {
  const index = findLines(path)
  if (index === undefined) return { line: 1, column: 1, endLine: 1, endColumn: 1 }
  const start = positionAt(index, span.start)
  const end = positionAt(index, span.end)
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
}

/** A path, made safe, for the start of a line: build services take a line that starts with `::` for a command. */
export function leadingPath(path: string): string {
  const safe = safeText(path)
  return safe.trimStart().startsWith(':') ? `./${safe}` : safe
}
