/** A phrase found in a text: which list it is of, and where it stands, as offsets into that text. */
export interface PhraseMatch {
  readonly list: string
  readonly start: number
  readonly end: number
}

/** A phrase behind its first word: the number of its list, then its other words, in lower case. */
export type IndexedPhrase = readonly [list: number, ...rest: string[]]

/**
 * Phrases of many lists, found in one pass over a text: a thousand alternatives of a regular expression are not (20 ms a
 * file, measured). Plain JSON, so that it can be made when the program is built.
 */
export interface PhraseData {
  readonly lists: readonly string[]
  /** By first word, longest first. */
  readonly spaced: Readonly<Record<string, readonly IndexedPhrase[]>>
  /** Signs, and phrases of scripts without blanks, by their first character. */
  readonly unspaced: Readonly<Record<string, readonly (readonly [list: number, text: string])[]>>
}

export interface PhraseIndex extends PhraseData {
  /** 1 where some phrase has a first word with these first three letters and this length: most words need no more. */
  readonly starts: Uint8Array
}

const hasNoBlanks = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

/** Builds the data of lists of phrases, given as pairs of a list's name and a phrase. */
export function phraseData(phrases: Iterable<readonly [list: string, phrase: string]>): PhraseData {
  const lists: string[] = []
  const spaced: Record<string, IndexedPhrase[]> = {}
  const unspaced: Record<string, [number, string][]> = {}
  for (const [list, phrase] of phrases) {
    if (!lists.includes(list)) lists.push(list)
    const number = lists.indexOf(list)
    const lower = phrase.toLowerCase()
    const [first = '', ...rest] = lower.split(' ')
    if (hasNoBlanks.test(phrase) || !/\p{L}/u.test(phrase)) add(unspaced, lower.slice(0, 1), [number, lower])
    else add(spaced, first, [number, ...rest])
  }
  for (const found of Object.values(spaced)) found.sort((a, b) => b.length - a.length)
  return { lists, spaced, unspaced }
}

function add<T>(lists: Record<string, T[]>, key: string, value: T): void {
  const list = Object.hasOwn(lists, key) ? lists[key] : undefined
  if (list === undefined) lists[key] = [value]
  else list.push(value)
}

export function indexPhrases(data: PhraseData): PhraseIndex {
  const starts = new Uint8Array(0x10000)
  for (const first of Object.keys(data.spaced)) starts[startKey(first, 0, first.length)] = 1
  return { ...data, starts }
}

/** Three characters of a word, folded, and its length, as 16 bits. Letters beyond ASCII share their keys, which only costs a look. */
function startKey(text: string, start: number, end: number): number {
  const length = end - start
  const first = keyCode(text.charCodeAt(start))
  const second = length > 1 ? keyCode(text.charCodeAt(start + 1)) : 0
  const third = length > 2 ? keyCode(text.charCodeAt(start + 2)) : 0
  return ((first << 10) ^ (second << 5) ^ third ^ (Math.min(length, 15) << 12)) & 0xffff
}

/** Upper and lower case are one; an apostrophe or hyphen of any form is one as well. */
const keyCode = (code: number): number =>
  code < 128 ? code & 31 : code === 0x2019 ? 7 : code === 0x2010 || code === 0x2011 ? 13 : 30

/** What each UTF-16 unit is: 1 part of a word, 2 of a path or a mark as well, 3 may be a sign or a script without blanks. */
const kinds = new Uint8Array(0x10000).fill(3, 128)
for (const char of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'-\u2019\u2010\u2011") {
  kinds[char.charCodeAt(0)] = 1
}
kinds.fill(1, 0xc0, 0x2000).fill(1, 0x2c00, 0x2e80)
for (const char of '_/.@') kinds[char.charCodeAt(0)] = 2
// An arrow of two characters.
kinds['='.charCodeAt(0)] = 3

/**
 * All phrases between two offsets of a text, in order; of one list only the longest at a place. Case does not matter, nor
 * do the forms of apostrophes and hyphens. Linear, never throws.
 */
export function findPhrases(text: string, from: number, to: number, index: PhraseIndex): PhraseMatch[] {
  const found: PhraseMatch[] = []
  const { starts } = index
  let at = from
  while (at < to) {
    let kind = kinds[text.charCodeAt(at)] ?? 0
    if (kind === 0) {
      at++
      continue
    }
    if (kind === 3) {
      findUnspaced(text, at++, index, found)
      continue
    }
    const start = at
    let marks = 0
    while (at < to) {
      kind = kinds[text.charCodeAt(at)] ?? 0
      if (kind === 0 || kind === 3) break
      marks |= kind
      at++
    }
    if (marks !== 1) readMixedRun(text, start, at, index, found)
    else if (starts[startKey(text, start, at)] === 1) matchAt(text, start, at, index, found)
    if (text.charCodeAt(at - 1) === 45) findUnspaced(text, at - 1, index, found)
  }
  return found
}

function readMixedRun(text: string, start: number, end: number, index: PhraseIndex, found: PhraseMatch[]): void {
  const run = text.slice(start, end)
  const match = /^([^/._@]+)(?:\/([^/._@]+))?\.*$/.exec(run)
  if (match === null) {
    // The dots of "e.g." are its own.
    if (/^[a-z.]+$/i.test(run)) matchAt(text, start, end, index, found)
    return
  }
  const first = match[1] ?? ''
  matchAt(text, start, start + first.length, index, found)
  const second = match[2]
  if (second === undefined) return
  const slash = start + first.length
  matchAt(text, slash + 1, slash + 1 + second.length, index, found)
  matchAt(text, start, slash + 1 + second.length, index, found)
}

function matchAt(text: string, start: number, end: number, index: PhraseIndex, found: PhraseMatch[]): void {
  const word = folded(text.slice(start, end))
  if (!Object.hasOwn(index.spaced, word)) return
  const seen: number[] = []
  for (const [list, ...rest] of index.spaced[word] ?? []) {
    if (seen.includes(list)) continue
    const last = rest.length === 0 ? end : restEnd(text, end, rest)
    if (last === undefined) continue
    seen.push(list)
    found.push({ list: index.lists[list] ?? '', start, end: last })
  }
}

/** In lower case, with plain apostrophes and hyphens. */
function folded(word: string): string {
  const lower = word.toLowerCase()
  if (lower.length < 3) return lower
  return /[\u2019\u2010\u2011]/.test(lower) ? lower.replaceAll('\u2019', "'").replaceAll(/[\u2010\u2011]/g, '-') : lower
}

/** Where a phrase ends whose first word ended at `at`; undefined where it goes on differently. */
function restEnd(text: string, at: number, rest: readonly string[]): number | undefined {
  let next = at
  for (const word of rest) {
    const start = skipBlanks(text, next)
    if (start === next || folded(text.slice(start, start + word.length)) !== word) return undefined
    next = start + word.length
  }
  return kinds[text.charCodeAt(next)] === 1 ? undefined : next
}

/** Blanks, line breaks, and the marks of bold text that may stand between two words. */
function skipBlanks(text: string, at: number): number {
  let next = at
  while (next < text.length && ' \n\r\t*'.includes(text.charAt(next))) next++
  return next
}

function findUnspaced(text: string, at: number, index: PhraseIndex, found: PhraseMatch[]): void {
  const char = text.charAt(at)
  if (!Object.hasOwn(index.unspaced, char)) return
  for (const [list, phrase] of index.unspaced[char] ?? []) {
    if (text.startsWith(phrase, at)) found.push({ list: index.lists[list] ?? '', start: at, end: at + phrase.length })
  }
}
