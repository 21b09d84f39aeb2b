import type { Span } from '../core/span.ts'
import { type Context, contextOf, isSubstantial } from './context.ts'
import { baseOf } from './label-base.ts'
import { readStatement, type Statement } from './statement.ts'

/** A line of a body with what stands over it. */
export interface Line {
  readonly statement: Statement
  /** The nearest of lead and heading that says anything. */
  readonly context: Context | undefined
  readonly isItem: boolean
  /** Is it what stands behind a label on the same line, which is the context? */
  readonly isLabelled?: true
  /** A heading's paths are what is below it; who it names may well be whom it hands to. */
  readonly isHeading?: true
}

export interface TableLines {
  readonly header: readonly Statement[]
  /** Few tables are about agents or paths: the rows of the others are not read. */
  readonly rows: () => readonly (readonly Statement[])[]
  readonly context: Context | undefined
}

export interface BodyLines {
  readonly lines: readonly Line[]
  readonly tables: readonly TableLines[]
}

/** What is known while the lines of a body are read. */
export interface Reading {
  readonly text: string
  readonly lines: Line[]
  readonly tables: TableLines[]
  /** What each open heading says, by its level. */
  readonly headings: (Context | undefined)[]
  /** What a lead says about the lines after it. */
  lead: Context | undefined
  /** What items say about those in them, by depth. */
  readonly items: (Context | undefined)[]
  headingsSeen: number
  /** Lines that only say what is read, or less: they matter to agents that own something. */
  readonly asides: { readonly at: Span; readonly context: Context; readonly isItem: boolean }[]
  hasSubstance: boolean
  /** Is the last line that was met an item? */
  isAfterItem: boolean
}

/** Before the first line of a text. */
export const startReading = (text: string): Reading => ({
  text,
  lines: [],
  tables: [],
  headings: [],
  lead: undefined,
  items: [],
  headingsSeen: 0,
  asides: [],
  hasSubstance: false,
  isAfterItem: false,
})

/** Adds a line to those that may say something. */
export function addLine(reading: Reading, line: Line): void {
  reading.lines.push(line)
  reading.isAfterItem = line.isItem
}

/** The line at a span of the text, cut where it is too long. */
export const statementAt = (reading: Reading, at: Span): Statement =>
  readStatement(reading.text, { start: at.start, end: Math.min(at.end, at.start + longestLine) })

/** No line of a prompt is longer; what is, is data, and would take long to take apart. */
export const longestLine = 5000

/** What a label says of the lines below it; undefined where it only names a subject. */
export function labelContext(reading: Reading, statement: Statement, origin: 'section' | 'lead'): Context | undefined {
  if (statement.words.length === 0) return undefined
  const context = contextOf(statement, origin, baseOf(statement))
  if (context !== undefined && isSubstantial(context)) reading.hasSubstance = true
  return context
}

/** What stands over a line in so many items: the nearest item, lead or heading that says anything. */
export function contextAt(reading: Reading, depth: number): Context | undefined {
  for (let level = depth - 1; level >= 0; level--) {
    const item = reading.items[level]
    if (item !== undefined) return item
  }
  if (reading.lead !== undefined) return reading.lead
  return reading.headings.findLast((heading) => heading !== undefined)
}
