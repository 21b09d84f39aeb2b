/** How lines start blocks: each question is asked of one line, at its first character that is no blank. */

export const isBlankCode = (code: number): boolean => code === 32 || code === 9

/** Only `code` (at least `least` times) and blanks up to `end`? With `apart`, blanks may stand between. */
function isLineOf(text: string, from: number, end: number, code: number, least: number, apart: boolean): boolean {
  let count = 0
  let hasBlank = false
  for (let i = from; i < end; i++) {
    const here = text.charCodeAt(i)
    if (here === code) {
      if (hasBlank && !apart) return false
      count++
    } else if (isBlankCode(here)) hasBlank = true
    else return false
  }
  return count >= least
}

/** 1 to 6 for an ATX heading, else 0. */
export function atxLevel(text: string, from: number, end: number): number {
  let offset = from
  while (offset < end && text.charCodeAt(offset) === 35) offset++
  const level = offset - from
  return level <= 6 && (offset === end || isBlankCode(text.charCodeAt(offset))) ? level : 0
}

/** Where the text of an ATX heading ends: before its closing `#`s, if a blank stands before them. */
export function atxTextEnd(text: string, from: number, end: number): number {
  const last = trimBlanks(text, from, end)
  let offset = last
  while (offset > from && text.charCodeAt(offset - 1) === 35) offset--
  if (offset === last) return last
  if (offset === from) return from
  return isBlankCode(text.charCodeAt(offset - 1)) ? trimBlanks(text, from, offset) : last
}

/** The first offset from `from` on (at most `to`) that holds neither a space nor a tab. */
export function skipBlankCodes(text: string, from: number, to: number): number {
  let offset = from
  while (offset < to && isBlankCode(text.charCodeAt(offset))) offset++
  return offset
}

/** `to`, less the spaces and tabs before it. */
export function trimBlanks(text: string, from: number, to: number): number {
  let end = to
  while (end > from && isBlankCode(text.charCodeAt(end - 1))) end--
  return end
}

/** The length of a run of three or more fence characters that opens fenced code, else 0. */
export function fenceLength(text: string, from: number, end: number): number {
  const code = text.charCodeAt(from)
  let offset = from
  while (offset < end && text.charCodeAt(offset) === code) offset++
  const length = offset - from
  if (length < 3) return 0
  if (code === 96) for (let i = offset; i < end; i++) if (text.charCodeAt(i) === 96) return 0
  return length
}

/** Does this line close a fence of that character and length? */
export const closesFence = (text: string, from: number, end: number, code: number, length: number): boolean =>
  text.charCodeAt(from) === code && isLineOf(text, from, end, code, length, false)

/** 1 for a line of `=`, 2 for a line of `-`, else 0. */
export function setextLevel(text: string, from: number, end: number): number {
  const code = text.charCodeAt(from)
  if (code !== 61 && code !== 45) return 0
  if (!isLineOf(text, from, end, code, 1, false)) return 0
  return code === 61 ? 1 : 2
}

export const isThematicBreak = (text: string, from: number, end: number): boolean =>
  isLineOf(text, from, end, text.charCodeAt(from), 3, true)

/** Where a list marker that starts here ends, or 0. A blank or the line's end must follow it. */
export function listMarkerEnd(text: string, from: number, end: number): number {
  const code = text.charCodeAt(from)
  const after = code === 42 || code === 43 || code === 45 ? from + 1 : orderedMarkerEnd(text, from, end)
  if (after === 0) return 0
  return after >= end || isBlankCode(text.charCodeAt(after)) ? after : 0
}

function orderedMarkerEnd(text: string, from: number, end: number): number {
  let offset = from
  while (offset < end && isDigit(text.charCodeAt(offset))) offset++
  if (offset === from || offset - from > 9 || offset >= end) return 0
  const code = text.charCodeAt(offset)
  return code === 46 || code === 41 ? offset + 1 : 0
}

export const isDigit = (code: number): boolean => code >= 48 && code <= 57
