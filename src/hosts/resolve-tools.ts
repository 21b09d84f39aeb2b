import type { ToolVocabulary } from '../core/host.ts'
import { nearest } from '../core/nearest.ts'
import type { Cited } from '../core/value.ts'
import type { Host } from './host-registry.ts'
import { termsOf } from './host-terms.ts'
import type { ToolEntry } from './verdict.ts'

/** Names that the user declares to exist. */
export interface KnownNames {
  readonly tools: readonly string[]
}

/**
 * What becomes of one entry. `others` are the hosts whose vocabulary a foreign name may come from; `seeksNear`: is what an
 * unknown name may be meant for looked for?
 */
export function resolveTool(
  entry: Cited<string>,
  host: Host,
  others: readonly Host[],
  known: KnownNames,
  seeksNear = true,
): ToolEntry {
  const { tools } = host
  const name = bareName(entry.value, tools)
  const result = (status: ToolEntry['status'], more: Partial<ToolEntry> = {}): ToolEntry => ({
    written: entry.value,
    name,
    span: entry.span,
    status,
    instead: [],
    knownTo: [],
    note: '',
    ...more,
  })
  if (tools.wildcards.includes(name)) return result('wildcard')
  const own = ownName(name, tools)
  if (own !== undefined) return result('usable', { instead: [own] })
  if (known.tools.includes(name)) return result('provided')
  const refusal = tools.refused.find(({ pattern }) => new RegExp(pattern).test(name))
  if (refusal !== undefined) return result('refused', { note: refusal.why })
  if (tools.provided.some((pattern) => new RegExp(pattern).test(name))) return result('provided')
  const retired = Object.hasOwn(tools.retired, name) ? tools.retired[name] : undefined
  if (retired !== undefined) return result('retired', { instead: retired.instead, note: retired.since })
  const sameLetters = anyCase(name, tools)
  if (sameLetters !== undefined) return result('wrong-case', { instead: [sameLetters] })
  const knowers = others.filter((other) => other.id !== host.id && knowsTool(other, name))
  if (knowers.length > 0) {
    return result('foreign', { instead: equivalents(name, knowers, host), knownTo: knowers.map((other) => other.name) })
  }
  if (!seeksNear) return result('unknown')
  const near = nearest(name, [...Object.keys(tools.names), ...Object.keys(tools.aliases)])
  return result('unknown', { instead: near === undefined ? [] : [near] })
}

/** Asked of the table of terms first: most hosts do not know a name, and need not be loaded to say so. */
const knowsTool = (host: Host, name: string): boolean =>
  termsOf(host).toolsInAnyCase.has(name.toLowerCase()) && ownName(name, host.tools) !== undefined

/** Does the entry give the agent a tool? */
export const grants = (entry: ToolEntry): boolean =>
  entry.status === 'usable' || entry.status === 'provided' || entry.status === 'wildcard'

function bareName(written: string, tools: ToolVocabulary): string {
  const open = written.indexOf('(')
  return tools.specifiers && open > 0 && written.endsWith(')') ? written.slice(0, open).trim() : written
}

/** The host's own name for what is written, through aliases. */
export function ownName(name: string, tools: ToolVocabulary): string | undefined {
  if (Object.hasOwn(tools.names, name)) return name
  const alias = Object.hasOwn(tools.aliases, name) ? tools.aliases[name] : undefined
  if (alias !== undefined) return alias
  return tools.caseSensitive ? undefined : anyCase(name, tools)
}

const anyCase = (name: string, tools: ToolVocabulary): string | undefined => lowered(tools).get(name.toLowerCase())

const tables = new WeakMap<ToolVocabulary, ReadonlyMap<string, string>>()

/** The host's own names by every name of theirs in small letters: names before aliases, the first before the second. */
function lowered(tools: ToolVocabulary): ReadonlyMap<string, string> {
  const known = tables.get(tools)
  if (known !== undefined) return known
  const own = Object.keys(tools.names).map((name) => [name, name] as const)
  const pairs = [...own, ...Object.entries(tools.aliases)].map(([name, to]) => [name.toLowerCase(), to] as const)
  const table = new Map(pairs.toReversed())
  tables.set(tools, table)
  return table
}

/** This host's tools that can do what the foreign one does; none where that ability has no name. */
function equivalents(name: string, knowers: readonly Host[], host: Host): string[] {
  for (const knower of knowers) {
    const own = ownName(name, knower.tools)
    const ability = own === undefined ? undefined : knower.tools.names[own]
    if (ability === undefined || ability === 'other') continue
    const same = Object.keys(host.tools.names).filter((tool) => host.tools.names[tool] === ability)
    if (same.length > 0) return same.slice(0, 3)
  }
  return []
}

/** The host's own name for a tool that a prompt names; case counts, as a word of the language may be one in another case. */
export function toolNamed(written: string, tools: ToolVocabulary): string | undefined {
  const name = written.replace(/^#(?:tool:)?/, '')
  if (Object.hasOwn(tools.names, name)) return name
  return Object.hasOwn(tools.aliases, name) ? tools.aliases[name] : undefined
}
