/** Where the line that holds `offset` ends, before its `\n` or `\r\n`. */
export function lineEndAt(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset)
  if (newline === -1) return text.length
  return newline > offset && text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline
}

/** Where the next line starts, given the end of one (as `lineEndAt` gives it). */
export function nextLineStart(text: string, lineEnd: number): number {
  let offset = lineEnd
  if (text.charCodeAt(offset) === 13) offset++
  return text.charCodeAt(offset) === 10 ? offset + 1 : offset
}

/** Only spaces, tabs and carriage returns between the two offsets? */
export function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code !== 32 && code !== 9 && code !== 13) return false
  }
  return true
}

/** The first offset at or after `from` (and at most `to`) that is neither a space nor a tab. */
export function skipBlanks(text: string, from: number, to: number): number {
  let offset = from
  while (offset < to && (text.charCodeAt(offset) === 32 || text.charCodeAt(offset) === 9)) offset++
  return offset
}

/** The end of what stands between the offsets once spaces, tabs and carriage returns behind it are left away. */
export function trimEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && isBlank(text, end - 1, end)) end--
  return end
}
