import type { SourceFile } from '../core/source-file.ts'
import { loadParsers, parseDocument } from '../document/parse-document.ts'
import type { Host } from '../hosts/host-registry.ts'
import { builtInHosts, hostById } from '../hosts/load-hosts.ts'
import { loadVerdict } from '../hosts/load-verdict.ts'

const parsers = await loadParsers(builtInHosts.map(({ document }) => document))

/** A text as the file that it would be. */
export const sourceOf = (text: string, path = 'a.md'): SourceFile => ({
  path,
  text,
  byteLength: Buffer.byteLength(text),
  truncated: false,
  encodingProblem: undefined,
})

/** A host that is known to exist. */
export function existingHost(id: string): Host {
  const host = hostById(id)
  if (host === undefined) throw new Error(`there is no host ${id}`)
  return host
}

/** The document that a host's dialect makes of a file. */
export function documentAs(id: string, source: SourceFile) {
  const document = parseDocument(source, existingHost(id).document, parsers)
  if (document === undefined) throw new Error('a parser is missing')
  return document
}

/** What a host does with a text, with every parser at hand. */
export function readAs(id: string, text: string, path?: string) {
  const document = documentAs(id, sourceOf(text, path))
  return { document, ...loadVerdict(document, existingHost(id), builtInHosts, { tools: [] }) }
}
