/** A phrase found in a text: which list it is of, and where it stands, as offsets into that text. */
export interface PhraseMatch {
  readonly list: string
  readonly start: number
  readonly end: number
}

interface Phrase {
  readonly list: string
  /** The words after the first, in lower case. */
  readonly rest: readonly string[]
}

/** Phrases of many lists, found in one pass over a text: a thousand alternatives of a regular expression are not (20 ms a file, measured). */
export interface PhraseIndex {
  readonly byFirstWord: ReadonlyMap<string, readonly Phrase[]>
  /** 1 where some phrase has a first word with these first three letters and this length: most words need no more. */
  readonly starts: Uint8Array
  /** Signs, and phrases of scripts without blanks, by their first character. */
  readonly unspaced: ReadonlyMap<string, readonly { readonly list: string; readonly text: string }[]>
}

const hasNoBlanks = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

/** Builds the index of lists of phrases; `lists` as pairs of a list's name and a phrase. */
export function indexPhrases(lists: Iterable<readonly [list: string, phrase: string]>): PhraseIndex {
  const byFirstWord = new Map<string, Phrase[]>()
  const unspaced = new Map<string, { list: string; text: string }[]>()
  const starts = new Uint8Array(0x10000)
  for (const [list, phrase] of lists) {
    const lower = phrase.toLowerCase()
    if (hasNoBlanks.test(phrase) || !/\p{L}/u.test(phrase)) {
      add(unspaced, lower.slice(0, 1), { list, text: lower })
      continue
    }
    const [first = '', ...rest] = lower.split(' ')
    starts[startKey(first, 0, first.length)] = 1
    add(byFirstWord, first, { list, rest })
  }
  for (const phrases of byFirstWord.values()) phrases.sort((a, b) => b.rest.length - a.rest.length)
  return { byFirstWord, starts, unspaced }
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}

/** Three characters of a word, folded, and its length, as 16 bits. Letters beyond ASCII share their keys, which only costs a look. */
function startKey(text: string, start: number, end: number): number {
  const length = end - start
  const first = keyCode(text.charCodeAt(start))
  const second = length > 1 ? keyCode(text.charCodeAt(start + 1)) : 0
  const third = length > 2 ? keyCode(text.charCodeAt(start + 2)) : 0
  return ((first * 961 + second * 31 + third) ^ (Math.min(length, 15) << 12)) & 0xffff
}

/** Upper and lower case are one; an apostrophe or hyphen of any form is one as well. */
const keyCode = (code: number): number =>
  code < 128 ? code & 31 : code === 0x2019 ? 7 : code === 0x2010 || code === 0x2011 ? 13 : 30

/** What each ASCII character is: 1 part of a word, 2 part of a path or mark as well. */
const asciiKind = new Uint8Array(128)
for (const char of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'-") asciiKind[char.charCodeAt(0)] = 1
for (const char of '_/.@') asciiKind[char.charCodeAt(0)] = 2

/** Letters beyond ASCII count as letters; general punctuation does not, but for apostrophes and hyphens. */
function kindOf(code: number): number {
  if (code < 128) return asciiKind[code] ?? 0
  if (code === 0x2019 || code === 0x2010 || code === 0x2011) return 1
  return code >= 0xc0 && code < 0x2e80 && !(code >= 0x2000 && code < 0x2c00) ? 1 : 0
}

/**
 * All phrases between two offsets of a text, in order; of one list only the longest at a place. Case does not matter, nor
 * do the forms of apostrophes and hyphens. Linear, never throws.
 */
export function findPhrases(text: string, from: number, to: number, index: PhraseIndex): PhraseMatch[] {
  const found: PhraseMatch[] = []
  let at = from
  while (at < to) {
    const code = text.charCodeAt(at)
    if (kindOf(code) !== 0) at = readRun(text, at, to, index, found)
    else {
      if (code > 127 || code === 45 || code === 61) findUnspaced(text, at, index, found)
      at++
    }
  }
  return found
}

/** A run of characters without blanks: a word, or two joined by a slash; paths and the like are passed over. */
function readRun(text: string, start: number, to: number, index: PhraseIndex, found: PhraseMatch[]): number {
  let end = start
  let isPlain = true
  for (; end < to; end++) {
    const kind = kindOf(text.charCodeAt(end))
    if (kind === 0) break
    if (kind === 2) isPlain = false
  }
  if (isPlain) matchAt(text, start, end, index, found)
  else readMixedRun(text, start, end, index, found)
  return end
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
  if (index.starts[startKey(text, start, end)] === 0) return
  const phrases = index.byFirstWord.get(folded(text.slice(start, end)))
  if (phrases === undefined) return
  let seen = ''
  for (const { list, rest } of phrases) {
    const last = rest.length === 0 ? end : restEnd(text, end, rest)
    if (last === undefined || seen.includes(`${list} `)) continue
    seen += `${list} `
    found.push({ list, start, end: last })
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
  return kindOf(text.charCodeAt(next)) === 1 ? undefined : next
}

/** Blanks, line breaks, and the marks of bold text that may stand between two words. */
function skipBlanks(text: string, at: number): number {
  let next = at
  while (next < text.length && ' \n\r\t*'.includes(text.charAt(next))) next++
  return next
}

function findUnspaced(text: string, at: number, { unspaced }: PhraseIndex, found: PhraseMatch[]): void {
  for (const { list, text: phrase } of unspaced.get(text.charAt(at)) ?? []) {
    if (text.startsWith(phrase, at)) found.push({ list, start: at, end: at + phrase.length })
  }
}
