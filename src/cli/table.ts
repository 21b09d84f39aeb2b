import { displayWidth } from '../reporters/cells.ts'
import { safeText } from '../reporters/safe-text.ts'

/** A table for people: columns padded to their widest cell, the last one left as it is. */
export function printTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows].map((row) => row.map(safeText))
  const widths = header.map((_, column) => Math.max(...all.map((row) => displayWidth(row[column] ?? ''))))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell + padding(cell, widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  return `${all.map(line).join('\n')}\n`
}

const padding = (cell: string, width: number): string => ' '.repeat(Math.max(0, width - displayWidth(cell)))
