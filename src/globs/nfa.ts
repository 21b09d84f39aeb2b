import { type CodeRanges, holds } from './code-ranges.ts'

/** One step of an automaton. */
export interface Move {
  readonly on: CodeRanges
  readonly to: number
}

/** A non-deterministic automaton over code points. State 0 starts. */
export interface Nfa {
  readonly size: number
  /** The steps from a state, and from all states that it is in without reading anything. */
  readonly moves: (state: number) => readonly Move[]
  readonly accepts: (state: number) => boolean
}

/** Builds an automaton state by state; each method gives the state that a path is in after what it adds. */
export interface NfaBuilder {
  readonly state: () => number
  readonly read: (from: number, on: CodeRanges) => number
  readonly link: (from: number, on: CodeRanges, to: number) => void
  /** From one state to the other without reading anything. */
  readonly skip: (from: number, to: number) => void
  readonly build: (accepting: readonly number[]) => Nfa
}

export function createNfaBuilder(): NfaBuilder {
  // Most states have one edge and no skip.
  const edges: (Move[] | undefined)[] = [undefined]
  const skips: (number[] | undefined)[] = [undefined]
  const state = (): number => {
    skips.push(undefined)
    return edges.push(undefined) - 1
  }
  const link = (from: number, on: CodeRanges, to: number): void => {
    const known = edges[from]
    if (known === undefined) edges[from] = [{ on, to }]
    else known.push({ on, to })
  }
  return {
    state,
    link,
    read: (from, on) => {
      const to = state()
      link(from, on, to)
      return to
    },
    skip: (from, to) => {
      const known = skips[from]
      if (known === undefined) skips[from] = [to]
      else known.push(to)
    },
    build: (accepting) => withoutSkips(edges, skips, new Set(accepting)),
  }
}

/** What a state reaches is worked out when it is first asked for: most states of most patterns never are. */
function withoutSkips(
  edges: readonly (readonly Move[] | undefined)[],
  skips: readonly (readonly number[] | undefined)[],
  accepting: ReadonlySet<number>,
): Nfa {
  const known: ({ readonly moves: readonly Move[]; readonly accepts: boolean } | undefined)[] = []
  const look = (state: number) => {
    const found = known[state]
    if (found !== undefined) return found
    const all = reached(skips, state)
    const looked = { moves: all.flatMap((one) => edges[one] ?? []), accepts: all.some((one) => accepting.has(one)) }
    known[state] = looked
    return looked
  }
  return { size: edges.length, moves: (state) => look(state).moves, accepts: (state) => look(state).accepts }
}

function reached(skips: readonly (readonly number[] | undefined)[], state: number): number[] {
  const seen = new Set([state])
  for (const one of seen) for (const next of skips[one] ?? []) seen.add(next)
  return [...seen]
}

/** A set of states, in order. */
export type StateSet = readonly number[]

/** Where a set of states gets by one code point. */
export function step(nfa: Nfa, states: StateSet, code: number): StateSet {
  const next = new Set<number>()
  for (const state of states) {
    for (const { on, to } of nfa.moves(state)) if (!next.has(to) && holds(on, code)) next.add(to)
  }
  return next.size < 2 ? [...next] : [...next].sort((a, b) => a - b)
}
