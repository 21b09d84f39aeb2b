import { type Budget, createBudget, type Glob, isGlob, parseGlob, witness } from '../globs/index.ts'
import type { PathsMeet } from './subjects.ts'

/** Enough for thousands of pairs as people write them; patterns that take more are not taken to meet. */
const stepsOfAll = 500_000

/** What comparing two patterns costs where nothing is searched. */
const stepsOfPair = 20

/** Compares lists of patterns; all that is asked of one result shares what searches may take. It remembers what it parsed. */
export function comparePaths(): PathsMeet {
  const budget = createBudget(stepsOfAll)
  const parsed = new Map<string, Glob | undefined>()
  const globsOf = (patterns: readonly string[]): Glob[] =>
    patterns.flatMap((pattern) => {
      if (!parsed.has(pattern)) parsed.set(pattern, parse(pattern))
      return parsed.get(pattern) ?? []
    })
  return (a, b) => {
    if (a === b) return true
    const others = globsOf(b)
    return globsOf(a).some((one) => others.some((other) => isMet(one, other, budget)))
  }
}

function isMet(one: Glob, other: Glob, budget: Budget): boolean {
  budget.left -= stepsOfPair
  return budget.left > 0 && typeof witness([one, other], [], budget) !== 'string'
}

function parse(pattern: string): Glob | undefined {
  const glob = parseGlob(pattern)
  return isGlob(glob) ? glob : undefined
}
