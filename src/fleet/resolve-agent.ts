import { lazy } from '../core/lazy.ts'
import { capitals, smallLetters, wordLetters } from '../core/letters.ts'
import { nearest } from '../core/nearest.ts'
import type { AgentFacts } from '../facts/agent-facts.ts'

/** What a name of a handoff turns out to be. */
export type Target =
  | { readonly kind: 'agent'; readonly agent: AgentFacts }
  /** Known, and none of this fleet: a built-in of the host, an agent of a plugin, or named in the configuration. */
  | { readonly kind: 'elsewhere' }
  /** A person, or whoever called. */
  | { readonly kind: 'exit' }
  | { readonly kind: 'placeholder' }
  | { readonly kind: 'unknown' }

export interface NameIndex {
  readonly resolve: (name: string) => Target
  /** The agent's name that is spelt most like an unknown one, if any is. */
  readonly near: (name: string) => string | undefined
  /** Was there an agent of that name before the change that the run is about? */
  readonly wasAgent: (name: string) => boolean
}

/** Names that live outside of the fleet, as people may write them. */
export interface OtherNames {
  /** Asked of a name as `normalName` gives it. */
  readonly isElsewhere: (normal: string) => boolean
  readonly isExit: (name: string) => boolean
  /** Names that agents of this fleet had before the change that the run is about. */
  readonly former: () => readonly string[]
}

/**
 * Finds agents by the names that people use for them: name, display name or file stem, whatever the case, the separators
 * and an "agent" before or behind. An exact spelling wins, then the first by path.
 */
export function indexNames(agents: readonly AgentFacts[], others: OtherNames): NameIndex {
  const exact = new Map<string, AgentFacts>()
  const normal = new Map<string, AgentFacts>()
  const joined = new Map<string, AgentFacts>()
  for (const agent of agents) {
    setIfAbsent(exact, agent.name.value, agent)
    setIfAbsent(normal, normalName(agent.name.value), agent)
  }
  for (const agent of agents) {
    for (const alias of agent.aliases) setIfAbsent(normal, normalName(alias), agent)
    setIfAbsent(joined, withoutBreaks(normalName(agent.name.value)), agent)
  }
  const resolve = (name: string): Target => {
    const written = normalName(name)
    const agent = exact.get(name) ?? normal.get(written) ?? joined.get(withoutBreaks(written))
    if (agent !== undefined) return { kind: 'agent', agent }
    if (/[<>{}$*[\]]/.test(name)) return { kind: 'placeholder' }
    if (others.isExit(name)) return { kind: 'exit' }
    return /[:/]/.test(name) || others.isElsewhere(written) ? { kind: 'elsewhere' } : { kind: 'unknown' }
  }
  const former = lazy(() => new Set(others.former().map(normalName)))
  const wasAgent = (name: string): boolean => former().size > 0 && former().has(normalName(name))
  return { resolve, near: nearestOnce(exact), wasAgent }
}

/** More spellings than this nobody corrects one by one, and each is compared with all names. */
const mostComparisons = 1_000_000

function nearestOnce(names: ReadonlyMap<string, unknown>): NameIndex['near'] {
  const found = new Map<string, string | undefined>()
  return (name) => {
    if (!found.has(name) && found.size * names.size < mostComparisons) found.set(name, nearest(name, names.keys()))
    return found.get(name)
  }
}

function setIfAbsent<T>(map: Map<string, T>, key: string, value: T): void {
  if (key !== '' && !map.has(key)) map.set(key, value)
}

/** "DevOps" is `devops`, and "front end" is `frontend`. */
const withoutBreaks = (name: string): string => name.replaceAll('-', '')

const camelCase = new RegExp(`([${smallLetters}])([${capitals}])`, 'g')
const notWord = new RegExp(`[^${wordLetters}]+`, 'g')

/** `AGENT-BackendDev`, `backend dev` and `backend-dev-agent` are one. */
export function normalName(name: string): string {
  // Most names are spelt like this, and large projects ask for thousands of them.
  const words = /^[a-z]+(?:-[a-z]+)*$/.test(name) ? name : inKebabCase(name)
  return words.replace(/^agent-(?=.)/, '').replace(/(?<=.)-(?:sub)?agent$/, '')
}

const inKebabCase = (name: string): string =>
  name.normalize('NFKC').replaceAll(camelCase, '$1-$2').toLowerCase().replaceAll(notWord, '-').replaceAll(/^-|-$/g, '')
