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
  /** 1 where the first word of some phrase that is looked for has this key: most words need no more. */
  readonly starts: Uint8Array
  /** By the number of a list: is it looked for? */
  readonly isWanted: readonly boolean[]
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

/** Arranges the phrases for looking up: those of all lists, or of some. */
export function indexPhrases(data: PhraseData, isOf: (list: string) => boolean = () => true): PhraseIndex {
  const starts = new Uint8Array(0x10000)
  const isWanted = data.lists.map(isOf)
  for (const [first, phrases] of Object.entries(data.spaced)) {
    if (phrases.some(([list]) => isWanted[list])) starts[startKey(first)] = 1
  }
  return { ...data, starts, isWanted }
}

/** Two words that differ only in case and in the forms of apostrophes and hyphens have one key; letters beyond ASCII are all one. */
function startKey(word: string): number {
  let key = 0
  for (let at = 0; at < word.length; at++) key = nextKey(key, word.charCodeAt(at))
  return key
}

const nextKey = (key: number, code: number): number => (Math.imul(key, 31) + (foldedCodes[code] ?? 0)) & 0xffff

const foldedCodes = new Uint8Array(0x10000).fill(1)
for (let code = 0; code < 128; code++) foldedCodes[code] = code >= 65 && code <= 90 ? code + 32 : code
foldedCodes[0x2019] = 39
foldedCodes[0x2010] = foldedCodes[0x2011] = 45

/** What each UTF-16 unit is, as bits: of a word, of a path or a mark as well, maybe a sign or of a script without blanks. */
const ofWord = 1
const ofMark = 2
const ofNames = 4
const alone = 8
const kinds = new Uint8Array(0x10000).fill(alone, 128)
for (const char of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'-\u2019\u2010\u2011") {
  kinds[char.charCodeAt(0)] = ofWord
}
kinds.fill(ofWord, 0xc0, 0x2000).fill(ofWord, 0x2c00, 0x2e80)
for (const char of '/.') kinds[char.charCodeAt(0)] = ofMark
// No phrase has one of these, nor has what they are part of.
for (const char of '_@') kinds[char.charCodeAt(0)] = ofNames
// An arrow of two characters.
kinds['='.charCodeAt(0)] = alone

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
    if (kind === alone) {
      findUnspaced(text, at++, index, found)
      continue
    }
    const start = at
    let marks = 0
    let key = 0
    while (at < to) {
      const code = text.charCodeAt(at)
      kind = kinds[code] ?? 0
      if (kind === 0 || kind === alone) break
      marks |= kind
      key = nextKey(key, code)
      at++
    }
    if (marks === ofWord) {
      if (starts[key] === 1) matchAt(text, start, at, index, found)
    } else if ((marks & ofNames) === 0) readMixedRun(text, start, at, index, found)
    if (text.charCodeAt(at - 1) === 45) findUnspaced(text, at - 1, index, found)
  }
  return found
}

/** Words with dots or slashes: "and/or" is two and one, "e.g." is one, paths are none. */
function readMixedRun(text: string, start: number, end: number, index: PhraseIndex, found: PhraseMatch[]): void {
  const run = text.slice(start, end)
  const match = /^([^/.]+)(?:\/([^/.]+))?\.*$/.exec(run)
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
  const first = found.length
  for (const phrase of index.spaced[word] ?? []) {
    if (index.isWanted[phrase[0]] !== true) continue
    const list = index.lists[phrase[0]] ?? ''
    if (hasList(found, first, list)) continue
    const last = phraseEnd(text, end, phrase)
    if (last !== undefined) found.push({ list, start, end: last })
  }
}

function hasList(found: readonly PhraseMatch[], from: number, list: string): boolean {
  for (let i = from; i < found.length; i++) if (found[i]?.list === list) return true
  return false
}

/** In lower case, with plain apostrophes and hyphens. */
function folded(word: string): string {
  const lower = word.toLowerCase()
  if (lower.length < 3) return lower
  return /[\u2019\u2010\u2011]/.test(lower) ? lower.replaceAll('\u2019', "'").replaceAll(/[\u2010\u2011]/g, '-') : lower
}

/** Where a phrase ends whose first word ended at `at`; undefined where it goes on differently. */
function phraseEnd(text: string, at: number, phrase: IndexedPhrase): number | undefined {
  if (phrase.length === 1) return at
  let next = at
  for (let i = 1; i < phrase.length; i++) {
    const word = String(phrase[i])
    const start = skipBlanks(text, next)
    if (start === next || folded(text.slice(start, start + word.length)) !== word) return undefined
    next = start + word.length
  }
  return kinds[text.charCodeAt(next)] === ofWord ? undefined : next
}

/** Blanks, line breaks, and the marks of bold text that may stand between two words. */
function skipBlanks(text: string, at: number): number {
  let next = at
  while (isBlankOrStar(text.charCodeAt(next))) next++
  return next
}

const isBlankOrStar = (code: number): boolean => code === 32 || code === 10 || code === 42 || code === 9 || code === 13

function findUnspaced(text: string, at: number, index: PhraseIndex, found: PhraseMatch[]): void {
  const char = text.charAt(at)
  if (!Object.hasOwn(index.unspaced, char)) return
  for (const [list, phrase] of index.unspaced[char] ?? []) {
    if (index.isWanted[list] === true && text.startsWith(phrase, at))
      found.push({ list: index.lists[list] ?? '', start: at, end: at + phrase.length })
  }
}
