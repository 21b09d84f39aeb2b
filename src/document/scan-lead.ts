import { type Span, span } from '../core/span.ts'
import type { LeadInline } from './blocks.ts'
import { isSpace } from './spaces.ts'

/** A run of `*` or of `_`. */
export type Mark = Span

/**
 * The bold run that a text starts with, given the runs of two and more marks in it (those in code, links and tags left
 * out). `**X**`, `__X__` and `***X***`; undefined where the text starts otherwise or the run is not closed.
 */
export function findLead(text: string, at: Span, marks: readonly Mark[]): LeadInline | undefined {
  const open = marks[0]
  if (open === undefined || open.start !== at.start) return undefined
  const length = open.end - open.start
  if (length > 3 || open.end >= at.end || isSpace(text.charCodeAt(open.end))) return undefined
  for (const mark of marks.slice(1)) {
    if (mark.end - mark.start < length || isSpace(text.charCodeAt(mark.start - 1))) continue
    if (text.charCodeAt(mark.start) === 95 && isWordAt(text, mark.end, at.end)) continue
    return lead(text, at, span(open.end, mark.start), mark.start + length)
  }
  return undefined
}

function lead(text: string, at: Span, content: Span, end: number): LeadInline {
  const isInside = isColon(text.charCodeAt(content.end - 1))
  const isAfter = end < at.end && isColon(text.charCodeAt(end))
  return {
    kind: 'lead',
    span: span(at.start, end),
    content,
    colon: isInside ? 'inside' : isAfter ? 'after' : undefined,
  }
}

/** `:` and its full-width sister. */
const isColon = (code: number): boolean => code === 58 || code === 0xff1a

const isWordAt = (text: string, offset: number, end: number): boolean =>
  offset < end && /[\p{L}\p{N}]/u.test(text.charAt(offset))
