import type { Cited } from '../core/value.ts'
import type { AgentDocument } from '../document/agent-document.ts'
import { citedText, fileStem, headOf } from '../hosts/host-name.ts'
import type { Host } from '../hosts/host-registry.ts'

export interface Identity {
  readonly name: Cited<string>
  readonly stem: string
  readonly aliases: readonly string[]
}

/** What people call the agent: its `name`, else its file's stem; and the other names it may go by. */
export function readIdentity(document: AgentDocument, host: Host): Identity {
  const stem = fileStem(document.source.path, host)
  const written = citedText(document.frontmatter.entries, 'name')
  const name = written === undefined || written.value === '' ? { value: stem, span: headOf(document) } : written
  const display = citedText(document.frontmatter.entries, 'displayName')?.value
  const aliases = [stem, display].filter((alias): alias is string => alias !== undefined && alias !== name.value)
  return { name, stem, aliases: [...new Set(aliases)] }
}
