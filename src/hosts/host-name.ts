import type { Span } from '../core/span.ts'
import { type Cited, type Entry, entryOf, type Value } from '../core/value.ts'
import type { AgentDocument } from '../document/agent-document.ts'
import type { Host } from './host-registry.ts'

/** What the host calls the agent; undefined where it takes the name from a field that is not there. */
export function hostName(document: AgentDocument, entries: readonly Entry[], host: Host): Cited<string> | undefined {
  const { from } = host.identity
  if (from === 'name-else-path')
    return anyName(entries) ?? { value: pathBelow(document.source.path, host), span: placeOf(entries, document) }
  const written = from === 'file' ? undefined : citedText(entries, 'name')
  if (written !== undefined && (from === 'name' || written.value !== '')) return written
  if (from === 'name') return undefined
  return { value: fileStem(document.source.path, host), span: placeOf(entries, document) }
}

/** Where a name stands that is not written: at the key that does not give it, or the first one. */
const placeOf = (entries: readonly Entry[], document: AgentDocument): Span =>
  (entryOf(entries, 'name') ?? entries[0])?.keySpan ?? headOf(document)

/** Whatever the key holds, as a program turns it into text: a name that is `null` is called that. */
function anyName(entries: readonly Entry[]): Cited<string> | undefined {
  const value = entryOf(entries, 'name')?.value
  return value === undefined ? undefined : { value: asText(value), span: value.span }
}

const isNothing = (value: Value): boolean => value.kind === 'scalar' && value.value === null

/** A value as a program turns it into text. */
export function asText(value: Value): string {
  if (value.kind === 'map') return '[object Object]'
  if (value.kind === 'list') return value.items.map((item) => (isNothing(item) ? '' : asText(item))).join(',')
  return String(value.value)
}

/** The file's name without the endings that this host cuts off. */
export function fileStem(path: string, host: Host): string {
  const file = path.slice(path.lastIndexOf('/') + 1)
  const ending = host.identity.fileEndings.find((candidate) => file.endsWith(candidate)) ?? ''
  return file.slice(0, file.length - ending.length)
}

/** The path below the host's folder, less the ending; elsewhere the file's name. */
function pathBelow(path: string, host: Host): string {
  const stem = fileStem(path, host)
  const folder = host.folders.find((candidate) => `/${path}`.includes(`/${candidate}/`))
  if (folder === undefined) return stem
  const below = `/${path}`.slice(`/${path}`.indexOf(`/${folder}/`) + folder.length + 2)
  return below.slice(0, below.lastIndexOf('/') + 1) + stem
}

/** A place for what concerns the file as a whole: its first line. */
export function headOf(document: AgentDocument): Span {
  if (document.fence !== undefined) return document.fence.open
  const { text } = document.source
  const newline = text.indexOf('\n')
  const end = newline === -1 ? text.length : newline
  return { start: 0, end: text.charCodeAt(end - 1) === 13 ? end - 1 : end }
}

export function citedText(entries: readonly Entry[], key: string): Cited<string> | undefined {
  const value = entryOf(entries, key)?.value
  if (value?.kind !== 'scalar' || value.value === null) return undefined
  return { value: String(value.value), span: value.span }
}
