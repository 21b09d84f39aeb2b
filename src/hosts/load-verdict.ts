import { byteOrderMark } from '../core/source-file.ts'
import type { Span } from '../core/span.ts'
import { type Cited, type Entry, entryOf, type MapValue } from '../core/value.ts'
import type { AgentDocument, Frontmatter } from '../document/agent-document.ts'
import { deniedEntries, effectiveTools, grantedEntries } from './effective-tools.ts'
import type { Host } from './host-registry.ts'
import type { KnownNames } from './resolve-tools.ts'
import type { LoadVerdict, Violation } from './verdict.ts'
import { findViolations } from './violations.ts'

/**
 * What `host` does with a document that was read in its dialect: from its schema and descriptor alone.
 * `others` are the hosts whose tools a name may be taken from.
 */
export function loadVerdict(
  document: AgentDocument,
  host: Host,
  others: readonly Host[],
  known: KnownNames,
): LoadVerdict {
  const early = earlyEnd(document, host)
  const { entries } = document.frontmatter
  const readable = early === undefined || document.frontmatter.state === 'salvaged'
  const frontmatter: MapValue = { kind: 'map', entries, span: document.fence?.content ?? document.body }
  const violations = readable && document.fence !== undefined ? findViolations(frontmatter, host) : []
  const refusals = violations.filter(({ effect }) => effect === 'refuses')
  const skipped = violations.find(({ effect }) => effect === 'document')
  const outcome = early?.outcome ?? (skipped !== undefined ? 'document' : refusals.length > 0 ? 'refused' : 'loads')
  const toolEntries = grantedEntries(document, host, others, known)
  const denied = deniedEntries(document, host, others, known)
  const loads = outcome === 'loads'
  const nameAt = loads ? hostName(document, host) : undefined
  return {
    host: host.id,
    loads,
    outcome,
    why: early === undefined ? reasons(skipped, refusals) : [early.why],
    name: nameAt?.value,
    nameAt,
    description: loads ? readDescription(entries, host) : undefined,
    model: loads ? textOf(entries, 'model') : undefined,
    tools: effectiveTools(toolEntries, denied, entries, host),
    toolEntries,
    deniedEntries: denied,
    lost: loads ? losses(violations) : [],
    violations,
  }
}

interface EarlyEnd {
  readonly outcome: LoadVerdict['outcome']
  readonly why: string
}

/** What ends the reading before any field is looked at. */
function earlyEnd(document: AgentDocument, host: Host): EarlyEnd | undefined {
  const { source, fence, frontmatter } = document
  const { maxBytes, missingFrontmatter, unreadableFrontmatter } = host.document
  if (maxBytes !== undefined && source.byteLength > maxBytes) {
    return { outcome: 'refused', why: `the file is larger than ${maxBytes} bytes` }
  }
  if (source.encodingProblem?.kind.startsWith('utf-') === true) {
    return { outcome: missingFrontmatter === 'refused' ? 'refused' : 'document', why: 'the file is not UTF-8' }
  }
  if (fence === undefined) {
    if (missingFrontmatter === 'loaded') return undefined
    return { outcome: missingFrontmatter, why: 'there is no frontmatter' }
  }
  const mark = source.text.startsWith(byteOrderMark) ? host.document.byteOrderMark?.effect : undefined
  if (mark === 'refuses' || mark === 'document') {
    return { outcome: mark === 'refuses' ? 'refused' : mark, why: 'the file starts with a byte order mark' }
  }
  if (frontmatter.state === 'salvaged' && unreadableFrontmatter === 'refused' && !isOverOurLimit(frontmatter)) {
    return { outcome: 'refused', why: 'the frontmatter is not valid YAML' }
  }
  const twice = frontmatter.duplicates[0]
  if (twice !== undefined && host.document.duplicateKeys === 'refuses') {
    return { outcome: 'refused', why: `the key \`${twice.key}\` stands there twice` }
  }
  return undefined
}

/** What is too large or too deep for us need not be so for the host: then the keys that could be saved must do. */
const isOverOurLimit = ({ problems }: Frontmatter): boolean =>
  problems.some(({ kind }) => kind === 'too-deep' || kind === 'too-large' || kind === 'too-many-aliases')

function reasons(skipped: Violation | undefined, refusals: readonly Violation[]): string[] {
  if (skipped !== undefined) return [`there is no \`${skipped.field}\``]
  return refusals.map((violation) => describe(violation))
}

/** A violation as a clause: "`color` is none of …". */
export const describe = ({ field, kind, problem }: Violation): string =>
  kind === 'missing' ? `there is no \`${field}\`` : `\`${field}\` ${problem}`

const losses = (violations: readonly Violation[]): LoadVerdict['lost'] =>
  violations
    .filter(({ effect }) => effect === 'drops' || effect === 'ignores' || effect === 'drops-entry')
    .map((violation) => ({ field: violation.field, why: violation.problem }))

function hostName(document: AgentDocument, host: Host): Cited<string> | undefined {
  const { from } = host.identity
  const written = from === 'file' ? undefined : citedText(document.frontmatter.entries, 'name')
  if (written !== undefined && (from === 'name' || written.value !== '')) return written
  if (from === 'name') return undefined
  const entry = entryOf(document.frontmatter.entries, 'name') ?? document.frontmatter.entries[0]
  return { value: fileStem(document.source.path, host), span: entry?.keySpan ?? headOf(document) }
}

/** The file's name without the endings that this host cuts off. */
export function fileStem(path: string, host: Host): string {
  const file = path.slice(path.lastIndexOf('/') + 1)
  const ending = host.identity.fileEndings.find((candidate) => file.endsWith(candidate)) ?? ''
  return file.slice(0, file.length - ending.length)
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

function textOf(entries: readonly Entry[], key: string): string | undefined {
  const value = entryOf(entries, key)?.value
  return value?.kind === 'scalar' && typeof value.value === 'string' && value.value !== '' ? value.value : undefined
}

function readDescription(entries: readonly Entry[], host: Host): string | undefined {
  const written = citedText(entries, 'description')?.value
  return host.description.literalNewlines ? written?.replaceAll('\\n', '\n') : written
}
