import { type Span, span } from '../core/span.ts'
import type { Block, HeadingBlock, ItemBlock, TableBlock } from '../document/blocks.ts'
import { type Context, contextOf } from './context.ts'
import { pathsIn } from './paths.ts'
import { partOf, readStatement, type Statement } from './statement.ts'

/** A line of a body with what stands over it. */
export interface Line {
  readonly statement: Statement
  /** The nearest of lead and heading that says anything. */
  readonly context: Context | undefined
  readonly isItem: boolean
}

export interface TableLines {
  readonly table: TableBlock
  readonly context: Context | undefined
}

export interface BodyLines {
  readonly lines: readonly Line[]
  readonly tables: readonly TableLines[]
}

interface Reading {
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
}

/** The running text of a body, line by line, each with its context. Code blocks and HTML say nothing. */
export function readLines(text: string, blocks: readonly Block[]): BodyLines {
  const reading: Reading = { text, lines: [], tables: [], headings: [], lead: undefined, items: [], headingsSeen: 0 }
  for (const block of blocks) {
    if (block.kind === 'heading') readHeading(reading, block)
    else if (block.kind === 'thematic-break' && block.listDepth === 0) reading.lead = undefined
    else if (block.kind === 'paragraph') readParagraph(reading, block.span, block.listDepth)
    else if (block.kind === 'item') readItem(reading, block)
    else if (block.kind === 'table') reading.tables.push({ table: block, context: contextAt(reading, block.listDepth) })
  }
  return reading
}

function readHeading(reading: Reading, block: HeadingBlock): void {
  reading.headings.length = Math.min(reading.headings.length, block.level)
  reading.lead = undefined
  reading.items.length = 0
  const isTitle = reading.headingsSeen === 0 && block.level === 1
  reading.headingsSeen++
  if (isTitle) return
  const statement = readStatement(reading.text, block.text)
  reading.headings[block.level] = labelContext(statement, 'section')
}

const labelContext = (statement: Statement, origin: 'section' | 'lead'): Context | undefined =>
  contextOf(statement, origin, baseOf(statement))

/** The one folder that a label names. */
function baseOf(statement: Statement): string {
  const folders = pathsIn(statement).filter(({ pattern }) => !/[*?]/.test(pattern))
  return folders.length === 1 ? (folders[0]?.pattern ?? '') : ''
}

function contextAt(reading: Reading, depth: number): Context | undefined {
  for (let level = depth - 1; level >= 0; level--) {
    const item = reading.items[level]
    if (item !== undefined) return item
  }
  if (reading.lead !== undefined) return reading.lead
  return reading.headings.findLast((heading) => heading !== undefined)
}

/** Parts of a paragraph that are lines of their own: each starts with a lead, a `KEY:` or a mark. */
const lineStart = /\n[ \t]*(?=\*\*|__|[A-Z][\w ]{1,30}:|[✅❌🚫⛔✓✗•→]|[-–]\s)/gu

function readParagraph(reading: Reading, at: Span, depth: number): void {
  const whole = readStatement(reading.text, at)
  if (depth === 0) reading.items.length = 0
  let start = at.start
  for (const match of reading.text.slice(at.start, at.end).matchAll(lineStart)) {
    const next = at.start + match.index + 1
    if (isInside(whole, next)) continue
    readParagraphLine(reading, partOf(whole, start, next), depth)
    start = next
  }
  readParagraphLine(reading, start === at.start ? whole : partOf(whole, start, at.end), depth)
}

const isInside = ({ codes }: Statement, offset: number): boolean =>
  codes.some(({ span: code }) => offset > code.start && offset < code.end)

/** A line may be the lead of what follows, or say something itself behind its own lead. */
function readParagraphLine(reading: Reading, statement: Statement, depth: number): void {
  const label = labelOf(statement)
  if (label === undefined) {
    if (depth === 0 && !/:\s*$/.test(statement.plain)) closeLead(reading)
    reading.lines.push({ statement, context: sentenceContext(reading, depth), isItem: false })
    return
  }
  const context = labelContext(partOf(statement, statement.span.start, label.end), 'lead')
  if (label.isAlone) {
    if (depth === 0) reading.lead = context
    else reading.items[depth - 1] = context ?? reading.items[depth - 1]
    if (context?.stance !== undefined) reading.lines.push({ statement, context, isItem: false })
    else if (context === undefined) reading.lines.push({ statement, context: contextAt(reading, depth), isItem: false })
    return
  }
  if (depth === 0) reading.lead = undefined
  const rest = partOf(statement, label.end, statement.span.end)
  reading.lines.push({ statement: rest, context: context ?? contextAt(reading, depth), isItem: false })
}

/** A plain paragraph after a list ends what its lead said. */
function closeLead(reading: Reading): void {
  const last = reading.lines.at(-1)
  if (last?.isItem === true) reading.lead = undefined
}

/** Running text below a heading tells about much: only its verbs count, and what leads to lists. */
const sentenceContext = (reading: Reading, depth: number): Context | undefined => contextAt(reading, depth)

interface Label {
  /** Offset behind the label and its colon. */
  readonly end: number
  /** Nothing but the label is there, or only more words before a colon. */
  readonly isAlone: boolean
}

const keyLine = /^\s*(?:[-•✅❌🚫⛔]\s*)?[\p{L}][\p{L}\p{N}' _/()-]{1,48}:(?=\s|$)/u

/** The label of a line: a bold lead, a `KEY:`, or the whole line where it ends in a colon. */
function labelOf(statement: Statement): Label | undefined {
  const { plain, span: at, lead, text } = statement
  if (/[:：]\s*$/.test(plain) && plain.length <= 160) return { end: at.end, isAlone: true }
  if (lead !== undefined && lead.span.start - at.start <= 4) {
    const colon = lead.colon === 'after' ? text.indexOf(':', lead.span.end) + 1 : lead.span.end
    if (lead.colon !== undefined) return { end: colon, isAlone: plain.slice(colon - at.start).trim() === '' }
    if (plain.slice(lead.span.end - at.start).trim() === '') return { end: at.end, isAlone: true }
    const dash = /^\s*(?:\([^)]{0,60}\)\s*)?(?:[-–—]|:)\s/.exec(plain.slice(lead.span.end - at.start))
    return dash === null ? undefined : { end: lead.span.end + dash[0].length, isAlone: false }
  }
  const key = keyLine.exec(plain)
  return key === null ? undefined : { end: at.start + key[0].length, isAlone: plain.slice(key[0].length).trim() === '' }
}

function readItem(reading: Reading, block: ItemBlock): void {
  reading.items.length = Math.min(reading.items.length, block.listDepth)
  if (block.text === undefined) return
  const statement = readStatement(reading.text, block.text)
  const above = contextAt(reading, block.listDepth)
  const label = labelOf(statement)
  const own = label === undefined ? undefined : labelContext(partOf(statement, statement.span.start, label.end), 'lead')
  reading.items[block.listDepth] = label?.isAlone === true ? own : undefined
  if (own === undefined || label === undefined || own.stance === undefined) {
    const context = own?.relation === undefined ? above : own
    reading.lines.push({ statement, context, isItem: true })
    return
  }
  // The words before a path in a list of paths describe it, unless they deny what stands above.
  const isDescription = above?.stance !== undefined && own.stance !== 'excludes' && own.confidence !== 'high'
  const rest = isDescription ? statement : partOf(statement, label.end, statement.span.end)
  reading.lines.push({ statement: rest, context: isDescription ? above : own, isItem: true })
}

export const emptyLines: BodyLines = { lines: [], tables: [] }

/** A cell as a statement. */
export const readCell = (text: string, cell: Span): Statement => readStatement(text, span(cell.start, cell.end))
