import type { AgentFacts, Handoff } from '../facts/agent-facts.ts'

export const normal = (s: string): string =>
  s
    .normalize('NFKC')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .replace(/^agent-/, '')
    .replace(/-agent$/, '')

export function tempResolve(agents: readonly AgentFacts[]) {
  const index = new Map<string, AgentFacts>()
  for (const a of agents)
    for (const n of [...a.aliases, a.name.value].reverse()) if (!index.has(normal(n))) index.set(normal(n), a)
  return (h: Handoff) => index.get(normal(h.to))
}
