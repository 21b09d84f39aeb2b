import { type Span, span } from '../core/span.ts'
import { isSpace, skipSpaces } from './spaces.ts'

/** What follows `]` in an inline link: `(destination "title")`. */
export interface LinkTail {
  readonly destination: Span
  readonly end: number
}

/** As deep as micromark lets parentheses nest in a destination; it also keeps a text of many half-open links linear. */
const deepestParenthesis = 32
/** A title that is longer, in UTF-16 units, is none. */
const longestTitle = 2_000

/** Reads the tail of a link from `from`, the offset after `]`; undefined where none stands there. */
export function linkTail(text: string, from: number, end: number): LinkTail | undefined {
  if (from >= end || text.charCodeAt(from) !== 40) return undefined
  const start = skipSpaces(text, from + 1, end)
  const isAngled = start < end && text.charCodeAt(start) === 60
  const stop = isAngled ? angledEnd(text, start + 1, end) : bareEnd(text, start, end)
  if (stop === -1) return undefined
  const destination = isAngled ? span(start + 1, stop) : span(start, stop)
  const after = isAngled ? stop + 1 : stop
  const titleStart = skipSpaces(text, after, end)
  const titleStop = titleStart > after ? titleEnd(text, titleStart, end) : titleStart
  if (titleStop === -1) return undefined
  const close = skipSpaces(text, titleStop, end)
  return close < end && text.charCodeAt(close) === 41 ? { destination, end: close + 1 } : undefined
}

function angledEnd(text: string, from: number, end: number): number {
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 62) return i
    if (code === 60 || code === 10 || code === 13) return -1
    if (code === 92) i++
  }
  return -1
}

function bareEnd(text: string, from: number, end: number): number {
  let depth = 0
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 41 && depth === 0) return i
    if (isSpace(code)) return depth === 0 ? i : -1
    if (code < 32 || code === 127) return -1
    if (code === 41) depth--
    else if (code === 40 && ++depth > deepestParenthesis) return -1
    else if (code === 92 && isEscapable(text.charCodeAt(i + 1))) i++
  }
  return -1
}

const isEscapable = (code: number): boolean => code === 40 || code === 41 || code === 92

/** The offset after the title at `from`; `from` where none starts; -1 where one does not end. */
function titleEnd(text: string, from: number, end: number): number {
  const open = text.charCodeAt(from)
  if (open !== 34 && open !== 39 && open !== 40) return from
  const close = open === 40 ? 41 : open
  const limit = Math.min(end, from + longestTitle)
  for (let i = from + 1; i < limit; i++) {
    const code = text.charCodeAt(i)
    if (code === close) return i + 1
    if (code === 40 && open === 40) return -1
    if (code === 92) i++
  }
  return -1
}
