import type { ToolEntry } from '../hosts/verdict.ts'
import type { Reader } from './agent-view.ts'

/** Does one of the hosts get a tool from the entry as it is written? */
export const isUsableTo = (readers: readonly Reader[], { written }: ToolEntry): boolean =>
  readers.some(({ verdict }) =>
    (verdict.toolEntries ?? []).some((entry) => entry.written === written && grantingStatus.has(entry.status)),
  )

const grantingStatus: ReadonlySet<string> = new Set(['usable', 'provided', 'wildcard'])
