import type { Span } from '../core/span.ts'
import type { Block } from '../document/blocks.ts'
import { anyOf, directiveWords, hasAny } from './directive-words.ts'
import { passagesAt } from './prose.ts'
import { readStatement, type Statement, sentencesOf } from './statement.ts'
import { findNegations } from './vocabulary.ts'

/** A body with what was found in it already. */
export interface ReadBody {
  readonly text: string
  readonly at: Span
  readonly blocks: readonly Block[]
}

/**
 * Where an agent says of itself, without conditions and exceptions, that it changes no file: "You are read-only", "Never
 * create or modify files". Undefined where it also says where to write something. Others' files and single kinds of files do not count.
 */
export function readOnlyClaim(body: ReadBody, description: Span | undefined): Span | undefined {
  const found = inDescription(body.text, description) ?? inBody(body)
  return found === undefined || writesSomething(body) ? undefined : found
}

let words: RegExp | undefined

/** A description is short, and most have no such word. */
function inDescription(text: string, description: Span | undefined): Span | undefined {
  if (description === undefined) return undefined
  words ??= new RegExp(anyOf('readOnlyWords'), 'i')
  const at = { start: description.start, end: Math.min(description.end, description.start + longestDescription) }
  if (!words.test(text.slice(at.start, at.end))) return undefined
  const [first, ...rest] = sentencesOf(readStatement(text, at))
  if (first === undefined) return undefined
  return nounAtStart(first) ?? firstClaim([first, ...rest])
}

const longestDescription = 1000
/** More places than this are of a page about the matter. */
const mostPlaces = 100

function inBody(body: ReadBody): Span | undefined {
  const offsets = [...wordOffsets(body), ...banOffsets(body)].toSorted((a, b) => a - b)
  if (offsets.length === 0) return undefined
  for (const { at, labels } of passagesAt(body.text, body.blocks, offsets)) {
    const over = labels.map(({ start, end }) => body.text.slice(start, Math.min(end, start + 200)))
    if (over.some((label) => hasAny(label, 'passing'))) continue
    const claim = firstClaim(sentencesOf(readStatement(body.text, at)))
    if (claim !== undefined) return claim
  }
  return undefined
}

let allWords: RegExp | undefined

function wordOffsets({ text, at }: ReadBody): number[] {
  allWords ??= new RegExp(anyOf('readOnlyWords'), 'gi')
  const found: number[] = []
  for (const { index } of text.slice(at.start, at.end).matchAll(allWords)) {
    found.push(at.start + index)
    if (found.length === mostPlaces) break
  }
  return found
}

let ban: RegExp | undefined
let looseBan: RegExp | undefined

/**
 * What follows a ban on changing files, sticky: verbs, one of which changes what is there, then what all files are called, and one
 * of `ends`.
 */
function banPattern(ends: string): RegExp {
  const verb = anyOf('changes', 'otherChanges')
  const verbs = `${verb}(?:(?:\\s|[,/&]|${anyOf('joiners')}){1,6}${verb}){0,6}`
  const end = `(?=[*_]{0,3}(?:\\s*(?:${ends})|\\s+-|\\s+${anyOf('wholePlaces')}))`
  return new RegExp(`[*_]{0,3}\\s+(?:${anyOf('adverbs')}\\s+)?(${verbs})\\s+${anyOf('everything')}${end}`, 'iy')
}

let banned: RegExp | undefined

/** Most bodies speak nowhere of changing all files, and no more than that is looked at. */
function banOffsets({ text, at }: ReadBody): number[] {
  banned ??= new RegExp(`${anyOf('changes', 'otherChanges')}\\s+${anyOf('everything')}`, 'i')
  if (!banned.test(text.slice(at.start, at.end))) return []
  const found: number[] = []
  for (const { start, end } of findNegations(text, at)) {
    // Whether a statement ends with a line is seen where statements are told apart.
    looseBan ??= banPattern('[.;:,)!—–]|(?<=\\n\\s*)|$')
    if (lengthOfBan(looseBan, text, end) > 0) found.push(start)
    if (found.length === mostPlaces) break
  }
  return found
}

/** 0 where none is. */
function lengthOfBan(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return hasAny(pattern.exec(text)?.[1] ?? '', 'changes') ? pattern.lastIndex - from : 0
}

function firstClaim(sentences: readonly Statement[]): Span | undefined {
  for (const sentence of sentences) {
    const claim = phraseClaim(sentence) ?? banClaim(sentence)
    if (claim !== undefined) return claim
  }
  return undefined
}

let phrase: RegExp | undefined
let limit: RegExp | undefined

function phrasePattern(): RegExp {
  const introduced = `${anyOf('readOnlyIntroductions')}(?:\\s+[^\\s.,;]{1,30},?){1,4}?\\s+${anyOf('readOnlyNouns')}`
  return new RegExp(`${anyOf('readOnly')}|${introduced}`, 'i')
}

/** "You are read-only", with nothing behind it that limits it. */
function phraseClaim(sentence: Statement): Span | undefined {
  phrase ??= phrasePattern()
  limit ??= new RegExp(`^\\W*${anyOf('readOnlyLimits')}`, 'i')
  const match = phrase.exec(sentence.plain)
  if (match === null) return undefined
  const rest = sentence.plain.slice(match.index + match[0].length)
  if (limit.test(rest) || hasAny(rest, 'exemptions') || hasAny(sentence.plain.slice(0, match.index), 'premises')) {
    return undefined
  }
  return spanIn(sentence, match.index, match[0].length)
}

let noun: RegExp | undefined

/** A description that starts with what the agent is: "Read-only reviewer of …". */
function nounAtStart(sentence: Statement): Span | undefined {
  noun ??= new RegExp(`^\\W*(?:[^\\s.,;]{1,30}[\\s,]+){0,3}?(${anyOf('readOnlyNouns')})`, 'i')
  const match = noun.exec(sentence.plain)
  if (match?.[1] === undefined || hasAny(sentence.plain, 'exemptions')) return undefined
  return spanIn(sentence, match[0].length - match[1].length, match[1].length)
}

let firm: RegExp | undefined

/** A ban on changing any file, as a sentence of its own. */
function banClaim(sentence: Statement): Span | undefined {
  firm ??= new RegExp(anyOf('firmBans'), 'gi')
  ban ??= banPattern('[.;:,)!—–]|$')
  for (const { index, 0: word } of sentence.plain.matchAll(firm)) {
    const after = lengthOfBan(ban, sentence.plain, index + word.length)
    if (after === 0 || !isOwn(sentence.plain.slice(0, index))) continue
    const length = word.length + after
    return hasAny(sentence.plain.slice(index + length), 'exemptions') ? undefined : spanIn(sentence, index, length)
  }
  return undefined
}

/** Is it the agent of whom the words before a ban speak? A label may stand before them. */
function isOwn(before: string): boolean {
  const words = before.toLowerCase().match(/[\p{L}\p{N}'-]{2,}|\bi\b/gu) ?? []
  const known = directiveWords('selves').flatMap((phrase) => phrase.split(' '))
  return words.length <= 8 && words.every((word) => known.includes(word))
}

const spanIn = ({ span: { start } }: Statement, index: number, length: number): Span => ({
  start: start + index,
  end: start + index + length,
})

let product: RegExp | undefined

/** Has the agent a report or the like to write, at a place that is named, or one thing that it may? Then it must be able to. */
function writesSomething({ text, at }: ReadBody): boolean {
  product ??= productPattern()
  const body = text.slice(at.start, at.end)
  return product.test(body) || hasAny(body, 'writeTargets')
}

function productPattern(): RegExp {
  const written = `${anyOf('produces')}[^.\`\\n]{0,40}${anyOf('products')}`
  return new RegExp(`${written}[^.\`\\n]{0,60}\`[^\`\\n]{0,120}(?:/|\\.[a-z]{1,5})[^\`\\n]{0,120}\``, 'i')
}
