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
  /** 1 for the first two letters (ASCII, folded) that some phrase starts with: most words need no more than this look. */
  readonly starts: Uint8Array
  /** Signs, and phrases of scripts without blanks, by their first character. */
  readonly unspaced: ReadonlyMap<string, readonly { readonly list: string; readonly text: string }[]>
}

const hasNoBlanks = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

/** Builds the index of lists of phrases; `lists` as pairs of a list's name and a phrase. */
export function indexPhrases(lists: Iterable<readonly [list: string, phrase: string]>): PhraseIndex {
  const byFirstWord = new Map<string, Phrase[]>()
  const unspaced = new Map<string, { list: string; text: string }[]>()
  const starts = new Uint8Array(0x4000)
  for (const [list, phrase] of lists) {
    const lower = phrase.toLowerCase()
    if (hasNoBlanks.test(phrase) || !/\p{L}/u.test(phrase)) {
      add(unspaced, lower.slice(0, 1), { list, text: lower })
      continue
    }
    const [first = '', ...rest] = lower.split(' ')
    starts[startKey(first, 0)] = 1
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

/** Two ASCII letters folded to 14 bits; anything else is 0, which always passes. */
function startKey(text: string, at: number): number {
  const first = text.charCodeAt(at) | 32
  const second = text.charCodeAt(at + 1)
  return first > 127 || !(second < 128) ? 0 : (first << 7) | (second | 32)
}

const asciiWord = new Uint8Array(128)
for (const char of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'-_/.@")
  asciiWord[char.charCodeAt(0)] = 1

const isUnspaced = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xd7af) ||
  code >= 0xd800 ||
  (code >= 0x2190 && code <= 0x2bff)

/** Letters beyond ASCII count as letters, general punctuation does not. */
const isWordCode = (code: number): boolean =>
  code < 128 ? asciiWord[code] === 1 : code >= 0xc0 && !(code >= 0x2000 && code <= 0x2bff) && !isUnspaced(code)

/** All phrases in a text, in order; of one list only the longest at a place. Case does not matter. Linear, never throws. */
export function findPhrases(written: string, index: PhraseIndex): PhraseMatch[] {
  const text = evened(written)
  const found: PhraseMatch[] = []
  const { length } = text
  let at = 0
  while (at < length) {
    const code = text.charCodeAt(at)
    if (isWordCode(code)) at = readRun(text, at, index, found)
    else {
      if (code > 127) findUnspaced(text, at, index, found)
      at++
    }
  }
  return found
}

/** Typographic apostrophes and hyphens as plain ones, unit for unit. */
const evened = (text: string): string =>
  /[\u2019\u2010\u2011]/.test(text) ? text.replaceAll('\u2019', "'").replaceAll(/[\u2010\u2011]/g, '-') : text

/** A run of characters without blanks: a word, or words joined by a slash; paths and the like are passed over. */
function readRun(text: string, start: number, index: PhraseIndex, found: PhraseMatch[]): number {
  let end = start + 1
  let slashes = 0
  while (end < text.length && isWordCode(text.charCodeAt(end))) {
    if (text.charCodeAt(end) === 47) slashes++
    end++
  }
  const first = text.charCodeAt(start)
  if (first === 47 || first === 46 || first === 64 || slashes > 1) return end
  if (slashes === 0) matchAt(text, start, end, index, found)
  else {
    const slash = text.indexOf('/', start)
    if (slash + 1 === end) return end
    matchAt(text, start, slash, index, found)
    matchAt(text, slash + 1, end, index, found)
    matchAt(text, start, end, index, found)
  }
  return end
}

function matchAt(text: string, start: number, end: number, index: PhraseIndex, found: PhraseMatch[]): void {
  const key = startKey(text, start)
  if (key !== 0 && index.starts[key] === 0) return
  const wordEnd = withoutDots(text, start, end)
  const phrases = index.byFirstWord.get(text.slice(start, wordEnd).toLowerCase())
  if (phrases === undefined) return
  const seen: string[] = []
  for (const { list, rest } of phrases) {
    if (seen.includes(list)) continue
    const last = rest.length === 0 ? wordEnd : restEnd(text, wordEnd, rest)
    if (last === undefined) continue
    seen.push(list)
    found.push({ list, start, end: last })
  }
}

/** The end of a sentence belongs to no word; the dots of `e.g.` do. */
function withoutDots(text: string, start: number, end: number): number {
  let last = end
  while (last > start && text.charCodeAt(last - 1) === 46) last--
  return text.lastIndexOf('.', last - 1) > start ? end : last
}

/** Where a phrase ends whose first word ended at `at`; undefined where it goes on differently. */
function restEnd(text: string, at: number, rest: readonly string[]): number | undefined {
  let next = at
  for (const word of rest) {
    const start = skipBlanks(text, next)
    if (start === next) return undefined
    const end = start + word.length
    if (text.slice(start, end).toLowerCase() !== word) return undefined
    next = end
  }
  return isWordCode(text.charCodeAt(next)) && !/^[.](?:\s|$)/.test(text.slice(next, next + 2)) ? undefined : next
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
