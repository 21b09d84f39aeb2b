import { type IndexedPhrase, lengthBit, type PhraseIndex, type Start } from './phrase-index.ts'
import {
  endsAt,
  firstUnit,
  isAloneAt,
  isNameLike,
  isWordAt,
  keyOf,
  runEnd,
  skipBlanks,
  unitBit,
  wordEnd,
} from './word-units.ts'

/** A phrase found in a text: which list it is of, and where it stands, as offsets into that text. */
export interface PhraseMatch {
  readonly list: string
  readonly start: number
  readonly end: number
}

/**
 * All phrases between two offsets of a text, in order; of one list only the longest at a place. Case does not matter, nor
 * do the forms of apostrophes and hyphens. Linear, never throws.
 */
export function findPhrases(text: string, from: number, to: number, index: PhraseIndex): PhraseMatch[] {
  return search(text, from, to, index, Number.POSITIVE_INFINITY)
}

/** Is there any phrase between two offsets of a text? What stands behind the first one is not looked at. */
export const hasPhrase = (text: string, from: number, to: number, index: PhraseIndex): boolean =>
  search(text, from, to, index, 1).length > 0

/** Stops behind the word with which there are `enough`. */
function search(text: string, from: number, to: number, index: PhraseIndex, enough: number): PhraseMatch[] {
  const found: PhraseMatch[] = []
  for (let at = from; at < to && found.length < enough; at++) {
    const start = at
    at = wordEnd(text, start, to)
    const end = runEnd(text, at, to)
    if (end > at) readMixedRun(text, start, end, index, found)
    else if (at > start && mayBeFirst(text, start, at, index)) matchWord(text, start, at, index, found)
    at = end
    if (at > start && text.charCodeAt(at - 1) === hyphen) findUnspaced(text, at - 1, index, found)
    if (at < to && isAloneAt(text, at)) findUnspaced(text, at, index, found)
  }
  return found
}

const hyphen = 45

/** Starts a phrase with a word of that first letter and that length? Most words need no more than this look. */
const mayBeFirst = (text: string, start: number, end: number, { lengths }: PhraseIndex): boolean =>
  ((lengths[firstUnit(text, start)] ?? 0) & lengthBit(end - start)) !== 0

/** Words with dots or slashes: "and/or" is two and one, "e.g." is one, paths are none. */
function readMixedRun(text: string, start: number, end: number, index: PhraseIndex, found: PhraseMatch[]): void {
  if (isNameLike(text, start, end)) return
  const run = text.slice(start, end)
  const match = /^([^/.]+)(?:\/([^/.]+))?\.*$/.exec(run)
  if (match === null) {
    // The dots of "e.g." are its own.
    if (/^[a-z.]+$/i.test(run)) matchWord(text, start, end, index, found)
    return
  }
  const first = match[1] ?? ''
  matchWord(text, start, start + first.length, index, found)
  const second = match[2]
  if (second === undefined) return
  const slash = start + first.length
  matchWord(text, slash + 1, slash + 1 + second.length, index, found)
  matchWord(text, start, slash + 1 + second.length, index, found)
}

function matchWord(text: string, start: number, end: number, index: PhraseIndex, found: PhraseMatch[]): void {
  let one = index.starts[index.keys[keyOf(text, start, end)] ?? 0]
  for (; one !== undefined; one = one.next) {
    if (one.word.length === end - start && isWordAt(text, start, one.word))
      matchPhrases(text, start, end, one, index, found)
  }
}

function matchPhrases(
  text: string,
  start: number,
  end: number,
  { alone, longer, nextUnits }: Start,
  { lists }: PhraseIndex,
  found: PhraseMatch[],
): void {
  const first = found.length
  const next = longer.length === 0 ? end : skipBlanks(text, end)
  if (next > end && (nextUnits & unitBit(text, next)) !== 0) {
    for (const phrase of longer) {
      const last = phraseEnd(text, next, phrase)
      const list = lists[phrase[0]] ?? ''
      if (last !== undefined && !hasList(found, first, list)) found.push({ list, start, end: last })
    }
  }
  for (const list of alone) if (!hasList(found, first, list)) found.push({ list, start, end })
}

function hasList(found: readonly PhraseMatch[], from: number, list: string): boolean {
  for (let i = from; i < found.length; i++) if (found[i]?.list === list) return true
  return false
}

/** Where a phrase ends whose words behind the first would start at `at`; undefined where the text goes on differently. */
function phraseEnd(text: string, at: number, phrase: IndexedPhrase): number | undefined {
  let start = at
  let end = -1
  for (let i = 1; i < phrase.length; i++) {
    const word = String(phrase[i])
    if (start === end || !isWordAt(text, start, word)) return undefined
    end = start + word.length
    start = skipBlanks(text, end)
  }
  return endsAt(text, end) ? end : undefined
}

function findUnspaced(text: string, at: number, index: PhraseIndex, found: PhraseMatch[]): void {
  for (const [list, phrase] of index.unspaced.get(text.charCodeAt(at)) ?? []) {
    if (text.startsWith(phrase, at)) found.push({ list, start: at, end: at + phrase.length })
  }
}
