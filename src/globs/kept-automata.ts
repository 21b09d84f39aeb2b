import type { Nfa } from './nfa.ts'

/** Some hundred bytes each. Patterns that people write come to a few thousand states a fleet. */
const mostStates = 2_000_000

interface Kept {
  readonly size: number
  readonly forget: () => void
}

/** The oldest first. Only memory depends on it: what is forgotten is built again when it is asked for. */
let kept: Kept[] = []
let states = 0

/** Counts an automaton among those that are kept; where they are too many, the older ones are forgotten. */
export function keep({ size }: Nfa, forget: () => void): void {
  kept.push({ size, forget })
  states += size
  if (states > mostStates) forgetOlder()
}

/** All but the newest half, so that it is not done each time. */
function forgetOlder(): void {
  let first = 0
  for (; first < kept.length - 1 && states > mostStates / 2; first++) {
    states -= kept[first]?.size ?? 0
    kept[first]?.forget()
  }
  kept = kept.slice(first)
}
