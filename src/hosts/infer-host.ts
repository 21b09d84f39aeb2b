import type { Entry } from '../core/value.ts'
import type { AgentDocument } from '../document/agent-document.ts'
import type { Host } from './host-registry.ts'
import { termsOf } from './host-terms.ts'
import { defaultHostId } from './load-hosts.ts'
import { splitToolList } from './tool-list.ts'

/**
 * The host that a folder's files are written for: the one whose exclusive keys and tool names occur in most of them.
 * Undefined where none occurs or two are even.
 */
export function inferHost(documents: readonly AgentDocument[], hosts: readonly Host[]): Host | undefined {
  const candidates = hosts.filter((host) => host.folders.length > 0)
  const tally = new Map(candidates.map((host) => [host, { files: 0, own: 0 }]))
  for (const document of documents) {
    const terms = exclusiveTerms(document, candidates)
    for (const [host, votes] of tally) {
      if (terms.some((hosts) => hosts.includes(host))) votes.files++
      if (terms.some((hosts) => hosts.length === 1 && hosts[0] === host)) votes.own++
    }
  }
  // Two readers of one kind of file share most terms; between them, those of one alone decide.
  const ranked = [...tally].toSorted(([, a], [, b]) => b.files - a.files || b.own - a.own)
  const [first, second] = ranked
  if (first === undefined || first[1].files === 0) return undefined
  const isTie = second !== undefined && first[1].files === second[1].files && !shareFolder(first[0], second[0])
  return isTie ? undefined : first[0]
}

/** Hosts that call the same folder their own are two readers of one kind of file. */
const shareFolder = (a: Host, b: Host): boolean => a.folders.some((folder) => b.folders.includes(folder))

/** The host of folders whose files do not tell. */
export const fallbackHost = (hosts: readonly Host[]): Host | undefined =>
  hosts.find((host) => host.id === defaultHostId) ?? hosts[0]

/** For each key, tool and ending of the name that only one kind of host knows: the hosts of that kind that know it. */
function exclusiveTerms(document: AgentDocument, hosts: readonly Host[]): Host[][] {
  const terms = [hosts.filter((host) => hasEndingOf(host, document.source.path))]
  for (const entry of document.frontmatter.entries) {
    terms.push(hosts.filter((host) => termsOf(host).keys.has(entry.key)))
    for (const tool of toolsOf(document, entry, hosts))
      terms.push(hosts.filter((host) => termsOf(host).tools.has(tool)))
  }
  return terms.filter(([first, ...more]) => first !== undefined && more.every((host) => shareFolder(host, first)))
}

/** An ending that says more than that it is Markdown. */
const hasEndingOf = (host: Host, path: string): boolean =>
  termsOf(host).endings.some((ending) => ending !== '.md' && path.endsWith(ending))

function toolsOf(document: AgentDocument, entry: Entry, hosts: readonly Host[]): string[] {
  if (!hosts.some((host) => termsOf(host).toolField === entry.key)) return []
  const anySeparator = { separators: 'comma-or-blank' } as const
  return splitToolList(document.source.text, entry.value, anySeparator).map((tool) => tool.value)
}
