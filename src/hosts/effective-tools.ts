import type { FieldCondition, UnavailableTools } from '../core/tool-limits.ts'
import { type Cited, type Entry, entryOf } from '../core/value.ts'
import type { AgentDocument } from '../document/agent-document.ts'
import type { Host } from './host-registry.ts'
import { grants, type KnownNames, resolveTool } from './resolve-tools.ts'
import { splitToolList } from './tool-list.ts'
import { toolMemory } from './tool-memory.ts'
import { switchedOn } from './tool-switches.ts'
import type { LoadVerdict, ToolEntry } from './verdict.ts'

/**
 * What becomes of each granted tool; `entries` is what the host goes on with of the frontmatter. Undefined where it has no list of
 * tools or the file no such key: then the agent inherits everything.
 */
export function grantedEntries(
  document: AgentDocument,
  entries: readonly Entry[],
  host: Host,
  others: readonly Host[],
  known: KnownNames,
): ToolEntry[] | undefined {
  if (host.tools.syntax === 'switches') return undefined
  const listed = listedTools(document, entries, host.tools.field, host, others, known)
  const limits = unavailableHere(entries, host)
  return limits.length === 0 ? listed : listed?.map((entry) => withheld(entry, limits))
}

/** What becomes of each denied tool; none where the host has no such list. */
export function deniedEntries(
  document: AgentDocument,
  entries: readonly Entry[],
  host: Host,
  others: readonly Host[],
  known: KnownNames,
): ToolEntry[] {
  const { denyField } = host.tools
  return denyField === undefined ? [] : (listedTools(document, entries, denyField, host, others, known) ?? [])
}

function listedTools(
  document: AgentDocument,
  entries: readonly Entry[],
  field: string,
  host: Host,
  others: readonly Host[],
  known: KnownNames,
): ToolEntry[] | undefined {
  const entry = entryOf(entries, field)
  if (entry === undefined) return undefined
  const written = splitToolList(document.source.text, entry.value, host.tools)
  const remembered = toolMemory(host, others, known)
  return resolveAll(written, remembered, (tool, seeksNear) => resolveTool(tool, host, others, known, seeksNear))
}

/** So many names of a list are compared with those of the host; a list with more of them is made to be long. */
const mostSought = 500

/** Each name is looked up once, and one in reach of `mostSought` once a run: a list may be made to be long. */
function resolveAll(
  written: readonly Cited<string>[],
  remembered: Map<string, ToolEntry>,
  resolve: (tool: Cited<string>, seeksNear: boolean) => ToolEntry,
): ToolEntry[] {
  const seen = new Map<string, ToolEntry>()
  return written.map((tool) => {
    const seeksNear = seen.size < mostSought
    const known = seen.get(tool.value) ?? (seeksNear ? remembered.get(tool.value) : undefined)
    const entry = known ?? resolve(tool, seeksNear)
    seen.set(tool.value, entry)
    if (known === undefined && seeksNear) remembered.set(tool.value, entry)
    return entry.span === tool.span ? entry : { ...entry, span: tool.span }
  })
}

function withheld(entry: ToolEntry, limits: readonly UnavailableTools[]): ToolEntry {
  if (entry.status !== 'usable') return entry
  const limit = limits.find(({ tools }) => tools.includes(entry.instead[0] ?? entry.name))
  return limit === undefined ? entry : { ...entry, status: 'unavailable', instead: [], note: limit.why }
}

const unavailableHere = (entries: readonly Entry[], host: Host): UnavailableTools[] =>
  (host.tools.unavailable ?? []).filter(
    ({ when, unless }) =>
      (when === undefined || when.some((condition) => holds(condition, entries))) &&
      !(unless ?? []).some((condition) => holds(condition, entries)),
  )

/** Is the field there, with one of the values if any are given? A field without a value is not there. */
export function holds({ field, values }: FieldCondition, entries: readonly Entry[]): boolean {
  const value = entryOf(entries, field)?.value
  if (value === undefined || (value.kind === 'scalar' && (value.value === null || value.value === ''))) return false
  return values === undefined || (value.kind === 'scalar' && values.includes(String(value.value)))
}

/** The tools that the agent has in the end, by the host's own names. */
export function effectiveTools(
  granted: readonly ToolEntry[] | undefined,
  denied: readonly ToolEntry[],
  entries: readonly Entry[],
  host: Host,
): LoadVerdict['tools'] {
  if (host.tools.syntax === 'switches') return switchedOn(entries, host)
  if (granted === undefined) return 'all'
  if (granted.length === 0) return host.tools.empty
  if (granted.some(({ status }) => status === 'wildcard')) return 'all'
  const usable = granted.filter(grants).map(ownNameOf)
  if (usable.length === 0) return host.tools.unresolved === 'gets every tool' ? 'all' : 'none'
  const added = (host.tools.addedBy ?? []).filter(({ where }) => holds(where, entries)).flatMap(({ tools }) => tools)
  const taken = new Set(denied.filter(grants).map(ownNameOf))
  const left = [...new Set([...usable, ...added])].filter((tool) => !taken.has(tool))
  return left.length === 0 ? 'none' : left
}

/** What the host calls the tool of an entry. */
export const ownNameOf = (entry: ToolEntry): string => entry.instead[0] ?? entry.name
