import type { Span } from '../core/span.ts'
import { vocabulary } from './built-in-vocabulary.ts'
import { indexPhrases, type PhraseIndex } from './phrase-index.ts'
import { findPhrases, hasPhrase, type PhraseMatch } from './phrases.ts'

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
  | 'output'

export type HandoffVerb = 'escalates' | 'delegates' | 'mentions'

/** Every list of the vocabulary files, as `<key>` or `<key>.<key>`. */
export type WordList =
  | `contexts.${ContextKind}`
  /** Words that say so only where no other word follows. */
  | `contexts.alone.${ContextKind}`
  | `verbs.${HandoffVerb}`
  | `objectVerbs.${HandoffVerb}`
  /** Words behind a name. */
  | 'follows.escalates'
  | 'follows.delegates'
  /** What a name in the genitive stands before. */
  | 'follows.owned'
  /** Behind a name: what it has, comes next. */
  | 'follows.owns'
  /** A heading that starts so names who gets the work. */
  | 'headingVerbs'
  | 'readsInProse'
  | 'particles'
  | 'exclusive'
  | 'qualifiers'
  | 'ownsInProse'
  | 'only'
  /** "Stay out of" */
  | 'keepsOut'
  /** Verbs of what is put into something. */
  | 'adds'
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
  | 'outside'
  | 'strongVerbs'
  | 'noAgents'
  | 'weakVerbs'
  | 'readerNames'
  | 'pathColumns'
  | 'stanceColumns'
  | 'readCells'
  | 'permits'

let whole: PhraseIndex | undefined
let telling: PhraseIndex | undefined
let negating: PhraseIndex | undefined
let ofRun: PhraseIndex | undefined

/**
 * Runs something with other words than the built-in ones. It must be done when it returns: what waits would see the words
 * of whoever runs meanwhile. Handing them down to every line that is read would cost each of them.
 */
export function withWords<T>(words: PhraseIndex | undefined, run: () => T): T {
  ofRun = words
  try {
    return run()
  } finally {
    ofRun = undefined
  }
}

/** Finds the words of all lists but those of single words, in any language, between two offsets; in order. */
export function findWords(text: string, from: number, to: number): PhraseMatch[] {
  return findPhrases(text, from, to, wordsOfRun())
}

/** Would `findWords` find any? Most headings and labels have none. */
export const hasAnyWord = (text: string, { start, end }: Span): boolean => hasPhrase(text, start, end, wordsOfRun())

function wordsOfRun(): PhraseIndex {
  whole ??= indexPhrases(vocabulary.whole)
  return ofRun ?? whole
}

/** Lists of words by which a line may say something without any heading over it. */
const isTelling = (list: string): boolean =>
  /^(?:verbs|objectVerbs|follows)\.|^(?:ownsInProse|only|keepsOut|arrows|negations|exceptions)$/.test(list)

/** Stands a word there by which a line may say something without any heading over it? Most lines have none. */
export function hasTellingWord(text: string, { start, end }: Span): boolean {
  telling ??= indexPhrases(vocabulary.whole, isTelling)
  return hasPhrase(text, start, end, telling)
}

/** "Not", "never" and the like. */
export function findNegations(text: string, { start, end }: Span): PhraseMatch[] {
  negating ??= indexPhrases(vocabulary.whole, (list) => list === 'negations')
  return findPhrases(text, start, end, negating)
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

/** Is this word, as a whole, one of the list? */
export const isOneOf = (word: string, list: WordList): boolean => singleWords(list).has(word.toLowerCase())

const wordSets = new Map<WordList, ReadonlySet<string>>()

function singleWords(list: WordList): ReadonlySet<string> {
  const known = wordSets.get(list)
  if (known !== undefined) return known
  const words = new Set(Object.keys(vocabulary.words[list] ?? {}))
  wordSets.set(list, words)
  return words
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
    extensions: new Set(vocabulary.paths.extensions),
    names: new Set(vocabulary.paths.names),
    products: new Set(vocabulary.paths.products),
    phrases: new Set(vocabulary.paths.phrases),
    mimeTypes: new Set(vocabulary.paths.mimeTypes),
    folders: new Set(vocabulary.paths.folders),
  }
  return pathSets
}
