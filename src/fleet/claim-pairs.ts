import type { AgentFacts } from '../facts/agent-facts.ts'
import { type Glob, matches } from '../globs/index.ts'
import type { PatternClaim } from './claims.ts'

/** Claims of one pattern: what is decided for one is decided for all. */
export interface ClaimGroup {
  /** The widest of its patterns: `src/a`, which may be a file as well, rather than `src/a/`. */
  readonly glob: Glob
  /** One an agent. */
  readonly claims: readonly PatternClaim[]
  readonly agents: ReadonlySet<AgentFacts>
}

interface TrieNode {
  readonly below: Map<string, TrieNode>
  readonly groups: ClaimGroup[]
}

const stances = ['owns', 'shares', 'reads', 'excludes']

/** The claims by pattern, each group with one claim an agent; sorted, so that the order of the input does not matter. */
export function groupClaims(claims: readonly PatternClaim[]): ClaimGroup[] {
  const groups = new Map<string, Map<string, PatternClaim>>()
  for (const claim of claims) {
    const key = claim.glob.normal.replace(/\/(?:\*\*\/?)?$/, '/')
    const group = groups.get(key) ?? new Map<string, PatternClaim>()
    if (!group.has(claim.agent.path)) group.set(claim.agent.path, claim)
    groups.set(key, group)
  }
  return [...groups.keys()].sort().flatMap((key) => {
    const same = [...(groups.get(key)?.values() ?? [])].sort(inOrder)
    const glob = widest(same.map((claim) => claim.glob))
    return glob === undefined ? [] : { glob, claims: same, agents: new Set(same.map(({ agent }) => agent)) }
  })
}

function widest(globs: readonly Glob[]): Glob | undefined {
  const [first] = globs
  if (globs.every(({ source }) => source === first?.source)) return first
  return globs.find((glob) => matches(glob, glob.literal.join('/'))) ?? first
}

/** Owners before those that share: the first ones stand for all where there are many. */
const inOrder = (a: PatternClaim, b: PatternClaim): number =>
  stances.indexOf(a.claim.stance) - stances.indexOf(b.claim.stance) || (a.agent.path < b.agent.path ? -1 : 1)

/**
 * Pairs of groups that may have files in common: one starts with the folders that the other starts with. All other pairs,
 * which are nearly all, are never looked at.
 */
export function* pairsOfGroups(
  groups: readonly ClaimGroup[],
): Generator<readonly [outer: ClaimGroup, inner: ClaimGroup]> {
  const root: TrieNode = { below: new Map(), groups: [] }
  for (const group of groups) insert(root, group)
  const waiting: { node: TrieNode; above: readonly ClaimGroup[] }[] = [{ node: root, above: [] }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, above } = next
    for (const [i, group] of node.groups.entries()) {
      for (const outer of above) yield [outer, group]
      for (const sibling of node.groups.slice(0, i)) yield [sibling, group]
    }
    const all = node.groups.length === 0 ? above : [...above, ...node.groups]
    for (const child of node.below.values()) waiting.push({ node: child, above: all })
  }
}

function insert(root: TrieNode, group: ClaimGroup): void {
  let node = root
  for (const segment of group.glob.literal) {
    let child = node.below.get(segment)
    if (child === undefined) {
      child = { below: new Map(), groups: [] }
      node.below.set(segment, child)
    }
    node = child
  }
  node.groups.push(group)
}
