import { pathWords, vocabularies } from './built-in-vocabulary.ts'
import { findPhrases, indexPhrases, type PhraseIndex, type PhraseMatch } from './phrases.ts'

/** What a heading, a bold lead, a `KEY:` or a column title can say about what stands below it. */
export type ContextKind =
  | 'neutral'
  | 'incoming'
  | 'excludes'
  | 'escalates'
  | 'delegates'
  | 'mentions'
  | 'shares'
  | 'reads'
  | 'owns'
  | 'scope'
  | 'weak'

export type HandoffVerb = 'escalates' | 'delegates' | 'mentions'

/** Every list of the vocabulary files, as `<key>` or `<key>.<key>`. */
export type WordList =
  | `contexts.${ContextKind}`
  | `verbs.${HandoffVerb}`
  | `objectVerbs.${HandoffVerb}`
  | 'particles'
  | 'exclusive'
  | 'qualifiers'
  | 'ownsInProse'
  | 'modifies'
  | 'negations'
  | 'exceptions'
  | 'readOnly'
  | 'places'
  | 'hedges'
  | 'agentWords'
  | 'ownerWords'
  | 'fillers'
  | 'joiners'
  | 'exits'
  | 'exitPhrases'
  | 'targetColumns'
  | 'delegateColumns'
  | 'arrows'
  | 'strongVerbs'
  | 'noAgents'
  | 'weakVerbs'
  | 'readerNames'
  | 'pathColumns'

/** Lists that are only asked of a single word: they are of the most frequent ones, and would be found on every line. */
const askedOfWords: readonly WordList[] = [
  'fillers',
  'joiners',
  'agentWords',
  'exits',
  'places',
  'hedges',
  'particles',
  'strongVerbs',
  'weakVerbs',
  'readerNames',
  'noAgents',
]

let whole: PhraseIndex | undefined
let telling: PhraseIndex | undefined

/** Finds the words of all other lists in any language, between two offsets of a text; in order. */
export function findWords(text: string, from: number, to: number): PhraseMatch[] {
  whole ??= indexPhrases([...allPhrases()].filter(([list]) => !(askedOfWords as readonly string[]).includes(list)))
  return findPhrases(text, from, to, whole)
}

/** Lists of words by which a line may say something without any heading over it. */
const isTelling = (list: string): boolean =>
  /^(?:verbs|objectVerbs)\.|^(?:ownsInProse|arrows|negations|exceptions)$/.test(list)

/** Finds only those words, which is quicker: most lines have none, and need no closer look. */
export function findTellingWords(text: string, from: number, to: number): PhraseMatch[] {
  telling ??= indexPhrases([...allPhrases()].filter(([list]) => isTelling(list)))
  return findPhrases(text, from, to, telling)
}

function* allPhrases(): Generator<readonly [string, string]> {
  for (const file of vocabularies) yield* phrasesOf(file, '')
}

/** The lists of a file, which may stand in objects. */
function* phrasesOf(value: object, prefix: string): Generator<readonly [string, string]> {
  for (const [key, list] of Object.entries(value)) {
    const name = prefix + key
    if (Array.isArray(list)) for (const phrase of list) yield [name, String(phrase)]
    else if (typeof list === 'object') yield* phrasesOf(list, `${name}.`)
  }
}

/** Does one of the words, which are in order, start between two offsets? */
export function hasWordBetween(words: readonly PhraseMatch[], from: number, to: number): boolean {
  let first = 0
  let last = words.length
  while (first < last) {
    const middle = (first + last) >> 1
    if ((words[middle]?.start ?? 0) < from) first = middle + 1
    else last = middle
  }
  return (words[first]?.start ?? to) < to
}

/** Has a text a word of the list, from one offset to another? */
export const hasWord = (words: readonly PhraseMatch[], list: WordList, from: number, to: number): boolean =>
  words.some((word) => word.list === list && word.start >= from && word.end <= to)

/** Where the last word of a list ends, before `to`; -1 if there is none behind `from`. */
export function lastWordEnd(words: readonly PhraseMatch[], list: WordList, from: number, to: number): number {
  let end = -1
  for (const word of words)
    if (word.list === list && word.start >= from && word.end <= to && word.end > end) end = word.end
  return end
}

const sets = new Map<string, ReadonlySet<string>>()

/** Is this word, as a whole, one of the list? */
export function isOneOf(word: string, list: WordList): boolean {
  let known = sets.get(list)
  if (known === undefined) {
    known = new Set([...allPhrases()].flatMap(([name, phrase]) => (name === list ? [phrase.toLowerCase()] : [])))
    sets.set(list, known)
  }
  return known.has(word.toLowerCase())
}

export interface PathWords {
  readonly extensions: ReadonlySet<string>
  /** Files that are known without an ending, as they are spelt. */
  readonly names: ReadonlySet<string>
  readonly products: ReadonlySet<string>
  readonly phrases: ReadonlySet<string>
  readonly mimeTypes: ReadonlySet<string>
  /** What folders are commonly called. */
  readonly folders: ReadonlySet<string>
}

let pathSets: PathWords | undefined

/** What tells paths from other words. */
export function pathVocabulary(): PathWords {
  pathSets ??= {
    extensions: new Set(pathWords.extensions),
    names: new Set(pathWords.names),
    products: new Set(pathWords.products),
    phrases: new Set(pathWords.phrases),
    mimeTypes: new Set(pathWords.mimeTypes),
    folders: new Set(pathWords.folders),
  }
  return pathSets
}
