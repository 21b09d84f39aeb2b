import type { AgentFacts, Handoff } from '../facts/agent-facts.ts'
import type { NameIndex, Target } from './resolve-agent.ts'

/** A handoff with what its name turned out to be. */
export interface ResolvedHandoff {
  readonly from: AgentFacts
  readonly handoff: Handoff
  readonly target: Target
}

/**
 * The handoffs of a fleet. What is not surely an agent's name and names none, now or before the change, is a word like any other, and
 * left out, unless it is one letter off or stands among names of agents; so is an agent that is only mentioned to itself.
 */
export function resolveHandoffs(agents: readonly AgentFacts[], names: NameIndex): ResolvedHandoff[] {
  return agents.flatMap((from) =>
    from.handoffs
      .map((handoff) => ({ from, handoff, target: names.resolve(handoff.to) }))
      .filter(
        ({ handoff, target }, _, all) => isNamed(handoff, target, names) || isMissing(handoff, target, names, all),
      )
      .filter(({ handoff, target }) => !isOwnName(from, handoff, target))
      .filter((resolved, i, all) => !isSaidAgain(resolved, all[i - 1])),
  )
}

const isNamed = ({ to, isSurelyAgent }: Handoff, { kind }: Target, names: NameIndex): boolean =>
  isSurelyAgent || kind === 'agent' || kind === 'exit' || (kind === 'unknown' && names.wasAgent(to))

/** Is it meant for an agent that is not there: is one spelt nearly so, or are others of the same kind of list agents? */
const isMissing = (handoff: Handoff, { kind }: Target, names: NameIndex, all: readonly ResolvedHandoff[]): boolean =>
  kind === 'unknown' &&
  handoff.isLikelyAgent &&
  (names.near(handoff.to) !== undefined ||
    all.some(({ handoff: other, target }) => target.kind === 'agent' && isLikeIt(other, handoff)))

const isLikeIt = (other: Handoff, { origin }: Handoff): boolean => other.isLikelyAgent && other.origin === origin

/** "Test Writer Agent (`test-writer`)" names one agent twice, with no more than that in between; so may two readings of the same words. */
function isSaidAgain({ handoff, target }: ResolvedHandoff, last: ResolvedHandoff | undefined): boolean {
  if (last?.target.kind !== 'agent' || target.kind !== 'agent' || target.agent !== last.target.agent) return false
  const { start } = handoff.span
  return start >= last.handoff.span.start && start - last.handoff.span.end <= 14
}

/** An agent speaks of itself in prose; in a field that is a mistake worth a word. */
const isOwnName = (from: AgentFacts, handoff: Handoff, target: Target): boolean =>
  target.kind === 'agent' && target.agent === from && !handoff.isSurelyAgent
