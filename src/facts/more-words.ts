import { vocabulary } from './built-in-vocabulary.ts'
import { indexPhrases, type PhraseData, type PhraseIndex, phraseData } from './phrase-index.ts'

/**
 * The built-in phrases and these, which are given by what a heading with them in it says of the lines below: `owns`,
 * `excludes` … Undefined where there are none.
 */
export function moreWords(contexts: ReadonlyMap<string, readonly string[]>): PhraseIndex | undefined {
  const phrases = [...contexts].flatMap(([kind, words]) => words.map((word) => [`contexts.${kind}`, word] as const))
  return phrases.length === 0 ? undefined : indexPhrases(joined(vocabulary.whole, phraseData(phrases)))
}

function joined(base: PhraseData, more: PhraseData): PhraseData {
  const lists = [...new Set([...base.lists, ...more.lists])]
  const number = (list: number): number => lists.indexOf(more.lists[list] ?? '')
  const spaced = { ...base.spaced }
  for (const [first, phrases] of Object.entries(more.spaced)) {
    const renumbered = phrases.map(([list, ...rest]) => [number(list), ...rest] as const)
    // The longest one must be met first.
    spaced[first] = [...own(spaced, first), ...renumbered].sort((a, b) => b.length - a.length)
  }
  const unspaced = { ...base.unspaced }
  for (const [first, phrases] of Object.entries(more.unspaced)) {
    unspaced[first] = [...own(unspaced, first), ...phrases.map(([list, text]) => [number(list), text] as const)]
  }
  return { lists, spaced, unspaced }
}

const own = <T>(lists: Readonly<Record<string, readonly T[]>>, key: string): readonly T[] =>
  Object.hasOwn(lists, key) ? (lists[key] ?? []) : []
