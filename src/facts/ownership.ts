import type { Claim, Stance } from './agent-facts.ts'
import { leadingName, namedOwner, ownerIn, qualifierIn, trailingName } from './claim-owner.ts'
import {
  isAboutOwning,
  type ProseStance,
  proseStance,
  type Standing,
  standingInContext,
  standingInProse,
} from './claim-stance.ts'
import { type Context, contextOf } from './context.ts'
import { namesAt } from './names.ts'
import { pathStart, pathsIn, type WrittenPath } from './paths.ts'
import type { Line, TableLines } from './reading.ts'
import { codeFill, type Statement, says, sentencesOf } from './statement.ts'
import { isOneOf } from './vocabulary.ts'

/** A claim with the heading or lead that it comes from, if it does. */
interface SourcedClaim {
  readonly claim: Claim
  readonly context: Context | undefined
}

/** What the lines of a body say about who owns which paths; in the order of the text. */
export function readClaims(lines: readonly Line[], tables: readonly TableLines[]): Claim[] {
  const found = [...lines.flatMap(lineClaims), ...tables.flatMap(tableClaims)]
  return withoutUsedBases(found)
    .map(({ claim }) => claim)
    .sort((a, b) => a.span.start - b.span.start)
}

/** Paths behind "excluding" and the like, in running text. */
export const exclusionsIn = (statement: Statement): Claim[] =>
  sentencesOf(statement).flatMap((sentence) =>
    pathsIn(sentence)
      .filter((path) => says(sentence, 'exceptions', pathStart(path) - 60, pathStart(path)))
      .map((path) => toClaim(sentence, path, { stance: 'excludes', confidence: 'medium' }, undefined)),
  )

/** Nobody lists more in one sentence, and each of them is seen against all that stands before it. */
const mostPaths = 200

/** Below a heading or lead, only the first sentence of a line is about what that says; the others speak for themselves. */
function lineClaims({ statement, context, isItem, isHeading }: Line): SourcedClaim[] {
  if (isHeading === true || (context?.stance === undefined && !mayClaim(statement))) return []
  const sentences = sentencesOf(statement)
  return sentences.flatMap((sentence, i) => {
    const prose = proseIn(sentence, context)
    const isFirst = i === 0 || goesOn(sentences[i - 1], sentence)
    if (prose === undefined && (!isFirst || context?.stance === undefined)) return []
    const paths = pathsIn(sentence).slice(0, mostPaths)
    return paths.flatMap((path, n): SourcedClaim[] => {
      if (prose !== undefined) {
        const standing = standingInProse(sentence, path, prose, isAboutOwning(context, sentences))
        return standing === undefined ? [] : [{ claim: toClaim(sentence, path, standing, undefined), context }]
      }
      if (!isFirst || context === undefined) return []
      const standing = standingInContext(sentence, path, paths.slice(0, n), context, isItem)
      return standing === undefined ? [] : [{ claim: toClaim(sentence, path, standing, context), context }]
    })
  })
}

/** "`a/` (hers); `b/` (his)": what starts with a path behind a semicolon goes on with the list. */
const goesOn = (before: Statement | undefined, sentence: Statement): boolean =>
  before?.plain.endsWith(';') === true && sentence.plain.trimStart().startsWith(codeFill)

/** Does a line hold what `proseStance` looks for in its sentences? */
const mayClaim = ({ words }: Statement): boolean => words.some(({ list }) => claiming.has(list))

const claiming: ReadonlySet<string> = new Set(['ownsInProse', 'modifies', 'keepsOut', 'only'])

/** Below a heading that says what its paths are, an "only" is part of that; below "Boundaries" it says what is within them. */
function proseIn(sentence: Statement, context: Context | undefined): ProseStance | undefined {
  const prose = proseStance(sentence)
  return prose === 'only' && context?.stance !== undefined && context.stance !== 'excludes' ? undefined : prose
}

/** `context`: what the standing comes from; none for prose, which says it itself. */
function toClaim(sentence: Statement, path: WrittenPath, standing: Standing, context: Context | undefined): Claim {
  return {
    pattern: joined(path, context),
    stance: standing.stance,
    exclusive: context?.exclusive === true || says(sentence, 'exclusive'),
    qualifier: qualifierIn(sentence, path),
    owner:
      standing.stance === 'excludes'
        ? ownerIn(sentence, path)
        : (leadingName(sentence, path) ?? trailingName(sentence, path) ?? namedOwner(sentence, path)),
    topic: topicOf(sentence),
    origin: context?.origin ?? 'prose',
    confidence: standing.confidence,
    span: path.span,
  }
}

/** A path below a lead that names a folder is relative to it, unless it says itself where it starts. */
function joined(path: WrittenPath, context: Context | undefined): string {
  const { pattern } = path
  if (context === undefined || context.base === '' || isIn(path.span, context)) return pattern
  if (/^\.?\/|^\*/.test(pattern)) return pattern
  const folder = asFolder(context.base)
  const first = folder.replace(/^\.?\//, '').split('/')[0] ?? ''
  return pattern.startsWith(`${first}/`) || pattern === first ? pattern : folder + pattern
}

const asFolder = (path: string): string => path.replace(/\/?$/, '/')

const isIn = (place: { readonly start: number; readonly end: number }, { label }: Context): boolean =>
  place.start >= label.start && place.end <= label.end

const marks = new RegExp(`[${codeFill}→*]+`, 'gu')

const topics = new WeakMap<Statement, string>()

/** What a sentence is about: the same for each of its claims, and found once. */
function topicOf(sentence: Statement): string {
  const known = topics.get(sentence)
  if (known !== undefined) return known
  const topic = sentence.plain.replaceAll(marks, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, 200)
  topics.set(sentence, topic)
  return topic
}

/** A folder in a lead is a claim of its own only where nothing below it is relative to it. */
function withoutUsedBases(found: readonly SourcedClaim[]): SourcedClaim[] {
  const used = new Set<number>()
  for (const { claim, context } of found) {
    if (context !== undefined && context.base !== '' && isRelativeTo(claim, context)) used.add(context.label.start)
  }
  return found.filter(
    ({ claim, context }) => context === undefined || !used.has(context.label.start) || !isIn(claim.span, context),
  )
}

const isRelativeTo = ({ pattern, span }: Claim, { base, label }: Context): boolean =>
  span.start >= label.end && pattern.startsWith(asFolder(base)) && pattern.length > span.end - span.start

function tableClaims({ header, rows, context }: TableLines): SourcedClaim[] {
  const column = header.findIndex((title) => says(title, 'pathColumns'))
  const titled = titleContext(header)
  const at = column === -1 && titled !== undefined ? 0 : column
  const meant = at === 0 ? (titled ?? context) : context
  if (at === -1 || meant?.stance === undefined) return []
  const owners = header.findIndex((title, i) => i !== at && says(title, 'targetColumns'))
  const access = header.findIndex((title, i) => i !== at && i !== owners && says(title, 'stanceColumns'))
  return rows().flatMap((row) => rowClaims(row, row[at], row[owners], row[access], meant))
}

/** Of the first column ("Files you own"): a later one may say what others own, whose names stand in the first. */
function titleContext(header: readonly Statement[]): Context | undefined {
  const [first] = header
  const context = first === undefined ? undefined : contextOf(first, 'section', '')
  return context?.stance !== undefined && context.confidence === 'high' ? context : undefined
}

function rowClaims(
  row: readonly Statement[],
  statement: Statement | undefined,
  named: Statement | undefined,
  access: Statement | undefined,
  context: Context,
): SourcedClaim[] {
  if (statement === undefined) return []
  const owner = named === undefined ? undefined : namesAt(named, named.span.start, named.span.end)[0]?.name
  const isShared = row.some((cell) => cell !== statement && says(cell, 'qualifiers'))
  return pathsIn(statement).flatMap((path) => {
    const standing = standingInCell(statement, path, context)
    if (standing === undefined) return []
    const stance = standing.stance === 'owns' ? (stanceIn(access) ?? (isShared ? 'shares' : 'owns')) : standing.stance
    const claim = toClaim(statement, path, { ...standing, stance }, context)
    return [{ claim: owner === undefined ? claim : { ...claim, owner }, context }]
  })
}

/** "Forbidden: logic in `cli/`": what a cell says of a path in passing is a rule about code. */
function standingInCell(cell: Statement, path: WrittenPath, context: Context): Standing | undefined {
  const standing = standingInContext(cell, path, [], context, true)
  const isRule = standing?.stance === 'excludes' && standing.confidence === 'medium'
  return isRule ? { ...standing, confidence: 'low' } : standing
}

const sharedWords = ['contexts.shares', 'contexts.alone.shares', 'qualifiers'] as const

/** What a cell below "Access" says: "Read", "Shared", "Do not touch". */
function stanceIn(cell: Statement | undefined): Stance | undefined {
  if (cell === undefined) return undefined
  if (says(cell, 'contexts.excludes')) return 'excludes'
  if (sharedWords.some((list) => says(cell, list))) return 'shares'
  return says(cell, 'contexts.reads') || isOneOf(cell.plain.replaceAll(marks, ' ').trim(), 'readCells')
    ? 'reads'
    : undefined
}
