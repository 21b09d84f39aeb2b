import type { Glob } from './glob.ts'
import { matches } from './match.ts'
import { accepts, closure, type Nfa, type StateSet, step } from './nfa.ts'

/** More combined states, or states in them, are not looked at: an answer would take too long, and none is given. */
export const searchLimit = 20_000
const workLimit = 400_000

export type Witness = { readonly path: string } | 'none' | 'undecided'

/**
 * A path that all of `included` mean and none of `excluded` does, one of the shortest; `none` where there is none at all,
 * which is exact; `undecided` where finding out takes too long.
 */
export function witness(included: readonly Glob[], excluded: readonly Glob[]): Witness {
  if (!mayMeet(included)) return 'none'
  const found = search(
    included.map(({ nfa }) => nfa),
    excluded.filter((glob) => mayMeet([...included.slice(0, 1), glob])).map(({ nfa }) => nfa),
  )
  if (typeof found === 'string') return found
  return { path: readable(found.path, included, excluded) }
}

/** Is everything that `inner` means also meant by one of `outer`? */
export const isInside = (inner: Glob, outer: readonly Glob[]): boolean => witness([inner], outer) === 'none'

/** Do the folders that the patterns start with lie on one line? Most pairs do not, and need no search. */
export function mayMeet(globs: readonly Glob[]): boolean {
  const [first, ...others] = globs
  return first === undefined || others.every((other) => isAlong(first.literal, other.literal))
}

function isAlong(a: readonly string[], b: readonly string[]): boolean {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) return false
  return true
}

interface Node {
  readonly included: readonly StateSet[]
  readonly excluded: readonly StateSet[]
  readonly from: Node | undefined
  readonly unit: number
}

/** Breadth first through what all automata do at once: the first accepted path is a shortest one. */
function search(included: readonly Nfa[], excluded: readonly Nfa[]): Witness {
  const units = unitsFor([...included, ...excluded])
  const start = [...included, ...excluded].map((nfa) => closure(nfa, [0]))
  const queue: Node[] = [
    { included: start.slice(0, included.length), excluded: start.slice(included.length), from: undefined, unit: 0 },
  ]
  const seen = new Set<string>([keyOf(queue[0])])
  let work = 0
  for (let next = 0; next < queue.length; next++) {
    const node = queue[next]
    if (node === undefined) break
    if (isAccepted(node, included, excluded)) return { path: pathTo(node) }
    for (const states of [...node.included, ...node.excluded]) work += states.length * units.length
    if (queue.length > searchLimit || work > workLimit) return 'undecided'
    for (const unit of units) {
      const after = follow(node, unit, included, excluded)
      if (after === undefined) continue
      const key = keyOf(after)
      if (!seen.has(key)) {
        seen.add(key)
        queue.push(after)
      }
    }
  }
  return 'none'
}

const keyOf = (node: Node | undefined): string => JSON.stringify([node?.included, node?.excluded])

const isAccepted = (node: Node, included: readonly Nfa[], excluded: readonly Nfa[]): boolean =>
  included.every((nfa, i) => accepts(nfa, node.included[i] ?? [])) &&
  !excluded.some((nfa, i) => accepts(nfa, node.excluded[i] ?? []))

function follow(node: Node, unit: number, included: readonly Nfa[], excluded: readonly Nfa[]): Node | undefined {
  const next: StateSet[] = []
  for (const [i, nfa] of included.entries()) {
    const states = step(nfa, node.included[i] ?? [], unit)
    if (states.length === 0) return undefined
    next.push(states)
  }
  return {
    included: next,
    excluded: excluded.map((nfa, i) => step(nfa, node.excluded[i] ?? [], unit)),
    from: node,
    unit,
  }
}

function pathTo(node: Node): string {
  const units: number[] = []
  for (let at: Node | undefined = node; at?.from !== undefined; at = at.from) units.push(at.unit)
  return String.fromCharCode(...units.reverse())
}

const favourites = 'xyzabcdefghijklmnopqrstuvwABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-. '

/**
 * One unit for each stretch that the automata do not tell apart, a readable one where there is one, the most readable
 * first.
 */
function unitsFor(nfas: readonly Nfa[]): number[] {
  const edges = new Set<number>([0, 47, 48, 0x10000])
  for (const { edges: all } of nfas) {
    for (const { on } of all.flat()) {
      for (const [first, last] of on) edges.add(first).add(last + 1)
    }
  }
  const starts = [...edges].sort((a, b) => a - b)
  const units = starts.slice(0, -1).map((start, i) => readableUnit(start, starts[i + 1] ?? 0x10000))
  return units.sort((a, b) => rank(a) - rank(b))
}

function readableUnit(start: number, end: number): number {
  for (const char of favourites) {
    const unit = char.charCodeAt(0)
    if (unit >= start && unit < end) return unit
  }
  return start
}

function rank(unit: number): number {
  const place = favourites.indexOf(String.fromCharCode(unit))
  return place === -1 ? 1000 + unit : place
}

/** `src/.ts` is the shortest; `src/x.ts` is what people call their files. */
function readable(path: string, included: readonly Glob[], excluded: readonly Glob[]): string {
  const named = path.replaceAll(/(^|\/)(?=\.[^/]*$)/g, '$1x')
  const isMeant = included.every((glob) => matches(glob, named)) && !excluded.some((glob) => matches(glob, named))
  return isMeant ? named : path
}
