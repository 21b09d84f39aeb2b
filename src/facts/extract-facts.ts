import { letters } from '../core/letters.ts'
import { type Entry, entryOf } from '../core/value.ts'
import type { AgentDocument } from '../document/agent-document.ts'
import { findFenceTrouble } from '../document/fence-trouble.ts'
import { scanBlocks } from '../document/scan-blocks.ts'
import { ownNameOf } from '../hosts/effective-tools.ts'
import { citedText, headOf } from '../hosts/host-name.ts'
import type { Host } from '../hosts/host-registry.ts'
import { grants } from '../hosts/resolve-tools.ts'
import type { LoadVerdict } from '../hosts/verdict.ts'
import { knownKeys } from '../hosts/violations.ts'
import type { AgentFacts, Claim, Handoff, Suppression } from './agent-facts.ts'
import { findBrokenFence } from './code-fences.ts'
import { declaredClaims, declaredEscalation, hostHandoffs, toolHandoffs } from './declared.ts'
import { readDescription } from './description.ts'
import { exampleBlocks, withoutExampleBlocks } from './examples.ts'
import { readHandoffs } from './handoffs.ts'
import { readIdentity } from './identity.ts'
import { mendFence } from './mend-fence.ts'
import { readClaims } from './ownership.ts'
import { placeForTool } from './place-for-tool.ts'
import { plainNameOf } from './plain-name.ts'
import { readLines } from './read-lines.ts'
import { readOnlyClaim } from './read-only.ts'
import { findFileReferences } from './references.ts'
import { isOneOf } from './vocabulary.ts'

/**
 * What a document says about its agent. The verdict is that of the folder's own host; `declared` is what the
 * configuration says of agents, by name; `suppressions` what `readSuppressions` finds.
 */
export function extractFacts(
  document: AgentDocument,
  verdict: LoadVerdict,
  host: Host,
  root: string,
  declared: ReadonlyMap<string, readonly Entry[]>,
  suppressions: readonly Suppression[],
): AgentFacts {
  const { entries } = document.frontmatter
  const { name, stem, aliases } = readIdentity(document, host)
  const description = citedText(entries, 'description')
  return {
    path: document.source.path,
    root,
    host: host.id,
    isAgent: verdict.loads || meantAsAgent(document, host),
    name,
    plainName: plainNameOf(document),
    stem,
    hostName: verdict.nameAt,
    aliases,
    description,
    examples: exampleBlocks(document.source.text, description),
    purpose: withoutExampleBlocks(description?.value ?? ''),
    tools: verdict.tools,
    denied: verdict.deniedEntries.filter(grants).map(ownNameOf),
    placeForTool: placeForTool(document, host.tools.field, verdict.toolEntries ?? []),
    model: citedText(entries, 'model'),
    ...readScope(document, verdict, host, [name.value, ...aliases], declared.get(name.value) ?? []),
    isManual: isManual(entries, host),
    head: headOf(document),
    suppressions,
  }
}

/** What it owns and what it gives away: declared, then told in the description, then in the prompt. */
function readScope(
  document: AgentDocument,
  verdict: LoadVerdict,
  host: Host,
  names: readonly string[],
  configured: readonly Entry[],
): Pick<AgentFacts, 'claims' | 'handoffs' | 'readOnly' | 'brokenFence' | 'fenceMend' | 'files'> {
  const { source, frontmatter, body } = document
  const { entries } = frontmatter
  const declared = [...declaredClaims(entries), ...fromConfig(declaredClaims(configured), document)]
  const escalation = [...declaredEscalation(entries), ...fromConfig(declaredEscalation(configured), document)]
  const told = readDescription(source.text, citedText(entries, 'description'))
  const blocks = scanBlocks(source.text, body)
  const { lines, tables } = readLines(source.text, body, blocks)
  const said = { text: source.text, at: body, blocks }
  const claims = asReader([...told.claims, ...readClaims(lines, tables)], verdict, host, names)
  const handoffs = [...told.handoffs, ...readHandoffs(lines, tables)]
  const brokenFence = findBrokenFence(source.text, blocks)
  return {
    // All three need the blocks, which are not kept: telling them apart again would cost more than all else that rules ask of a text.
    brokenFence,
    fenceMend: brokenFence && mendFence(source.text, body, brokenFence),
    files: findFileReferences(source.text, blocks),
    readOnly: readOnlyClaim(said, citedText(entries, 'description')?.span),
    claims: [...declared, ...(declared.length === 0 ? claims : claims.map(outranked))].slice(0, mostFacts),
    handoffs: [
      ...escalation,
      ...hostHandoffs(entries, host),
      ...toolHandoffs(verdict.toolEntries ?? [], source.text, delegatingTools(host)),
      ...(escalation.length === 0 ? handoffs : handoffs.map(outranked)),
    ].slice(0, mostFacts),
  }
}

/** An agent with more claims or handoffs than this has a list pasted into it; the first ones say what it is about. */
const mostFacts = 2000

/** What is declared counts, and what the prose says beside it is no more than a hint. */
const outranked = <T extends Claim | Handoff>(fact: T): T => ({ ...fact, confidence: 'low' })

/** The configuration is another file: its facts stand at the head of the agent's. */
const fromConfig = <T extends Claim | Handoff>(facts: readonly T[], document: AgentDocument): T[] =>
  facts.map((fact) => ({ ...fact, origin: 'config', span: headOf(document) }))

function isManual(entries: readonly Entry[], { manualKey }: Host): boolean {
  const value = manualKey === undefined ? undefined : entryOf(entries, manualKey)?.value
  return value?.kind === 'scalar' && value.value === true
}

const delegating = new WeakMap<Host, ReadonlySet<string>>()

/** The tools of a host that call other agents; looked up once a host. */
function delegatingTools(host: Host): ReadonlySet<string> {
  const known = delegating.get(host)
  if (known !== undefined) return known
  const names = Object.entries(host.tools.names).flatMap(([name, ability]) => (ability === 'delegate' ? [name] : []))
  const found = new Set(names)
  delegating.set(host, found)
  return found
}

const writing: ReadonlySet<string> = new Set(['write', 'edit', 'execute'])

const notLetters = new RegExp(`[^${letters}]+`)

/** The "domain" of an agent that reviews, or that cannot write at all, is what it reads. */
function asReader(claims: readonly Claim[], verdict: LoadVerdict, host: Host, names: readonly string[]): Claim[] {
  const { tools } = verdict
  const canWrite = typeof tools === 'string' ? tools === 'all' : tools.some((tool) => mayWrite(host.tools.names[tool]))
  const isReviewer = names.some((name) => name.split(notLetters).some((word) => isOneOf(word, 'readerNames')))
  if (canWrite && !isReviewer) return [...claims]
  return claims.map((claim) =>
    claim.stance === 'owns' && (!canWrite || claim.confidence !== 'high') ? { ...claim, stance: 'reads' } : claim,
  )
}

/** A tool that is not known may do anything. */
const mayWrite = (ability: string | undefined): boolean => ability === undefined || writing.has(ability)

/**
 * Is a file that the host does not load an agent all the same? It is where its frontmatter is broken, where it has a name, or a
 * key that only agents have; a description alone, beside keys of another kind, is what any page of documentation has.
 */
export function meantAsAgent(document: AgentDocument, host: Host): boolean {
  const isBroken = document.frontmatter.problems.length > 0 || findFenceTrouble(document) !== undefined
  if (isBroken) return true
  const keys = new Set(document.frontmatter.entries.map(({ key }) => key))
  if (keys.has('name')) return true
  const known = knownKeys(host)
  const own = [...keys].filter((key) => known.has(key))
  return own.some((key) => key !== 'description') || (own.length > 0 && own.length === keys.size)
}
