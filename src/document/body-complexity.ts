import type { Span } from '../core/span.ts'
import { isBlankCode, isDigit } from './scan-starts.ts'

/** What makes a Markdown body slow to parse, counted without parsing it. */
export interface BodyComplexity {
  /** UTF-16 units. */
  readonly size: number
  /** The longest run of one of `*`, `_`, `` ` ``, `[`, `<` and `~`. */
  readonly run: number
  /** The most list and quote marks that one line starts with; two columns of blanks before one count as one more. */
  readonly nesting: number
  /** The most `[` open at once, between two blank lines. */
  readonly brackets: number
  /** The most runs of delimiters between two blank lines. */
  readonly delimiters: number
}

export type ComplexityMeasure = keyof BodyComplexity

export interface ExceededLimit {
  readonly measure: ComplexityMeasure
  readonly value: number
  readonly limit: number
}

/** Above these a body is not given to remark. How they were chosen: `scanner.md`. */
export const complexityLimits: BodyComplexity = {
  size: 262_144,
  run: 250,
  nesting: 50,
  brackets: 50,
  delimiters: 2_000,
}

/** The first limit that is exceeded, or undefined. */
export function exceededLimit(complexity: BodyComplexity): ExceededLimit | undefined {
  for (const measure of ['size', 'run', 'nesting', 'brackets', 'delimiters'] as const) {
    const value = complexity[measure]
    const limit = complexityLimits[measure]
    if (value > limit) return { measure, value, limit }
  }
  return undefined
}

interface Tally {
  run: number
  brackets: number
  delimiters: number
  /** Of the stretch since the last blank line. */
  openBrackets: number
  stretchDelimiters: number
}

/** Measures `text` between the two offsets (UTF-16). One pass, whatever is in it. */
export function measureBody(text: string, at: Span): BodyComplexity {
  const tally: Tally = { run: 0, brackets: 0, delimiters: 0, openBrackets: 0, stretchDelimiters: 0 }
  let nesting = 0
  let start = at.start
  while (start < at.end) {
    const marks = measureMarks(text, start, at.end)
    if (marks === -1) endStretch(tally)
    else if (marks > nesting) nesting = marks
    start = tallyLine(tally, text, start, at.end)
  }
  endStretch(tally)
  const { run, brackets, delimiters } = tally
  return { size: at.end - at.start, run, nesting, brackets, delimiters }
}

/** The container marks a line starts with, indentation included; -1 for a blank line. */
function measureMarks(text: string, start: number, end: number): number {
  let marks = 0
  let blanks = 0
  let inner = 0
  let offset = start
  while (offset < end && !isBreak(text.charCodeAt(offset))) {
    const code = text.charCodeAt(offset)
    const after = isBlankCode(code) ? offset + 1 : markEnd(text, offset, end)
    if (after === 0) return marks === 0 ? 0 : marks + (inner >> 1)
    if (!isBlankCode(code)) {
      marks++
      inner += Math.max(0, blanks)
      // The first blank behind a mark belongs to it.
      blanks = -1
    } else blanks += code === 9 ? 4 : 1
    offset = after
  }
  return marks === 0 ? -1 : marks + (inner >> 1)
}

/** Where the container mark at `offset` ends, or 0. */
function markEnd(text: string, offset: number, end: number): number {
  const code = text.charCodeAt(offset)
  if (code === 62) return offset + 1
  let last = offset
  if (isDigit(code)) {
    while (last < end && last - offset < 10 && isDigit(text.charCodeAt(last))) last++
    const dot = text.charCodeAt(last)
    if (dot !== 46 && dot !== 41) return 0
  } else if (code !== 42 && code !== 43 && code !== 45) return 0
  const after = text.charCodeAt(last + 1)
  return last + 1 >= end || isBlankCode(after) || isBreak(after) ? last + 1 : 0
}

const isBreak = (code: number): boolean => code === 10 || code === 13

/** Counts up to the end of the line and says where the next one starts. */
function tallyLine(tally: Tally, text: string, start: number, limit: number): number {
  let offset = start
  while (offset < limit) {
    const code = text.charCodeAt(offset)
    if (code > 126 || special[code] === 0) offset++
    else if (code === 10 || code === 13) return offset + 1
    else if (code === 93) {
      if (tally.openBrackets > 0) tally.openBrackets--
      offset++
    } else offset = tallyRun(tally, text, offset, limit)
  }
  return limit
}

/** 1 for the characters that are counted or end a line. */
const special = new Uint8Array(127)
for (const character of '*_`[<~]\n\r') special[character.charCodeAt(0)] = 1

function tallyRun(tally: Tally, text: string, start: number, limit: number): number {
  const code = text.charCodeAt(start)
  let after = start + 1
  while (after < limit && text.charCodeAt(after) === code) after++
  tally.stretchDelimiters++
  if (after - start > tally.run) tally.run = after - start
  if (code === 91) tally.openBrackets += after - start
  if (tally.openBrackets > tally.brackets) tally.brackets = tally.openBrackets
  return after
}

function endStretch(tally: Tally): void {
  tally.delimiters = Math.max(tally.delimiters, tally.stretchDelimiters)
  tally.stretchDelimiters = 0
  tally.openBrackets = 0
}
