/** The length of a text in bytes of UTF-8. */
export const inBytes = (text: string): number => Buffer.byteLength(text)

/** What the remark about rows that are left out may take, in bytes. */
const remarkRoom = 100

/** A row of a table, made only where it is needed, and how many of what is counted it stands for. */
export interface Row {
  readonly counts: number
  readonly make: () => string
}

/** As many rows, in order, as `room` bytes hold, and what is said about all that those stand for that are left out. */
export function keepWithin(rows: readonly Row[], room: number, remark: (left: number) => string): string {
  const kept: string[] = []
  let bytes = 0
  for (const [at, { make }] of rows.entries()) {
    const row = make()
    bytes += inBytes(row)
    if (bytes > room - remarkRoom) return kept.join('') + remark(countOf(rows.slice(at)))
    kept.push(row)
  }
  return kept.join('')
}

const countOf = (rows: readonly Row[]): number => rows.reduce((sum, { counts }) => sum + counts, 0)
