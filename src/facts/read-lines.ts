import { lazy } from '../core/lazy.ts'
import type { Span } from '../core/span.ts'
import type { Block, FenceBlock, HeadingBlock, ItemBlock, TableBlock } from '../document/blocks.ts'
import { arrowHead } from './arrow-handoffs.ts'
import { blocksInTags } from './blocks-in-tags.ts'
import { type Context, isReadInPassing, isSubstantial, stronger } from './context.ts'
import { fencedPaths } from './fenced-paths.ts'
import { placedBy, placesIn } from './label-base.ts'
import { hasContextWord, labelOf, looksLikeLabel } from './labels.ts'
import { mayNameAgents } from './names.ts'
import {
  addLine,
  type BodyLines,
  contextAt,
  labelContext,
  longestLine,
  type Reading,
  startReading,
  statementAt,
} from './reading.ts'
import { partOf, type Statement, withCode } from './statement.ts'
import { hasAnyWord, hasTellingWord } from './vocabulary.ts'

/**
 * The lines of a body that may say something about paths or agents, each with its context. HTML says nothing,
 * nor do code blocks that are no lists of paths. Most lines are passed over by what words they have.
 */
export function readLines(text: string, body: Span, blocks: readonly Block[]): BodyLines {
  const reading = startReading(text)
  for (const block of blocks.flatMap((one) => (one.kind === 'html' ? blocksInTags(text, one) : one)))
    readBlock(reading, block)
  if (reading.asides.length > 0 && (reading.hasSubstance || hasTellingWord(text, body))) readAsides(reading)
  return reading
}

function readAsides(reading: Reading): void {
  for (const { at, ...line } of reading.asides) addLine(reading, { statement: statementAt(reading, at), ...line })
}

function readBlock(reading: Reading, block: Block): void {
  if (block.kind === 'heading') readHeading(reading, block)
  else if (block.kind === 'thematic-break' && block.listDepth === 0) reading.lead = undefined
  else if (block.kind === 'paragraph') readParagraph(reading, block.span, block.listDepth)
  else if (block.kind === 'item') readItem(reading, block)
  else if (block.kind === 'table') readTable(reading, block)
  else if (block.kind === 'fence') readFence(reading, block)
}

function readFence(reading: Reading, block: FenceBlock): void {
  const above = contextAt(reading, block.listDepth)
  const labelled = (label: Span): Context | undefined => labelContext(reading, statementAt(reading, label), 'lead')
  for (const { at, path, context } of fencedPaths(reading.text, block, above, labelled)) {
    if (!isSubstantial(context)) keep(reading, at, context, true)
    else addLine(reading, { statement: withCode(statementAt(reading, at), path), context, isItem: true })
  }
}

/** An item like "`name`: what it does" may be of a list of agents. */
const startsWithName = /^(?:\*\*)?[`@][\w@-]+`?(?:\*\*)?\s*[:–—-]\s/

/** Keeps a line that may say something. */
function keep(reading: Reading, at: Span, context: Context | undefined, isItem: boolean): void {
  if (!mayTell(reading, at, context)) return
  const isAside = context !== undefined && !isSubstantial(context) && !tells(reading, at)
  if (isAside) reading.asides.push({ at, context, isItem })
  else addLine(reading, { statement: statementAt(reading, at), context, isItem })
}

function readHeading(reading: Reading, block: HeadingBlock): void {
  reading.headings.length = Math.min(reading.headings.length, block.level)
  reading.lead = undefined
  reading.items.length = 0
  if (reading.headingsSeen++ === 0 && block.level === 1) return
  if (!hasAnyWord(reading.text, block.text)) {
    reading.headings[block.level] = undefined
    return
  }
  const label = statementAt(reading, block.text)
  // Most name a subject; one with a colon in it, or a remark, says something itself ("After work: hand off to …", "(owned by …)").
  const isAddress = label.words.some(({ list, start }) => list === 'headingVerbs' && start === block.text.start)
  if (isAddress || (/[:(]/.test(label.plain) && hasTellingWord(reading.text, block.text))) {
    addLine(reading, { statement: label, context: undefined, isItem: false, isHeading: true })
  }
  const above = reading.headings.findLast((heading) => heading !== undefined)
  reading.headings[block.level] = isReadInPassing(label, above) ? undefined : labelContext(reading, label, 'section')
}

function readTable(reading: Reading, block: TableBlock): void {
  if (!block.header.some((cell) => hasAnyWord(reading.text, cell))) return
  const context = contextAt(reading, block.listDepth)
  const header = block.header.map((cell) => statementAt(reading, cell))
  if (!header.some(({ words }) => words.length > 0)) return
  const rows = lazy(() => block.rows.map((row) => row.map((cell) => statementAt(reading, cell))))
  reading.tables.push({ header, rows, context })
}

/** Can a line say anything at all? Names and paths need what names and paths are written with. */
function mayTell(reading: Reading, at: Span, context: Context | undefined): boolean {
  if (at.end - at.start > longestLine) return false
  const written = reading.text.slice(at.start, at.end)
  if (context?.relation !== undefined) return true
  if (context?.stance !== undefined && /[/.`*]/.test(written)) return true
  if (startsWithName.test(written)) return true
  return mayNameAgents(written) && tells(reading, at)
}

/** Has a line a telling word? One in the body is enough for its asides to matter. */
function tells(reading: Reading, at: Span): boolean {
  const isTelling = hasTellingWord(reading.text, at)
  if (isTelling) reading.hasSubstance = true
  return isTelling
}

/** Parts of a paragraph that are lines of their own: each starts with a lead, a `KEY:` or a mark. */
const lineStart = /\n[ \t]*(?=\*\*|__|[A-Z][\w ]{1,30}:|[✅❌🚫⛔✓✗•→]|[-–]\s)/gu

function readParagraph(reading: Reading, at: Span, depth: number): void {
  if (depth === 0) reading.items.length = 0
  const starts = [...reading.text.slice(at.start, at.end).matchAll(lineStart)].map(({ index }) => at.start + index + 1)
  const edges = [at.start, ...starts, at.end]
  for (let i = 0; i + 1 < edges.length; i++) {
    readParagraphLine(reading, { start: edges[i] ?? at.start, end: edges[i + 1] ?? at.end }, depth)
  }
}

/** A line may be the lead of what follows, or say something itself behind its own lead. */
function readParagraphLine(reading: Reading, at: Span, depth: number): void {
  const above = contextAt(reading, depth)
  if (!looksLikeLabel(reading.text, at)) {
    if (depth === 0) closeLead(reading)
    keep(reading, at, contextAt(reading, depth), false)
  } else if (above === undefined && isSilent(reading.text, at)) reading.isAfterItem = false
  else readLabelledLine(reading, statementAt(reading, at), above, depth)
}

/** Has a line nothing by which it could say something by itself: no word, and no arrow? */
const isSilent = (text: string, at: Span): boolean =>
  !arrowHead.test(text.slice(at.start, at.end)) && !hasAnyWord(text, at)

function readLabelledLine(reading: Reading, statement: Statement, above: Context | undefined, depth: number): void {
  const label = labelOf(statement)
  if (label === undefined) addLine(reading, { statement, context: above, isItem: false })
  else if (label.isAlone) readLead(reading, statement, depth)
  else {
    const { start, end } = statement.span
    const context = labelContext(reading, partOf(statement, start, label.end), 'lead')
    if (depth === 0) reading.lead = undefined
    const chosen = stronger(context, contextAt(reading, depth))
    const isLabelled = chosen === context && { isLabelled: true as const }
    if (isLabelled) for (const line of placesIn(statement, context, false)) addLine(reading, line)
    addLine(reading, { statement: partOf(statement, label.end, end), context: chosen, isItem: false, ...isLabelled })
  }
}

/** A line that is nothing but a label: it rules what follows. */
function readLead(reading: Reading, statement: Statement, depth: number): void {
  const context = labelContext(reading, statement, 'lead') ?? placedBy(statement, contextAt(reading, depth))
  if (depth === 0) reading.lead = context
  else if (context !== undefined) reading.items[depth - 1] = context
  if (context === undefined || context.stance !== undefined) {
    addLine(reading, { statement, context: context ?? contextAt(reading, depth), isItem: false })
  }
}

/** A plain paragraph after a list ends what its lead said. */
function closeLead(reading: Reading): void {
  if (reading.isAfterItem) reading.lead = undefined
}

function readItem(reading: Reading, { text: at, listDepth }: ItemBlock): void {
  reading.items.length = Math.min(reading.items.length, listDepth)
  const above = contextAt(reading, listDepth)
  if (at === undefined) return
  const isLabelled = looksLikeLabel(reading.text, at) && hasContextWord(reading.text, at)
  if (!isLabelled) {
    keep(reading, at, above, true)
    return
  }
  readLabelledItem(reading, statementAt(reading, at), above, listDepth)
}

/** An item with a label rules the items in it, and its own words behind the label. */
function readLabelledItem(reading: Reading, statement: Statement, above: Context | undefined, depth: number): void {
  const label = labelOf(statement)
  const own =
    label === undefined ? undefined : labelContext(reading, partOf(statement, statement.span.start, label.end), 'lead')
  reading.items[depth] = label?.isAlone === true ? own : undefined
  if (own === undefined || label === undefined || own.stance === undefined) {
    const context = own?.relation === undefined ? above : own
    addLine(reading, { statement, context, isItem: true })
    return
  }
  // The words before a path in a list of paths describe it, unless they deny what stands above.
  const isDescription = above?.stance !== undefined && own.stance !== 'excludes' && own.confidence !== 'high'
  const rest = isDescription ? statement : partOf(statement, label.end, statement.span.end)
  if (!isDescription) for (const line of placesIn(statement, own, true)) addLine(reading, line)
  addLine(reading, { statement: rest, context: isDescription ? above : own, isItem: true })
}
