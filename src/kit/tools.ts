import type { LoadVerdict, ToolEntry } from '../hosts/verdict.ts'
import type { Reader } from './agent-view.ts'

const grantingStatus: ReadonlySet<string> = new Set(['usable', 'provided', 'wildcard'])

/** Does one of the hosts get a tool from the entry as it is written? */
export const isUsableTo = (readers: readonly Reader[], { written }: ToolEntry): boolean =>
  readers.some(({ verdict }) => grantedBy(verdict).has(written))

const granted = new WeakMap<LoadVerdict, ReadonlySet<string>>()

/** Worked out once a verdict: a list may have a hundred thousand entries, and each of them is asked about. */
function grantedBy(verdict: LoadVerdict): ReadonlySet<string> {
  const known = granted.get(verdict)
  if (known !== undefined) return known
  const entries = (verdict.toolEntries ?? []).filter(({ status }) => grantingStatus.has(status))
  const written = new Set(entries.map((entry) => entry.written))
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
