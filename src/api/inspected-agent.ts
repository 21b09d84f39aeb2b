import type { InspectedAgent as Inspected } from '../engine/inspect.ts'
import { indexLines, type LineIndex, positionAt } from '../reporters/position.ts'

/** What is known of an agent, as plain JSON: places as lines and columns from 1, columns in UTF-16 units. */
export type InspectedAgent = ReturnType<typeof describeAgent>

/** One agent as `inspect --format json` prints it and as the API gives it. */
export function describeAgent({ path, root, host, name, hosts, claims, handoffs, text }: Inspected) {
  const lines = indexLines(text)
  return {
    path,
    root,
    host,
    name,
    hosts: describeVerdicts(hosts),
    claims: claims.map((claim) => describeClaim(claim, lines)),
    handoffs: handoffs.map((handoff) => describeHandoff(handoff, lines)),
  }
}

function describeVerdicts(hosts: Inspected['hosts']) {
  const verdicts = Object.entries(hosts).map(([id, verdict]) => {
    const release = verdict.release === undefined ? {} : { release: verdict.release }
    if (!verdict.loads) return [id, { loads: false as const, ...release, why: verdict.why }] as const
    const { name, description, model, tools, lost } = verdict
    return [id, { loads: true as const, ...release, name, description, model, tools, lost }] as const
  })
  return Object.fromEntries(verdicts)
}

function describeClaim(claim: Inspected['claims'][number], lines: LineIndex) {
  const { pattern, stance, exclusive, qualifier, owner, origin, confidence, span } = claim
  return { pattern, stance, exclusive, qualifier, owner, origin, confidence, ...positionAt(lines, span.start) }
}

function describeHandoff(handoff: Inspected['handoffs'][number], lines: LineIndex) {
  const { to, target, relation, topic, exit, origin, confidence, span } = handoff
  return {
    to: target?.name.value ?? to,
    written: to,
    target: target?.path,
    relation,
    topic,
    exit,
    origin,
    confidence,
    ...positionAt(lines, span.start),
  }
}
