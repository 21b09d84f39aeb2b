import type { HostDescriptor } from '../core/host.ts'
import type { AgentFacts } from '../facts/agent-facts.ts'
import type { LoadVerdict, ToolEntry } from '../hosts/verdict.ts'
import type { Reader } from './agent-view.ts'

const grantingStatus: ReadonlySet<string> = new Set(['usable', 'provided', 'wildcard'])

/** Is the entry one that the host takes? */
export const isGranting = ({ status }: ToolEntry): boolean => grantingStatus.has(status)

/** What the host calls the tool of an entry, through aliases. */
export const ownTool = (entry: ToolEntry): string => entry.instead[0] ?? entry.name

/** A model's name as hosts compare it: in lower case, without what it says of its context. */
export const modelName = (written: string): string =>
  written
    .trim()
    .toLowerCase()
    .replace(/\[1m\]$/, '')

/** The tools of an agent that have one of the abilities, by the host's names; of one that inherits, those of the host. */
export function toolsThat(
  { tools, denied }: Pick<AgentFacts, 'tools' | 'denied'>,
  host: HostDescriptor,
  ...abilities: readonly string[]
): string[] {
  if (tools === 'none') return []
  const { names } = host.tools
  const had = tools === 'all' ? Object.keys(names).filter((tool) => !denied.includes(tool)) : tools
  return had.filter((tool) => Object.hasOwn(names, tool) && abilities.includes(names[tool] ?? ''))
}

/** Does one of the hosts get a tool from the entry as it is written? */
export const isUsableTo = (readers: readonly Reader[], { written }: ToolEntry): boolean =>
  readers.some(({ verdict }) => grantedBy(verdict).has(written))

const granted = new WeakMap<LoadVerdict, ReadonlySet<string>>()

/** Worked out once a verdict: a list may have a hundred thousand entries, and each of them is asked about. */
function grantedBy(verdict: LoadVerdict): ReadonlySet<string> {
  const known = granted.get(verdict)
  if (known !== undefined) return known
  const written = new Set((verdict.toolEntries ?? []).filter(isGranting).map((entry) => entry.written))
  granted.set(verdict, written)
  return written
}

/** Does the agent have the tool, by the host's own name of it? */
export function hasTool(verdict: LoadVerdict, tool: string): boolean {
  const known = owned.get(verdict) ?? new Set(Array.isArray(verdict.tools) ? verdict.tools : [])
  owned.set(verdict, known)
  return known.has(tool)
}

const owned = new WeakMap<LoadVerdict, ReadonlySet<string>>()
