/** Inclusive ranges of UTF-16 units. */
export type UnitRanges = readonly (readonly [first: number, last: number])[]

export interface Edge {
  readonly on: UnitRanges
  readonly to: number
}

/** A non-deterministic automaton over UTF-16 units. State 0 starts. */
export interface Nfa {
  readonly edges: readonly (readonly Edge[])[]
  /** Where each state gets without reading anything. */
  readonly silent: readonly (readonly number[])[]
  readonly accepting: ReadonlySet<number>
}

export const slash: UnitRanges = [[47, 47]]
export const notSlash: UnitRanges = [
  [0, 46],
  [48, 0xffff],
]

/** Builds an automaton state by state; each method gives the state that a path is in after what it adds. */
export interface NfaBuilder {
  readonly size: () => number
  readonly state: () => number
  readonly read: (from: number, on: UnitRanges) => number
  readonly link: (from: number, on: UnitRanges, to: number) => void
  readonly skip: (from: number, to: number) => void
  readonly build: (accepting: readonly number[]) => Nfa
}

export function createNfaBuilder(): NfaBuilder {
  const edges: Edge[][] = [[]]
  const silent: number[][] = [[]]
  const state = (): number => {
    edges.push([])
    silent.push([])
    return edges.length - 1
  }
  const link = (from: number, on: UnitRanges, to: number): void => {
    edges[from]?.push({ on, to })
  }
  return {
    size: () => edges.length,
    state,
    link,
    read: (from, on) => {
      const to = state()
      link(from, on, to)
      return to
    },
    skip: (from, to) => {
      silent[from]?.push(to)
    },
    build: (accepting) => ({ edges, silent, accepting: new Set(accepting) }),
  }
}

/** A set of states, sorted, with all that can be reached from them without reading. */
export type StateSet = readonly number[]

export function closure(nfa: Nfa, states: Iterable<number>): StateSet {
  const reached = new Set<number>()
  const waiting = [...states]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    waiting.push(...(nfa.silent[next] ?? []))
  }
  return [...reached].sort((a, b) => a - b)
}

export function step(nfa: Nfa, states: StateSet, unit: number): StateSet {
  const next: number[] = []
  for (const state of states) {
    for (const { on, to } of nfa.edges[state] ?? []) if (holds(on, unit)) next.push(to)
  }
  return next.length === 0 ? [] : closure(nfa, next)
}

function holds(ranges: UnitRanges, unit: number): boolean {
  for (const [first, last] of ranges) if (unit >= first && unit <= last) return true
  return false
}

export const accepts = (nfa: Nfa, states: StateSet): boolean => states.some((state) => nfa.accepting.has(state))
