import { firstUnit, keyOf } from './word-units.ts'

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

/** What starts with one word. */
export interface Start {
  readonly word: string
  /** The lists in which it stands by itself. */
  readonly alone: readonly string[]
  /** The phrases that go on behind it, longest first. */
  readonly longer: readonly IndexedPhrase[]
  /** By the last five bits of a UTF-16 unit: may one of those go on with it? */
  readonly nextUnits: number
  /** Another word of the same key. */
  readonly next: Start | undefined
}

/** Phrases that are looked for, arranged for looking up. */
export interface PhraseIndex {
  /** By what a word starts with: the lengths of those that are looked for, as bits. */
  readonly lengths: Int32Array
  /** By the key of a word: 1 and more is the number of a start; most words have 0 and need no more. */
  readonly keys: Uint16Array
  readonly lists: readonly string[]
  /** In the place of its number; there is none of number 0. */
  readonly starts: readonly (Start | undefined)[]
  /** By the UTF-16 unit that they start with. */
  readonly unspaced: ReadonlyMap<number, readonly (readonly [list: string, text: string])[]>
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
  const wanted = data.lists.map((list) => (isOf(list) ? list : undefined))
  const lengths = new Int32Array(0x100)
  const keys = new Uint16Array(0x10000)
  const starts: (Start | undefined)[] = [undefined]
  for (const word of Object.keys(data.spaced)) {
    const key = keyOf(word, 0, word.length)
    const start = startOf(word, data.spaced[word] ?? [], wanted, starts[keys[key] ?? 0])
    if (start.alone.length + start.longer.length === 0) continue
    starts.push(start)
    keys[key] = starts.length - 1
    const first = firstUnit(word, 0)
    lengths[first] = (lengths[first] ?? 0) | lengthBit(word.length)
  }
  return { lengths, keys, lists: data.lists, starts, unspaced: unspacedOf(data, wanted) }
}

/** Long words share one. */
export const lengthBit = (length: number): number => 1 << Math.min(length, 31)

type Wanted = readonly (string | undefined)[]

function startOf(word: string, phrases: readonly IndexedPhrase[], wanted: Wanted, next: Start | undefined): Start {
  const alone: string[] = []
  const longer: IndexedPhrase[] = []
  let nextUnits = 0
  for (const phrase of phrases) {
    const list = wanted[phrase[0]]
    if (list === undefined) continue
    const second = phrase[1]
    if (second === undefined) alone.push(list)
    else {
      longer.push(phrase)
      // As `unitBit` has it: the words of phrases are in lower case.
      nextUnits |= 1 << (second.charCodeAt(0) & 31)
    }
  }
  return { word, alone, longer, nextUnits, next }
}

function unspacedOf({ unspaced }: PhraseData, wanted: Wanted): PhraseIndex['unspaced'] {
  const found = new Map<number, [string, string][]>()
  for (const first of Object.keys(unspaced)) {
    const kept: [string, string][] = []
    for (const [number, text] of unspaced[first] ?? []) {
      const list = wanted[number]
      if (list !== undefined) kept.push([list, text])
    }
    if (kept.length > 0) found.set(first.charCodeAt(0), kept)
  }
  return found
}
