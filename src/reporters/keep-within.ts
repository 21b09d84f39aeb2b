/** The length of a text in bytes of UTF-8. */
export const inBytes = (text: string): number => Buffer.byteLength(text)

/** What the remark about rows that are left out may take, in bytes. */
const remarkRoom = 100

/** As many rows, in order, as `room` bytes hold, and what is said about those that are left out. */
export function keepWithin(rows: readonly (() => string)[], room: number, remark: (left: number) => string): string {
  const kept: string[] = []
  let bytes = 0
  for (const makeRow of rows) {
    const row = makeRow()
    bytes += inBytes(row)
    if (bytes > room - remarkRoom) return kept.join('') + remark(rows.length - kept.length)
    kept.push(row)
  }
  return kept.join('')
}
