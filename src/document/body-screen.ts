import type { Span } from '../core/span.ts'
import { complexityLimits } from './body-complexity.ts'

const counted = ['*', '_', '`', '<', '~', '['].map((mark) => ({ mark, longestRun: mark.repeat(complexityLimits.run) }))

/**
 * Is the body surely within all limits? Counting only, so that `measureBody`, which costs more than all other reading of
 * a file together (65 µs, measured), is for the few that this cannot clear. One pass a character counted.
 */
export function isSurelySimple(text: string, at: Span): boolean {
  const { size, delimiters, brackets } = complexityLimits
  if (at.end - at.start > size) return false
  let marks = 0
  for (const { mark, longestRun } of counted) {
    if (text.includes(longestRun, at.start)) return false
    const count = countUpTo(text, mark, at, mark === '[' ? brackets : delimiters)
    marks += count
    if (marks >= delimiters || (mark === '[' && count >= brackets)) return false
  }
  return !hasLoneReturn(text, at) && !hasDeepLine(text, at)
}

function countUpTo(text: string, mark: string, at: Span, limit: number): number {
  let count = 0
  for (
    let found = text.indexOf(mark, at.start);
    found !== -1 && found < at.end;
    found = text.indexOf(mark, found + 1)
  ) {
    if (++count >= limit) break
  }
  return count
}

/** A carriage return that ends a line by itself makes lines that a search for `\n` does not see. */
function hasLoneReturn(text: string, at: Span): boolean {
  for (
    let found = text.indexOf('\r', at.start);
    found !== -1 && found < at.end;
    found = text.indexOf('\r', found + 1)
  ) {
    if (text.charCodeAt(found + 1) !== 10) return true
  }
  return false
}

/** Does a line start with so many characters that only indent or mark lists and quotes that its nesting may be too deep? */
function hasDeepLine(text: string, at: Span): boolean {
  let start = at.start
  while (start < at.end) {
    let offset = start
    while (offset < at.end && isIndentOrMark(text.charCodeAt(offset))) offset++
    if (offset - start >= complexityLimits.nesting) return true
    const newline = text.indexOf('\n', offset)
    if (newline === -1) return false
    start = newline + 1
  }
  return false
}

/** Blanks, `>`, `*`, `+`, `-`, `.`, `)`, digits and carriage returns, which end lines for `measureBody`. */
function isIndentOrMark(code: number): boolean {
  if (code > 62) return false
  return (
    code === 32 || code === 9 || code === 13 || code === 62 || (code >= 41 && code <= 57 && code !== 44 && code !== 47)
  )
}
