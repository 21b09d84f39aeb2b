/**
 * A half-open range of one text, in UTF-16 code units: the units of JavaScript strings, and the only coordinates that
 * exist before a reporter runs.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A span and the file it lies in. `path` is the file's path as the run names it: relative to the current directory. */
export interface Location {
  readonly path: string
  readonly span: Span
}

export const span = (start: number, end: number): Span => ({ start, end })

/** The part of `text` that `at` covers. */
export const slice = (text: string, at: Span): string => text.slice(at.start, at.end)

/** Is `inner` wholly inside `outer`? Touching the ends counts. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/**
 * The first place of a text between two offsets (UTF-16) of a longer one, or -1. Whoever looks through the whole rest for
 * something in a line takes, over all lines, a time that grows with the square of the file.
 */
export function indexBetween(text: string, wanted: string, from: number, to: number): number {
  const found = text.slice(from, to).indexOf(wanted)
  return found === -1 ? -1 : from + found
}
