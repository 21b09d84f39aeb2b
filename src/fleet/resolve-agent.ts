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
  | { readonly kind: 'unknown'; readonly near: string | undefined }

export interface NameIndex {
  readonly resolve: (name: string) => Target
}

/** Names that live outside of the fleet, as people may write them. */
export interface OtherNames {
  readonly elsewhere: readonly string[]
  readonly isExit: (name: string) => boolean
}

/**
 * Finds agents by the names that people use for them: name, display name or file stem, whatever the case, the separators
 * and an "agent" before or behind. An exact spelling wins, then the first by path.
 */
export function indexNames(agents: readonly AgentFacts[], others: OtherNames): NameIndex {
  const exact = new Map<string, AgentFacts>()
  const normal = new Map<string, AgentFacts>()
  for (const agent of agents) {
    setIfAbsent(exact, agent.name.value, agent)
    setIfAbsent(normal, normalName(agent.name.value), agent)
  }
  for (const agent of agents) {
    for (const alias of agent.aliases) setIfAbsent(normal, normalName(alias), agent)
  }
  const elsewhere = new Set(others.elsewhere.map(normalName))
  const resolve = (name: string): Target => {
    const agent = exact.get(name) ?? normal.get(normalName(name))
    if (agent !== undefined) return { kind: 'agent', agent }
    if (/[<>{}$*[\]]/.test(name)) return { kind: 'placeholder' }
    if (elsewhere.has(normalName(name)) || /[:/]/.test(name)) return { kind: 'elsewhere' }
    if (others.isExit(name)) return { kind: 'exit' }
    return { kind: 'unknown', near: nearest(name, exact.keys()) }
  }
  return { resolve }
}

function setIfAbsent<T>(map: Map<string, T>, key: string, value: T): void {
  if (key !== '' && !map.has(key)) map.set(key, value)
}

/** `AGENT-BackendDev`, `backend dev` and `backend-dev-agent` are one. */
export function normalName(name: string): string {
  const words = name
    .normalize('NFKC')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
  return words.replace(/^agent-(?=.)/, '').replace(/(?<=.)-(?:sub)?agent$/, '')
}
