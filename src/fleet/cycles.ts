/** One handoff between two nodes, which are numbers below `size`. */
export interface Hop<T> {
  readonly from: number
  readonly to: number
  readonly value: T
}

/** Components of nodes that can all reach one another, each sorted; single nodes are none. Linear, without recursion. */
export function components(size: number, hops: readonly Hop<unknown>[]): number[][] {
  const next = successors(size, hops)
  const search: Search = {
    next,
    order: new Int32Array(size).fill(-1),
    low: new Int32Array(size),
    open: [],
    isOpen: new Uint8Array(size),
    found: [],
    count: 0,
  }
  for (let node = 0; node < size; node++) if (search.order[node] === -1) explore(search, node)
  return search.found.filter(({ length }) => length > 1)
}

function successors(size: number, hops: readonly Hop<unknown>[]): number[][] {
  const next: number[][] = Array.from({ length: size }, () => [])
  for (const { from, to } of hops) next[from]?.push(to)
  return next
}

interface Search {
  readonly next: readonly (readonly number[])[]
  readonly order: Int32Array
  readonly low: Int32Array
  readonly open: number[]
  readonly isOpen: Uint8Array
  readonly found: number[][]
  count: number
}

/** Tarjan's algorithm, with a stack of its own: chains of agents can be as long as they like. */
function explore(search: Search, root: number): void {
  const path: { node: number; step: number }[] = []
  enter(search, root, path)
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const target = search.next[top.node]?.[top.step++]
    if (target === undefined) {
      path.pop()
      leave(search, top.node, path.at(-1)?.node)
    } else if (search.order[target] === -1) enter(search, target, path)
    else if (search.isOpen[target] === 1) lower(search, top.node, search.order[target] ?? 0)
  }
}

function enter(search: Search, node: number, path: { node: number; step: number }[]): void {
  search.order[node] = search.count
  search.low[node] = search.count++
  search.open.push(node)
  search.isOpen[node] = 1
  path.push({ node, step: 0 })
}

function lower(search: Search, node: number, value: number): void {
  search.low[node] = Math.min(search.low[node] ?? 0, value)
}

function leave(search: Search, node: number, parent: number | undefined): void {
  if (parent !== undefined) lower(search, parent, search.low[node] ?? 0)
  if (search.low[node] !== search.order[node]) return
  const component: number[] = []
  for (let member = search.open.pop(); member !== undefined; member = search.open.pop()) {
    search.isOpen[member] = 0
    component.push(member)
    if (member === node) break
  }
  search.found.push(component.sort((a, b) => a - b))
}

/** Components with more nodes are only searched from their first: any cycle will do to show that there is one. */
const searchedStarts = 200

/**
 * The shortest cycle in a component: its hops, from its smallest node. Of several the one with the smallest nodes, so
 * that the order of the hops does not matter.
 */
export function shortestCycle<T>(component: readonly number[], hops: readonly Hop<T>[]): Hop<T>[] {
  const members = new Set(component)
  const inside = hops.filter(({ from, to }) => members.has(from) && members.has(to))
  const byNode = new Map<number, Hop<T>[]>()
  for (const hop of inside.toSorted((a, b) => a.to - b.to)) byNode.set(hop.from, [...(byNode.get(hop.from) ?? []), hop])
  let best: Hop<T>[] = []
  for (const start of component.slice(0, searchedStarts)) {
    const cycle = cycleFrom(start, byNode, best.length === 0 ? Number.POSITIVE_INFINITY : best.length)
    if (cycle !== undefined && (best.length === 0 || cycle.length < best.length)) best = cycle
    if (best.length === 2) break
  }
  return best
}

/** Breadth first from a node back to itself, over fewer than `limit` hops. */
function cycleFrom<T>(start: number, byNode: Map<number, Hop<T>[]>, limit: number): Hop<T>[] | undefined {
  const cameBy = new Map<number, Hop<T>>()
  let layer = [start]
  for (let length = 1; layer.length > 0 && length < limit; length++) {
    const next: number[] = []
    for (const node of layer) {
      for (const hop of byNode.get(node) ?? []) {
        if (hop.to === start) return [...pathBack(node, start, cameBy), hop]
        if (cameBy.has(hop.to)) continue
        cameBy.set(hop.to, hop)
        next.push(hop.to)
      }
    }
    layer = next
  }
  return undefined
}

function pathBack<T>(node: number, start: number, cameBy: ReadonlyMap<number, Hop<T>>): Hop<T>[] {
  const path: Hop<T>[] = []
  for (let at = node; at !== start; ) {
    const hop = cameBy.get(at)
    if (hop === undefined) break
    path.unshift(hop)
    at = hop.from
  }
  return path
}
