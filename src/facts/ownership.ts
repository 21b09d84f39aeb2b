import type { Confidence } from '../core/diagnostic.ts'
import type { Claim, Stance } from './agent-facts.ts'
import type { Context } from './context.ts'
import { namesAt } from './names.ts'
import { pathsIn, type WrittenPath } from './paths.ts'
import type { Line, TableLines } from './read-lines.ts'
import { readCell } from './read-lines.ts'
import { codeFill, type Statement, sentencesOf } from './statement.ts'
import { has, wordsOf } from './vocabulary.ts'

/** What the lines of a body say about who owns which paths; in the order of the text. */
export function readClaims(text: string, lines: readonly Line[], tables: readonly TableLines[]): Claim[] {
  const claims = [...lines.flatMap(lineClaims), ...tables.flatMap((table) => tableClaims(text, table))]
  return withoutUnusedBases(
    claims.sort((a, b) => a.span.start - b.span.start),
    lines,
  )
}

interface Found {
  readonly stance: Stance
  readonly confidence: Confidence
}

function lineClaims({ statement, context, isItem }: Line): Claim[] {
  const [first, ...later] = sentencesOf(statement)
  if (first === undefined) return []
  const claims: Claim[] = []
  for (const sentence of [first, ...later]) {
    const paths = pathsIn(sentence)
    if (paths.length === 0) continue
    const prose = proseStance(sentence)
    for (const path of paths) {
      const found =
        sentence === first && context?.stance !== undefined && prose === undefined
          ? inContext(sentence, path, paths, context, isItem)
          : inProse(sentence, path, prose, context)
      if (found !== undefined) claims.push(toClaim(sentence, path, found, context, prose !== undefined))
    }
  }
  return claims
}

/** Paths behind "excluding" and the like, in running text. */
export const exclusionsIn = (statement: Statement): Claim[] =>
  sentencesOf(statement).flatMap((sentence) =>
    pathsIn(sentence)
      .filter((path) => has(textBefore(sentence, path).slice(-60), wordsOf('exceptions')))
      .map((path) => toClaim(sentence, path, { stance: 'excludes', confidence: 'medium' }, undefined, true)),
  )

/** What a sentence says by itself: "you own", "never edit". */
function proseStance(sentence: Statement): 'owns' | 'never' | undefined {
  if (has(sentence.plain, wordsOf('ownsInProse'))) return 'owns'
  const verb = firstIndex(sentence.plain, wordsOf('modifies'))
  if (verb === -1) return undefined
  const before = sentence.plain.slice(0, verb)
  return before.length < 40 && has(before, wordsOf('negations')) ? 'never' : undefined
}

function inProse(
  sentence: Statement,
  path: WrittenPath,
  prose: 'owns' | 'never' | undefined,
  context: Context | undefined,
): Found | undefined {
  if (prose === undefined) return undefined
  const before = textBefore(sentence, path)
  if (prose === 'never') {
    if (!has(before, wordsOf('modifies')) || isHedged(before)) return undefined
    const stance = context?.stance === 'excludes' || ownerIn(sentence, path) !== undefined ? 'excludes' : 'reads'
    return { stance, confidence: 'medium' }
  }
  const verb = lastEnd(before, wordsOf('ownsInProse'))
  if (verb === -1) return undefined
  const between = before.slice(verb)
  if (has(between, wordsOf('exceptions'))) return { stance: 'excludes', confidence: 'medium' }
  return between.replaceAll(codeFill, '').length > 40 ? undefined : { stance: 'owns', confidence: 'medium' }
}

function inContext(
  sentence: Statement,
  path: WrittenPath,
  all: readonly WrittenPath[],
  context: Context,
  isItem: boolean,
): Found | undefined {
  const before = textBefore(sentence, path)
  const { stance, confidence } = context
  if (stance === undefined) return undefined
  if (has(before, wordsOf('exceptions')))
    return stance === 'excludes' ? { stance: 'owns', confidence: 'low' } : { stance: 'excludes', confidence }
  if (stance === 'excludes') return excluded(sentence, before, confidence)
  if (isDenied(before)) return { stance: 'excludes', confidence }
  if (saysReadOnly(sentence, path)) return { stance: 'reads', confidence }
  const placed = place(before, path, all, sentence, isItem)
  if (placed === 'aside') return { stance, confidence: 'low' }
  return {
    stance: qualifierIn(sentence, path) === undefined || stance !== 'owns' ? stance : 'shares',
    confidence: placed === 'loose' && confidence === 'high' ? 'medium' : confidence,
  }
}

/** In a list of what not to do, the path of a change counts, and a path by itself; not one that is only spoken of. */
function excluded(sentence: Statement, before: string, confidence: Confidence): Found | undefined {
  if (has(sentence.plain, wordsOf('exceptions'))) return { stance: 'excludes', confidence: 'low' }
  if (/✅|✓/.test(before)) return { stance: 'owns', confidence: 'medium' }
  const isBare = !/\p{L}{2}/u.test(before.replaceAll(codeFill, ''))
  if (isBare) return { stance: 'excludes', confidence }
  if (!has(before, wordsOf('modifies'))) return { stance: 'excludes', confidence: isHedged(before) ? 'low' : 'medium' }
  return { stance: 'excludes', confidence: isHedged(before) ? 'low' : confidence }
}

const isDenied = (before: string): boolean =>
  /❌|🚫|⛔|✗/u.test(before) || (has(before, wordsOf('negations')) && before.length < 60)

function saysReadOnly(sentence: Statement, path: WrittenPath): boolean {
  const after = sentence.plain.slice(path.span.end - sentence.span.start)
  return has(after.slice(0, 60), wordsOf('readOnly'))
}

/** `subject`: the line is about it. `loose`: it stands in the words about the subject. `aside`: it is only mentioned. */
function place(
  before: string,
  path: WrittenPath,
  all: readonly WrittenPath[],
  sentence: Statement,
  isItem: boolean,
): 'subject' | 'loose' | 'aside' {
  const words = before.replaceAll(codeFill, '')
  const isBare = !/\p{L}{2}/u.test(words)
  if (isBare) return 'subject'
  if (isHedged(before)) return 'aside'
  const separator = /[:–—]\s|\s-\s/.exec(before)
  const earlier = all.some((other) => other.span.start < path.span.start && isBefore(other, separator, sentence))
  if (separator !== null && earlier) return 'aside'
  if (!isItem && words.length > 80 && !/[:]\s*$/.test(words)) return 'loose'
  return path.isCode || /[(:]\s*$/.test(words) || has(words.slice(-14), wordsOf('places')) || words.length < 40
    ? 'loose'
    : 'aside'
}

const isBefore = (other: WrittenPath, separator: RegExpExecArray | null, sentence: Statement): boolean =>
  separator !== null && other.span.start - sentence.span.start < separator.index

/** The last words before a path say that it is there for something else: "for", "using", "of". */
function isHedged(before: string): boolean {
  const near = before.replace(new RegExp(`[${codeFill}\\s,/()"']*(?:\\b(?:and|or))?[${codeFill}\\s,/()"']*$`, 'u'), '')
  const words = near.slice(-28)
  const last = lastEnd(words, wordsOf('hedges'))
  return (
    last !== -1 &&
    words.slice(last).trim().split(/\s+/).filter(Boolean).length <= 1 &&
    !has(words.slice(last), wordsOf('places'))
  )
}

const textBefore = (sentence: Statement, path: WrittenPath): string =>
  sentence.plain.slice(0, Math.max(0, path.span.start - sentence.span.start - (path.isCode ? 1 : 0)))

function qualifierIn(sentence: Statement, path: WrittenPath): string | undefined {
  const words = wordsOf('qualifiers')
  const from = path.span.end - sentence.span.start
  words.lastIndex = Math.max(from, 0)
  const match = words.exec(sentence.plain)
  return match === null || match.index - from > 60 ? undefined : match[0]
}

/** The agent that a line gives the path to: "(backend's zone)", "→ backend". */
function ownerIn(sentence: Statement, path: WrittenPath): string | undefined {
  const offset = path.span.end - sentence.span.start
  const rest = sentence.plain.slice(offset)
  const arrow = /(?:→|->|=>)\s*/.exec(rest)
  if (arrow !== null)
    return namesAt(sentence, path.span.end + arrow.index + arrow[0].length, sentence.span.end)[0]?.name
  const paren = /\(\s*/.exec(rest)
  if (paren === null || !has(rest, wordsOf('ownerWords'))) return undefined
  return namesAt(sentence, path.span.end + paren.index + paren[0].length, sentence.span.end)[0]?.name
}

function toClaim(
  sentence: Statement,
  path: WrittenPath,
  found: Found,
  context: Context | undefined,
  isProse: boolean,
): Claim {
  const base = isProse ? '' : (context?.base ?? '')
  return {
    pattern: joined(base, path, context),
    stance: found.stance,
    exclusive: context?.exclusive === true || has(sentence.plain, wordsOf('exclusive')),
    qualifier: qualifierIn(sentence, path),
    owner: found.stance === 'excludes' ? ownerIn(sentence, path) : undefined,
    topic: topicOf(sentence),
    origin: isProse || context === undefined ? 'prose' : context.origin,
    confidence: found.confidence,
    span: path.span,
  }
}

/** A path below a lead that names a folder is relative to it, unless it says itself where it starts. */
function joined(base: string, path: WrittenPath, context: Context | undefined): string {
  const { pattern } = path
  const isLabel = context !== undefined && path.span.start >= context.label.start && path.span.end <= context.label.end
  if (base === '' || isLabel || /^\.?\//.test(pattern) || /^\*/.test(pattern)) return pattern
  const folder = base.replace(/\/?$/, '/')
  const first = folder.replace(/^\.?\//, '').split('/')[0] ?? ''
  return pattern.startsWith(`${first}/`) || pattern === first ? pattern : folder + pattern
}

const topicOf = (sentence: Statement): string =>
  sentence.plain
    .replaceAll(new RegExp(`[${codeFill}→*]+`, 'gu'), ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 200)

/** A folder in a lead is a claim of its own only where nothing below it is relative to it. */
function withoutUnusedBases(claims: readonly Claim[], lines: readonly Line[]): Claim[] {
  const bases = new Map<number, { used: boolean }>()
  for (const { context } of lines)
    if (context !== undefined && context.base !== '') bases.set(context.label.start, { used: false })
  if (bases.size === 0) return [...claims]
  const labels = new Map(
    lines.flatMap(({ context }) =>
      context === undefined || context.base === '' ? [] : [[context.label.start, context] as const],
    ),
  )
  return claims.filter((claim) => {
    const label = [...labels.values()].find(({ label: at }) => claim.span.start >= at.start && claim.span.end <= at.end)
    if (label === undefined) return true
    const folder = label.base.replace(/\/?$/, '/')
    return !claims.some(
      (other) =>
        other !== claim &&
        other.span.start > label.label.end &&
        other.pattern.startsWith(folder) &&
        other.pattern.length - folder.length === other.span.end - other.span.start,
    )
  })
}

function tableClaims(text: string, { table, context }: TableLines): Claim[] {
  const titles = table.header.map((cell) => readCell(text, cell).plain.trim())
  const column = titles.findIndex((title) => has(title, wordsOf('pathColumns')))
  if (column === -1 || context?.stance === undefined) return []
  return table.rows.flatMap((row) => {
    const cell = row[column]
    if (cell === undefined) return []
    const statement = readCell(text, cell)
    return pathsIn(statement).flatMap((path) => {
      const found = inContext(statement, path, [path], context, true)
      return found === undefined ? [] : [toClaim(statement, path, found, context, false)]
    })
  })
}

function firstIndex(text: string, words: RegExp): number {
  words.lastIndex = 0
  return words.exec(text)?.index ?? -1
}

/** Where the last of the words ends in the text; -1 if none is there. */
function lastEnd(text: string, words: RegExp): number {
  let end = -1
  words.lastIndex = 0
  for (let match = words.exec(text); match !== null; match = words.exec(text)) end = match.index + match[0].length
  return end
}
