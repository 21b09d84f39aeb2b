import { type CodeRanges, complement, holds, tidy } from './code-ranges.ts'
import { type Nfa, type StateSet, step } from './nfa.ts'

/** Where everything excluded is at once; the same place is the same object. */
export interface Taken {
  readonly id: number
  /** Is the path up to here excluded? */
  readonly isExcluded: boolean
  readonly sets: readonly StateSet[]
  readonly after: (Taken | undefined)[]
}

/** What is excluded, as one deterministic automaton that is worked out as far as it is walked. */
export interface Excluding {
  readonly start: Taken
  /** The code points that nothing excluded tells apart. */
  readonly classes: readonly CodeRanges[]
  /** `of`: an index into `classes`. */
  readonly step: (from: Taken, of: number) => Taken
  /** What working it out has cost so far, in steps of single states. */
  readonly cost: () => number
}

export function excluding(excluded: readonly Nfa[]): Excluding {
  const places = new Map<string, Taken>()
  const place = (sets: readonly StateSet[]): Taken => {
    const key = JSON.stringify(sets)
    const known = places.get(key)
    if (known !== undefined) return known
    const isExcluded = excluded.some((nfa, i) => sets[i]?.some(nfa.accepts))
    const made = { id: places.size, isExcluded, sets, after: [] }
    places.set(key, made)
    return made
  }
  const classes = classesOf(excluded)
  let cost = 0
  return {
    cost: () => cost,
    start: place(excluded.map(() => [0])),
    classes,
    step: (from, of) => {
      const code = classes[of]?.[0]?.[0] ?? 0
      const known = from.after[of]
      if (known !== undefined) return known
      const sets = excluded.map((nfa, i) => step(nfa, from.sets[i] ?? [], code))
      for (const set of [...from.sets, ...sets]) cost += set.length
      const next = place(sets)
      from.after[of] = next
      return next
    },
  }
}

/** One class for each code point or stretch that stands in a pattern, and one for all others. */
function classesOf(nfas: readonly Nfa[]): CodeRanges[] {
  const bounds = new Set<number>()
  const written = new Set<CodeRanges>()
  for (const nfa of nfas) {
    for (let state = 0; state < nfa.size; state++) for (const { on } of nfa.moves(state)) written.add(on)
  }
  for (const [first, last] of [...written].flat()) bounds.add(first).add(last + 1)
  const starts = [...bounds].sort((a, b) => a - b)
  const stretches = starts.slice(0, -1).map((start, i): [number, number] => [start, (starts[i + 1] ?? start + 1) - 1])
  const told = [...new Set([...written].map((ranges) => JSON.stringify(ranges)))].map(
    (text): CodeRanges => JSON.parse(text),
  )
  const groups = new Map<string, (readonly [number, number])[]>()
  for (const stretch of stretches) {
    const signature = told.map((ranges) => (holds(ranges, stretch[0]) ? 1 : 0)).join('')
    groups.set(signature, [...(groups.get(signature) ?? []), stretch])
  }
  const rest = complement(tidy(stretches))
  return [...[...groups.values()].map(tidy), ...(rest.length === 0 ? [] : [rest])]
}
