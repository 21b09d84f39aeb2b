import type { PhraseIndex, Start } from './phrase-index.ts'
import {
  alone,
  endsAt,
  isWordAt,
  keyOf,
  nextKey,
  ofMark,
  ofNames,
  ofRun,
  skipBlanks,
  unitBit,
  units,
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
  const { keys } = index
  for (let at = from; at < to && found.length < enough; at++) {
    const start = at
    let kinds = 0
    let key = 0
    let unit = units[text.charCodeAt(at)] ?? 0
    while ((unit & ofRun) !== 0) {
      kinds |= unit
      key = nextKey(key, unit)
      unit = ++at < to ? (units[text.charCodeAt(at)] ?? 0) : 0
    }
    if ((kinds & (ofMark | ofNames)) !== 0) readMixedRun(text, start, at, kinds, index, found)
    else if (at > start && keys[key] !== 0) matchAt(text, start, at, key, index, found)
    if (at > start && text.charCodeAt(at - 1) === hyphen) findUnspaced(text, at - 1, index, found)
    if ((unit & alone) !== 0) findUnspaced(text, at, index, found)
  }
  return found
}

const hyphen = 45

/** Words with dots or slashes: "and/or" is two and one, "e.g." is one, paths are none. */
function readMixedRun(
  text: string,
  start: number,
  end: number,
  kinds: number,
  index: PhraseIndex,
  found: PhraseMatch[],
): void {
  if ((kinds & ofNames) !== 0) return
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

const matchWord = (text: string, start: number, end: number, index: PhraseIndex, found: PhraseMatch[]): void =>
  matchAt(text, start, end, keyOf(text, start, end), index, found)

function matchAt(
  text: string,
  start: number,
  end: number,
  key: number,
  index: PhraseIndex,
  found: PhraseMatch[],
): void {
  for (let one = index.starts[index.keys[key] ?? 0]; one !== undefined; one = one.next) {
    if (one.word.length === end - start && isWordAt(text, start, one.word)) matchPhrases(text, start, end, one, found)
  }
}

function matchPhrases(text: string, start: number, end: number, one: Start, found: PhraseMatch[]): void {
  const first = found.length
  if (one.longer.length > 0) matchLonger(text, start, end, one, found)
  for (const list of one.alone) if (!hasList(found, first, list)) found.push({ list, start, end })
}

function matchLonger(text: string, start: number, end: number, one: Start, found: PhraseMatch[]): void {
  const first = found.length
  const next = skipBlanks(text, end)
  if (next === end || (one.nextUnits & unitBit(text, next)) === 0) return
  for (const { list, rest } of one.longer) {
    const last = phraseEnd(text, next, rest)
    if (last !== undefined && !hasList(found, first, list)) found.push({ list, start, end: last })
  }
}

function hasList(found: readonly PhraseMatch[], from: number, list: string): boolean {
  for (let i = from; i < found.length; i++) if (found[i]?.list === list) return true
  return false
}

/** Where a phrase ends whose words behind the first would start at `at`; undefined where the text goes on differently. */
function phraseEnd(text: string, at: number, rest: readonly string[]): number | undefined {
  let start = at
  let end = -1
  for (const word of rest) {
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
