import { pathWords, vocabularies } from './built-in-vocabulary.ts'

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

/** Lists of words that the vocabulary files have beside the contexts. */
export type WordList =
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
  | 'topicColumns'
  | 'pathColumns'
  | 'noAgents'

export type HandoffVerb = 'escalates' | 'delegates' | 'mentions'

/** One `schemas/vocabulary/<language>.json`. A list that a language does not have is left out. */
export interface VocabularyFile {
  readonly contexts: Readonly<Partial<Record<ContextKind, readonly string[]>>>
  readonly verbs: Readonly<Partial<Record<HandoffVerb, readonly string[]>>>
  /** Verbs with the word that leads to the name, where what is handed over stands between. */
  readonly objectVerbs?: Readonly<Partial<Record<HandoffVerb, readonly (readonly string[])[]>>>
}

const compiled = new Map<string, RegExp>()

/**
 * Finds the words of a list in any language, as whole words; `g`, so `lastIndex` says where to look from. Compiled when
 * first asked for. Texts are expected as `plainText` makes them.
 */
export function wordsOf(list: WordList): RegExp {
  return compile(list, (file) => (file as unknown as Record<string, readonly string[]>)[list])
}

export const contextWords = (kind: ContextKind): RegExp => compile(`contexts ${kind}`, ({ contexts }) => contexts[kind])

export const verbWords = (verb: HandoffVerb): RegExp => compile(`verbs ${verb}`, ({ verbs }) => verbs[verb])

/** `escalate … to`: up to where the name starts. */
export function objectVerbs(verb: HandoffVerb): RegExp {
  const key = `object ${verb}`
  const known = compiled.get(key)
  if (known !== undefined) return known
  const pairs = vocabularies.flatMap(({ objectVerbs: verbs }) => verbs?.[verb] ?? [])
  const patterns = pairs.map(([start = '', end = '']) => `${asPattern(start)}\\s[^,;:.()]{2,60}?\\s${asPattern(end)}`)
  const pattern = new RegExp(patterns.length === 0 ? '(?!)' : patterns.join('|'), 'giu')
  compiled.set(key, pattern)
  return pattern
}

/** Does the text have a word of the list? */
export function has(text: string, words: RegExp): boolean {
  words.lastIndex = 0
  return words.test(text)
}

function compile(key: string, choose: (file: VocabularyFile) => readonly string[] | undefined): RegExp {
  const known = compiled.get(key)
  if (known !== undefined) return known
  const phrases = vocabularies.flatMap((file) => choose(file) ?? [])
  const words = phrases.toSorted((a, b) => b.length - a.length).map(asPattern)
  const pattern = new RegExp(words.length === 0 ? '(?!)' : words.join('|'), 'giu')
  compiled.set(key, pattern)
  return pattern
}

const wordBefore = '(?<![\\p{L}\\p{N}_/-])'
const wordAfter = '(?![\\p{L}\\p{N}_/])'
const unspaced = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

/** Words end where letters do; scripts that are written without blanks, and signs, have no such ends. */
function asPattern(phrase: string): string {
  const escaped = phrase.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '\\s+')
  if (unspaced.test(phrase) || !/\p{L}/u.test(phrase)) return escaped
  return wordBefore + escaped + (/[\p{L}\p{N}]$/u.test(phrase) ? wordAfter : '')
}

const setOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.map((word) => word.toLowerCase()))

let pathSets: PathWords | undefined

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

/** What tells paths from other words. */
export function pathVocabulary(): PathWords {
  pathSets ??= {
    extensions: setOf(pathWords.extensions),
    names: new Set(pathWords.names),
    products: setOf(pathWords.products),
    phrases: setOf(pathWords.phrases),
    mimeTypes: setOf(pathWords.mimeTypes),
    folders: setOf(pathWords.folders),
  }
  return pathSets
}
