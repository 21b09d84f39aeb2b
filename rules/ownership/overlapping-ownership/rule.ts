import {
  type Confidence,
  type Fleet,
  type FleetFinding,
  filesOf,
  fleetRule,
  isGlob,
  isInside,
  matches,
  type Overlap,
  type PatternClaim,
  parseGlob,
  quote,
  type Severity,
  touches,
} from '../../../src/kit/index.ts'

export default fleetRule({
  meta: {
    id: 'overlapping-ownership',
    category: 'ownership',
    summary: 'Two agents own the same files.',
    severity: 'warning',
    confidence: 'medium',
    presets: ['recommended'],
    since: '0.1.0',
    messages: {
      contested: {
        says: '{{who|plain}} own {{shared|plain}}: each will change what the other takes for its own{{more|plain}}',
        help: 'give the path to one of them, or exclude it in the other: "Does not own: {{pattern}}"',
      },
      shared: {
        says: '{{who|plain}} work on {{shared|plain}}, and at least one says so{{more|plain}}',
        help: 'say in both who decides, or give the path to one of them',
      },
      unfinished: {
        says: '{{what|plain}}: overlaps may be missing here',
        help: 'write plainer patterns, with fewer `*` in one; name folders rather than single files',
      },
    },
  },
  check(fleet, report) {
    const { overlaps, undecided, cutAt } = fleet.overlaps
    for (const [a, b] of undecided.slice(0, shownUndecided)) report('unfinished', undecidedFinding(a, b))
    if (cutAt !== undefined) report('unfinished', cutFinding(cutAt))
    const groups = byAgents(overlaps.filter((overlap) => !isOneAgent(overlap) && !isHandedOver(overlap, fleet)))
    for (const group of groups) {
      const judged = group
        .map((overlap) => judge(overlap, fleet))
        .toSorted((a, b) => rank(a) - rank(b) || byPlace(a.overlap.a, b.overlap.a))
      const [worst, ...more] = judged
      if (worst === undefined) continue
      report(worst.isShared ? 'shared' : 'contested', contest(worst, more, group))
    }
  },
})

/** The finding about two agents: the gravest of their overlaps, and how many more there are like it. */
function contest(worst: Judged, more: readonly Judged[], group: readonly Overlap[]): FleetFinding {
  const { a, b, others, witness } = worst.overlap
  return {
    ...placeOf(a),
    severity: worst.severity,
    confidence: worst.confidence,
    data: {
      first: a.agent.name.value,
      second: b.agent.name.value,
      agents: [a, b, ...others].map(({ agent }) => agent.name.value).sort(),
      pattern: narrower(worst.overlap).claim.pattern,
      shared: inWords(worst),
      witness: worst.files[0] ?? witness,
      files: worst.files.length,
      more: moreInWords(more.length),
      who: whoInWords(worst),
    },
    identity: group.map(patternsOf),
    related: [
      alsoAt(a, label(a, worst.overlap, 'owned here')),
      alsoAt(b, label(b, worst.overlap, 'and here')),
      ...others.slice(0, shownMore).map((other) => alsoAt(other, 'and here')),
      ...more
        .slice(0, shownMore)
        .flatMap(({ overlap }) => [alsoAt(overlap.a, 'another'), alsoAt(overlap.b, 'with this')]),
    ],
  }
}

const moreInWords = (count: number): string =>
  count === 0 ? '' : `; and ${count === 1 ? 'one more path' : `${count} more paths`} like it`

function whoInWords({ overlap: { a, b, more } }: Judged): string {
  const names = [a, b].map(({ agent }) => quote(agent.name.value))
  return more === 0 ? `${names.join(' and ')} both` : `${names.join(', ')} and ${more} more agents all`
}

/** What the two agents overlap in, whichever of them is first: each of it is known or new by itself. */
const patternsOf = ({ a, b }: Overlap): string => [a.claim.pattern, b.claim.pattern].sort().join(' | ')

const placeOf = ({ agent, claim }: PatternClaim) => ({ path: agent.path, at: claim.span })

const alsoAt = ({ agent, claim }: PatternClaim, message: string) => ({ path: agent.path, span: claim.span, message })

const undecidedFinding = (a: PatternClaim, b: PatternClaim): FleetFinding => ({
  ...placeOf(a),
  severity: 'info',
  confidence: 'low',
  data: {
    what: `whether ${quote(a.claim.pattern)} of ${quote(a.agent.name.value)} and ${quote(b.claim.pattern)} of ${quote(b.agent.name.value)} have files in common would take too long to find out`,
    agents: [a, b].map(({ agent }) => agent.name.value).sort(),
  },
  related: [alsoAt(a, 'this'), alsoAt(b, 'and this')],
})

const cutFinding = (claim: PatternClaim): FleetFinding => ({
  ...placeOf(claim),
  severity: 'info',
  data: {
    what: `the agents of this folder claim too much to compare it all, and from ${quote(claim.claim.pattern)} on it was left`,
  },
})

const shownUndecided = 5

const shownMore = 2

interface Judged {
  readonly overlap: Overlap
  readonly severity: Severity
  readonly confidence: Confidence
  readonly isShared: boolean
  readonly files: readonly string[]
}

const severities: readonly Severity[] = ['error', 'warning', 'info']

const rank = ({ severity, files }: Judged): number => 2 * severities.indexOf(severity) + (files.length > 0 ? 0 : 1)

/** Offsets are only compared within one file: a line more in another must not change which overlap is told first. */
function byPlace(a: PatternClaim, b: PatternClaim): number {
  if (a.agent.path !== b.agent.path) return a.agent.path < b.agent.path ? -1 : 1
  return a.claim.span.start - b.claim.span.start
}

/** Overlaps of the same two agents have one cause: who owns what between them. */
function byAgents(overlaps: readonly Overlap[]): Overlap[][] {
  const groups = new Map<string, Overlap[]>()
  for (const overlap of overlaps) {
    const ordered = overlap.relation === 'inside' ? overlap : inOrder(overlap)
    const key = [ordered.a.agent.path, ordered.b.agent.path].sort().join('\n')
    groups.set(key, [...(groups.get(key) ?? []), ordered])
  }
  return [...groups.values()]
}

/** The agent that comes first by path is named first; of nested claims the inner one's, as it is the one to settle. */
function inOrder(overlap: Overlap): Overlap {
  return overlap.a.agent.path <= overlap.b.agent.path ? overlap : { ...overlap, a: overlap.b, b: overlap.a }
}

/** Of two files of one name the host loads one, and that they are two is another rule's finding. */
const isOneAgent = ({ a, b, more }: Overlap): boolean =>
  more === 0 && a.agent.hostName !== undefined && a.agent.hostName.value === b.agent.hostName?.value

/**
 * Does the agent of the outer path send the inner path's matter to the inner agent? Then it has carved it out in words. Who
 * delegates to the other leads it, and owns what it owns on another level.
 */
function isHandedOver({ a, b, relation, more }: Overlap, fleet: Fleet): boolean {
  if (more > 0) return false
  if (relation !== 'inside' && relation !== 'crossing') return false
  const topic = fleet.topicOf(`${b.claim.topic} ${b.claim.pattern}`)
  const isAbout = (given: string | undefined): boolean => given !== undefined && touches(fleet.topicOf(given), topic)
  return fleet.handoffs.some(
    ({ from, handoff, target }) =>
      from === a.agent &&
      target.kind === 'agent' &&
      target.agent === b.agent &&
      handoff.confidence !== 'low' &&
      (handoff.relation === 'delegates' ||
        (handoff.relation === 'escalates' && (isAbout(handoff.topic) || names(handoff.paths, b)))),
  )
}

/** "`src/api/v1/` belongs to `painter`": the path itself is given, or a folder around it. */
const names = (paths: readonly string[], { claim, glob }: PatternClaim): boolean =>
  paths.some((path) => path === claim.pattern || isInside(glob, [parseGlob(path)].filter(isGlob)) === true)

function judge(overlap: Overlap, fleet: Fleet): Judged {
  const { a, b, relation } = overlap
  const files = fleet.tracked === undefined ? [] : filesOf(overlap, fleet.tracked)
  const confidence = [a, b].some(({ claim }) => claim.confidence === 'medium') ? 'medium' : 'high'
  const isShared = [a, b].some(({ claim }) => claim.stance === 'shares')
  if (isShared || relation === 'by-name') return { overlap, files, confidence, isShared, severity: 'info' }
  const isExclusive = a.claim.exclusive && b.claim.exclusive
  const isCertain = relation !== 'inside' && (files.length > 0 || isExclusive)
  return { overlap, files, confidence, isShared, severity: isCertain ? 'error' : 'warning' }
}

const narrower = ({ a, b, relation }: Overlap): PatternClaim =>
  relation === 'inside' || !matches(b.glob, a.claim.pattern) ? b : a

function label(claim: PatternClaim, overlap: Overlap, otherwise: string): string {
  const said = overlap.relation === 'inside' ? insideWords(claim, overlap) : otherwise
  const words = claim.claim.stance === 'shares' ? said.replace('owned', 'shared') : said
  return claim.claim.origin === 'config' ? `${words} (in the configuration)` : words
}

const insideWords = (claim: PatternClaim, { a }: Overlap): string =>
  claim === a ? 'owned here, with all that is in it' : 'and, inside that, here'

function inWords({ overlap, files }: Judged): string {
  const { a, b, relation } = overlap
  const isMixed = relation === 'crossing' || relation === 'by-name'
  const both = [quote(a.claim.pattern), quote(b.claim.pattern)].join(' and also in ')
  const narrow = narrower(overlap).claim.pattern
  const pattern = isMixed ? `what is in ${both}` : quote(narrow)
  const [first] = files
  if (first === undefined) return narrow === overlap.witness ? pattern : `${pattern} (e.g. ${quote(overlap.witness)})`
  return files.length === 1
    ? `${pattern} (one tracked file, ${quote(first)})`
    : `${pattern} (${files.length} tracked files, e.g. ${quote(first)})`
}
