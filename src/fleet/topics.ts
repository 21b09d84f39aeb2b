import { wordLetters } from '../core/letters.ts'
import { unspacedRuns } from '../core/scripts.ts'

/** The words of a topic that say what it is about, in one form each. */
export type Topic = ReadonlySet<string>

/** Words that say nothing by themselves, of any language. */
export type StopWords = ReadonlySet<string>

const words = new RegExp(`[${wordLetters}#+]+`, 'g')

/** Reads a topic; texts in scripts without blanks become pairs of characters. */
export function readTopic(text: string, stopWords: StopWords): Topic {
  const stems = new Set<string>()
  const lower = text.normalize('NFKC').toLowerCase()
  for (const [run] of lower.matchAll(unspacedRuns))
    for (let i = 0; i + 1 < run.length; i++) stems.add(run.slice(i, i + 2))
  for (const [word] of lower.replaceAll(unspacedRuns, ' ').matchAll(words)) {
    const stem = stemOf(word)
    if (stem.length > 1 && !stopWords.has(word) && !stopWords.has(stem)) stems.add(stem)
  }
  return stems
}

const endings = /(?:ations?|ation|ments?|ings?|ized?|ies|ers?|ed|es|s|ungen|ung|en|aciones|ación|ами|ов|ы|и|а)$/u

/** Without the ending that a word takes in a sentence: enough to compare topics, no more. */
function stemOf(word: string): string {
  if (word.length < 5) return word.length > 2 && word.endsWith('s') ? word.slice(0, -1) : word
  const stem = word.replace(endings, '')
  return stem.length < 3 ? word : stem
}

/** Are two topics the same: does one hold all of the other, or do they share half of their words? */
export function isSameTopic(a: Topic, b: Topic): boolean {
  if (a.size === 0 || b.size === 0) return a.size === b.size
  let shared = 0
  for (const stem of a) if (b.has(stem)) shared++
  return isAlike(shared, a.size, b.size)
}

/** The same of two topics that both have words, by how many they have and how many of them they share. */
export const isAlike = (shared: number, sizeOfA: number, sizeOfB: number): boolean =>
  shared === Math.min(sizeOfA, sizeOfB) || shared / (sizeOfA + sizeOfB - shared) >= 0.5

/** The words of a text, whatever stands between them: two texts of the same words read the same. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Do two topics have anything in common? */
export const touches = (a: Topic, b: Topic): boolean => [...a].some((stem) => b.has(stem))
