import { type CodeRanges, intersect, mostReadable, readability } from './code-ranges.ts'
import { type Excluding, excluding, type Taken } from './excluding.ts'
import type { Move, Nfa } from './nfa.ts'

/** Steps that may still be taken, by one search or by all that share it: steps, not time, so that no machine decides. */
export interface Budget {
  left: number
}

export const createBudget = (steps: number): Budget => ({ left: steps })

export type Found = { readonly path: string } | 'none' | 'undecided'

/** Where all automata are at once, and how they got there. */
interface Node {
  readonly states: readonly number[]
  readonly taken: Taken
  readonly from: Node | undefined
  readonly code: number
}

/**
 * A shortest path that all of `included` accept and none of `excluded` does, read breadth first; `none` where there is none,
 * which is exact; `undecided` where the budget ends first. Of what is included single states are combined, of which there
 * are few; what is excluded needs sets of them.
 */
export function search(included: readonly Nfa[], excluded: readonly Nfa[], budget: Budget): Found {
  const away = excluding(excluded)
  const found = walk(included, away, budget)
  budget.left -= away.cost()
  return found
}

function walk(included: readonly Nfa[], away: Excluding, budget: Budget): Found {
  const queue: Node[] = [{ states: included.map(() => 0), taken: away.start, from: undefined, code: 0 }]
  const seen = new Set<number>()
  for (const node of queue) {
    if (!node.taken.isExcluded && node.states.every((state, i) => included[i]?.accepts(state)))
      return { path: pathTo(node) }
    if (budget.left <= away.cost()) return 'undecided'
    const next = stepsFrom(node, included, away, budget)
    if (next.length > 1) next.sort((a, b) => readability(a.code) - readability(b.code))
    for (const step of next) {
      const key = keyOf(step, included)
      if (seen.has(key)) continue
      seen.add(key)
      queue.push(step)
    }
  }
  return 'none'
}

/** One number for a place: states of at most a few thousand each, so that the product stays exact. */
const keyOf = ({ states, taken }: Node, included: readonly Nfa[]): number =>
  states.reduce((key, state, i) => key * (included[i]?.size ?? 1) + state, taken.id)

function stepsFrom(node: Node, included: readonly Nfa[], away: Excluding, budget: Budget): Node[] {
  const steps: Node[] = []
  for (const { states, on } of movesTogether(node.states, included, budget)) {
    if (away.classes.length === 1) {
      steps.push({ states, taken: away.step(node.taken, 0), from: node, code: mostReadable(on) })
      continue
    }
    for (const [i, all] of away.classes.entries()) {
      const shared = intersect(on, all)
      if (shared.length === 0) continue
      budget.left--
      steps.push({ states, taken: away.step(node.taken, i), from: node, code: mostReadable(shared) })
    }
  }
  return steps
}

interface Together {
  readonly states: readonly number[]
  readonly on: CodeRanges
}

/** The steps that all automata can take on one code point. */
function movesTogether(states: readonly number[], included: readonly Nfa[], budget: Budget): readonly Together[] {
  let together: Together[] = []
  for (const [i, nfa] of included.entries()) {
    const moves = nfa.moves(states[i] ?? 0)
    budget.left -= moves.length * Math.max(1, together.length)
    together = i === 0 ? moves.map(({ on, to }) => ({ states: [to], on })) : combined(together, moves)
  }
  return together
}

function combined(together: readonly Together[], moves: readonly Move[]): Together[] {
  const all: Together[] = []
  for (const one of together) {
    for (const { on, to } of moves) {
      const shared = intersect(one.on, on)
      if (shared.length > 0) all.push({ states: [...one.states, to], on: shared })
    }
  }
  return all
}

function pathTo(node: Node): string {
  const codes: number[] = []
  for (let at: Node | undefined = node; at?.from !== undefined; at = at.from) codes.push(at.code)
  return String.fromCodePoint(...codes.reverse())
}
