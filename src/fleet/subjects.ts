import { isAlike, type Topic } from './topics.ts'

/** What a handoff is about: its topic, and the paths that its line names. */
export interface Subject {
  readonly topic: Topic
  readonly paths: readonly string[]
}

/** Do two lists of patterns have a file in common? */
export type PathsMeet = (a: readonly string[], b: readonly string[]) => boolean

/** Steps that may still be taken: of words and hops that are looked at, so that no machine decides. */
export interface Steps {
  left: number
}

/** Subjects by number, each once. */
export interface SubjectIndex {
  /** The number of a subject, which is a new one where it was not met before. */
  readonly numberOf: (subject: Subject) => number
  /** The numbers of all subjects that are about the same as one of them, itself among them; ascending. */
  readonly sameAs: (number: number, steps: Steps) => number[]
}

/** Subjects are the same by their paths where both name some, else by their words; words lead to those to compare with. */
export function indexSubjects(pathsMeet: PathsMeet): SubjectIndex {
  const subjects: Subject[] = []
  const byKey = new Map<string, number>()
  const words = indexWords()
  const withPaths: number[] = []

  const add = (subject: Subject): number => {
    const number = subjects.push(subject) - 1
    words.add(number, subject.topic)
    if (subject.paths.length > 0) withPaths.push(number)
    return number
  }

  return {
    numberOf: (subject) => {
      const key = JSON.stringify([[...subject.topic].sort(), subject.paths])
      const number = byKey.get(key) ?? add(subject)
      byKey.set(key, number)
      return number
    },
    sameAs: (number, steps) => {
      const own = subjects[number]
      if (own === undefined) return []
      const found = words.alike(own.topic, steps)
      if (own.paths.length === 0) return found.toSorted(ascending)
      const byWords = found.filter((other) => subjects[other]?.paths.length === 0)
      steps.left -= 10 * withPaths.length
      const byPaths = withPaths.filter((other) => pathsMeet(own.paths, subjects[other]?.paths ?? []))
      return [...byWords, ...byPaths].sort(ascending)
    },
  }
}

/** The words of subjects: which subjects have a topic like this one? */
interface WordIndex {
  /** Numbers come in order, from 0 and without a gap. */
  readonly add: (number: number, topic: Topic) => void
  readonly alike: (topic: Topic, steps: Steps) => readonly number[]
}

function indexWords(): WordIndex {
  const byStem = new Map<string, number[]>()
  const wordless: number[] = []
  /** How many stems each subject has: looked up by the million, and near to one another here. */
  const sizes: number[] = []
  /** How many stems each subject shares with the one that is asked for; nothing between two questions. */
  const shared: number[] = []

  return {
    add: (number, topic) => {
      sizes.push(topic.size)
      shared.push(0)
      if (topic.size === 0) wordless.push(number)
      for (const stem of topic) listIn(byStem, stem).push(number)
    },
    alike: (topic, steps) => {
      if (topic.size === 0) return wordless
      const met: number[] = []
      for (const stem of topic) {
        const numbers = byStem.get(stem) ?? []
        steps.left -= numbers.length
        for (const number of numbers) {
          const count = shared[number] ?? 0
          if (count === 0) met.push(number)
          shared[number] = count + 1
        }
      }
      const same = met.filter((number) => isAlike(shared[number] ?? 0, topic.size, sizes[number] ?? 0))
      for (const number of met) shared[number] = 0
      return same
    },
  }
}

const ascending = (a: number, b: number): number => a - b

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const known = lists.get(key)
  if (known !== undefined) return known
  const made: T[] = []
  lists.set(key, made)
  return made
}
