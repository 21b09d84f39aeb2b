import { type Cited, type Entry, entryOf, type Value } from '../core/value.ts'
import type { AgentDocument } from '../document/agent-document.ts'
import type { Host } from '../hosts/host-registry.ts'
import { splitToolList } from '../hosts/tool-list.ts'
import type { LoadVerdict } from '../hosts/verdict.ts'

/** The skills that an agent names in its frontmatter; those of a plugin (`plugin:name`) are not of the project. */
export function namedSkills({ source, frontmatter }: AgentDocument, { skills }: Host): Cited<string>[] {
  const entry = skills === undefined ? undefined : entryOf(frontmatter.entries, skills.field)
  if (entry === undefined) return []
  const names = splitToolList(source.text, entry.value, { separators: 'comma' })
  return names.filter(({ value }) => value !== '' && !value.includes(':'))
}

/** The MCP servers that an agent names: in its own field, and by the tools that it lists; each once, where it comes first. */
export function namedServers(document: AgentDocument, verdict: LoadVerdict, { mcpServers }: Host): Cited<string>[] {
  if (mcpServers === undefined) return []
  const tool = new RegExp(mcpServers.tool)
  const ofTools = (verdict.toolEntries ?? []).flatMap(({ written, span, status }) => {
    const server = status === 'provided' ? tool.exec(written)?.[1] : undefined
    return server === undefined ? [] : [{ value: server, span }]
  })
  const elsewhere = mcpServers.elsewhere.map((pattern) => new RegExp(pattern))
  const named = [...serverItems(document.frontmatter.entries, mcpServers.field).flatMap(nameIn), ...ofTools]
  const seen = new Set<string>()
  return named.filter(({ value }) => {
    const isNew = !seen.has(value) && !elsewhere.some((pattern) => pattern.test(value))
    seen.add(value)
    return isNew
  })
}

/** The servers that an agent declares itself: `- name: {…}` in its field. */
export function ownServers({ frontmatter }: AgentDocument, { mcpServers }: Host): string[] {
  if (mcpServers === undefined) return []
  return serverItems(frontmatter.entries, mcpServers.field).flatMap((item) =>
    item.kind === 'map' ? item.entries.map(({ key }) => key) : [],
  )
}

function serverItems(entries: readonly Entry[], field: string): readonly Value[] {
  const value = entryOf(entries, field)?.value
  return value?.kind === 'list' ? value.items : []
}

const nameIn = (item: Value): Cited<string>[] =>
  item.kind === 'scalar' && typeof item.value === 'string' ? [{ value: item.value, span: item.span }] : []

/** A server's name as it stands in the names of its tools. */
export const serverKey = (name: string): string => name.replaceAll(/[^A-Za-z0-9_-]/g, '_')
