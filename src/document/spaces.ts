/** A blank, a tab or a line end, as a UTF-16 unit. */
export const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13

/** The first offset from `from` on that is no space, `end` at most. */
export function skipSpaces(text: string, from: number, end: number): number {
  let offset = from
  while (offset < end && isSpace(text.charCodeAt(offset))) offset++
  return offset
}
