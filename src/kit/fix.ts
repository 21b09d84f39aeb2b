import type { Edit, Fix } from '../core/fix.ts'
import { quote } from '../core/message.ts'
import { type Span, slice, span } from '../core/span.ts'
import type { Cited } from '../core/value.ts'

/** `text` in the place of what `at` covers. */
export const replaceAt = (path: string, at: Span, text: string): Edit => ({ path, start: at.start, end: at.end, text })

/** `text` before the offset. */
export const insertAt = (path: string, offset: number, text: string): Edit => ({
  path,
  start: offset,
  end: offset,
  text,
})

/** Leaves name, description, tools, model and prompt as every host that loads the file sees them. */
export const safeFix = (title: string, edits: readonly Edit[]): Fix => ({ title, applicability: 'safe', edits })

/** Changes what a host sees: what is meant is only guessed. */
export const unsafeFix = (title: string, edits: readonly Edit[]): Fix => ({ title, applicability: 'unsafe', edits })

/**
 * Writes `to`, which is no more than a word, in the place of a text that stands in the file as it is read, in quotes or
 * not; none where it does not.
 */
export function rewriteFix(path: string, text: string, written: Cited<string>, to: string): Fix[] {
  const place = placeOf(text, written)
  if (place === undefined || !/^[\w./*-]+$/.test(to)) return []
  return [unsafeFix(`write ${quote(to)}`, [replaceAt(path, place, to)])]
}

/** Where a text itself stands, without the quotes around it. */
export function placeOf(text: string, { value, span: at }: Cited<string>): Span | undefined {
  const written = slice(text, at)
  if (written === value) return at
  const first = written.charAt(0)
  const isQuoted = (first === '"' || first === "'") && written === first + value + first
  return isQuoted ? span(at.start + 1, at.end - 1) : undefined
}

/** A name that every host takes, from what somebody wrote: lower-case letters and digits of any script, hyphens between. */
export const nameFrom = (written: string): string =>
  written
    .toLowerCase()
    .slice(0, 64)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join('-')
