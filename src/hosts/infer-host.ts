import type { Entry } from '../core/value.ts'
import type { AgentDocument } from '../document/agent-document.ts'
import type { Host } from './host-registry.ts'
import { defaultHostId } from './load-hosts.ts'
import { ownName } from './resolve-tools.ts'
import { splitToolList } from './tool-list.ts'
import { knownKeys } from './violations.ts'

/**
 * The host that a folder's files are written for: the one whose exclusive keys and tool names occur in most of them.
 * Undefined where none occurs or two are even.
 */
export function inferHost(documents: readonly AgentDocument[], hosts: readonly Host[]): Host | undefined {
  const candidates = hosts.filter((host) => host.folders.length > 0)
  const votes = new Map<Host, number>()
  for (const document of documents) {
    for (const host of exclusiveHosts(document, candidates)) votes.set(host, (votes.get(host) ?? 0) + 1)
  }
  const [first, second] = [...votes].toSorted((a, b) => b[1] - a[1])
  return first === undefined || first[1] === second?.[1] ? undefined : first[0]
}

/** The host of folders whose files do not tell. */
export const fallbackHost = (hosts: readonly Host[]): Host | undefined =>
  hosts.find((host) => host.id === defaultHostId) ?? hosts[0]

/** Hosts of which the file has a key or a tool that no other host knows. */
function exclusiveHosts(document: AgentDocument, hosts: readonly Host[]): Set<Host> {
  const exclusive = new Set<Host>()
  for (const entry of document.frontmatter.entries) {
    only(hosts, (host) => knownKeys(host).has(entry.key), exclusive)
    for (const tool of toolsOf(document, entry, hosts)) {
      only(hosts, (host) => knowsTool(host, tool), exclusive)
    }
  }
  return exclusive
}

function only(hosts: readonly Host[], knows: (host: Host) => boolean, into: Set<Host>): void {
  const knowing = hosts.filter(knows)
  if (knowing.length === 1 && knowing[0] !== undefined) into.add(knowing[0])
}

const knowsTool = (host: Host, tool: string): boolean =>
  ownName(tool, host.tools) !== undefined || Object.hasOwn(host.tools.retired, tool)

function toolsOf(document: AgentDocument, entry: Entry, hosts: readonly Host[]): string[] {
  const host = hosts.find((candidate) => candidate.tools.field === entry.key)
  if (host === undefined) return []
  return splitToolList(document.source.text, entry.value, host.tools).map((tool) => tool.value)
}
