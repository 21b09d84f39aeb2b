import type { Topic } from './topics.ts'

export interface LikePair {
  /** Places in the list that was given; `first` is the smaller. */
  readonly first: number
  readonly second: number
  /** How much of their words they share: from 0 to 1. */
  readonly likeness: number
}

/** A word of more texts than this leads to no pair: where even the rarest words of a text are so common, all are alike. */
const commonWord = 200

/**
 * The pairs of topics that share at least a part `least` of all their words (Jaccard). Two that do have one of their
 * rarest words in common, so only those are looked up: the cost is near that of reading the topics.
 */
export function likePairs(topics: readonly Topic[], least: number): LikePair[] {
  const frequency = new Map<string, number>()
  for (const topic of topics) for (const word of topic) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  const seenWith = new Map<string, number[]>()
  const found: LikePair[] = []
  for (const [second, topic] of topics.entries()) {
    const candidates = new Set<number>()
    for (const word of rarestOf(topic, frequency, least)) {
      if ((frequency.get(word) ?? 0) > commonWord) continue
      const earlier = seenWith.get(word) ?? []
      for (const first of earlier) candidates.add(first)
      earlier.push(second)
      seenWith.set(word, earlier)
    }
    for (const first of candidates) {
      const likeness = likenessOf(topics[first] ?? new Set(), topic)
      if (likeness >= least) found.push({ first, second, likeness })
    }
  }
  return found
}

/** So many of the rarest that a topic which shares `least` with this one cannot miss them all. */
function rarestOf(topic: Topic, frequency: ReadonlyMap<string, number>, least: number): string[] {
  const words = [...topic].sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1))
  return words.slice(0, words.length - Math.ceil(least * words.length) + 1)
}

function likenessOf(a: Topic, b: Topic): number {
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}
