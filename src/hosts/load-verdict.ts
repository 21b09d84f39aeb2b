import { quote } from '../core/message.ts'
import { byteOrderMark } from '../core/source-file.ts'
import { type Entry, entryOf, type MapValue } from '../core/value.ts'
import type { AgentDocument, Frontmatter } from '../document/agent-document.ts'
import { deniedEntries, effectiveTools, grantedEntries } from './effective-tools.ts'
import { asText, citedText, hostName } from './host-name.ts'
import type { Host } from './host-registry.ts'
import { grants, type KnownNames } from './resolve-tools.ts'
import type { LoadVerdict, ToolEntry, Violation } from './verdict.ts'
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
  const written = entriesFor(document, host)
  const violations = violationsOf(document, written, host, early)
  const entries = kept(written, violations)
  const toolEntries = grantedEntries(document, entries, host, others, known)
  const refusals = [...refusedFields(violations), ...refusedTools(toolEntries, host)]
  const skipped = violations.find(({ effect }) => effect === 'document')
  const denied = deniedEntries(document, entries, host, others, known)
  const found = early?.outcome ?? (skipped !== undefined ? 'document' : refusals.length > 0 ? 'refused' : 'loads')
  const named = found === 'loads' ? hostName(document, entries, host) : undefined
  const late = found === 'loads' ? lateEnd(document, entries, named?.value, host) : undefined
  const outcome = late?.outcome ?? found
  const loads = outcome === 'loads'
  const nameAt = loads ? named : undefined
  return {
    host: host.id,
    release: host.release,
    loads,
    outcome,
    isUnread: early?.isUnread === true,
    why: early === undefined ? (late === undefined ? reasons(skipped, refusals) : [late.why]) : [early.why],
    name: nameAt?.value,
    nameAt,
    description: loads ? readDescription(entries, host) : undefined,
    model: loads ? readModel(entries, host) : undefined,
    tools: effectiveTools(toolEntries, denied, entries, host),
    toolEntries,
    deniedEntries: denied,
    lost: loads ? losses(violations) : [],
    violations,
  }
}

/** What the host goes on with: nothing, or less the keys without a value where those do not count. */
function entriesFor({ frontmatter }: AgentDocument, { document }: Host): readonly Entry[] {
  if (frontmatter.isPassedOver === true) return []
  if (document.dropsNothing !== true) return frontmatter.entries
  const isThere = ({ key, value }: Entry): boolean =>
    value.kind !== 'scalar' || value.value !== null || document.keepsNothing?.includes(key) === true
  return frontmatter.entries.filter(isThere)
}

function violationsOf(
  document: AgentDocument,
  entries: readonly Entry[],
  host: Host,
  early: EarlyEnd | undefined,
): Violation[] {
  const { fence, frontmatter } = document
  const isReadable = early === undefined || frontmatter.state === 'salvaged'
  if (!isReadable || fence === undefined || frontmatter.isPassedOver === true) return []
  const map: MapValue = { kind: 'map', entries, span: fence.content }
  return findViolations(map, host)
}

/** What is left of the frontmatter after a violation that costs a field, or all of them. */
function kept(entries: readonly Entry[], violations: readonly Violation[]): readonly Entry[] {
  if (violations.length === 0) return entries
  if (violations.some(({ effect }) => effect === 'drops-all')) return []
  const dropped = violations.filter(({ effect, pointer }) => effect === 'drops' && pointer.lastIndexOf('/') === 0)
  if (dropped.length === 0) return entries
  const fields = new Set(dropped.map(({ field }) => field))
  return entries.filter(({ key }) => !fields.has(key))
}

const refusedFields = (violations: readonly Violation[]): string[] =>
  violations.filter(({ effect }) => effect === 'refuses').map(describe)

/** Of a host that takes no file with a tool that it does not know; one that it knows and does not give is none of these. */
function refusedTools(entries: readonly ToolEntry[] | undefined, { tools }: Host): string[] {
  if (tools.unknown !== 'refuses') return []
  const useless = (entries ?? [])
    .filter((entry) => !grants(entry) && entry.status !== 'unavailable')
    .map(({ written }) => quote(written))
  return useless.length === 0
    ? []
    : [`\`${tools.field}\` names ${useless.slice(0, 3).join(', ')}${more(useless)}, which it does not know`]
}

const more = ({ length }: readonly string[]): string => (length > 3 ? ` and ${length - 3} more` : '')

interface EarlyEnd {
  readonly outcome: LoadVerdict['outcome']
  readonly why: string
  readonly isUnread?: true
}

/** What ends the reading before any field is looked at. */
function earlyEnd(document: AgentDocument, host: Host): EarlyEnd | undefined {
  const { source, fence, frontmatter } = document
  const { maxBytes, missingFrontmatter, unreadableFrontmatter } = host.document
  const unread = unreadName(source.path, host)
  if (unread !== undefined) return { outcome: 'document', why: unread, isUnread: true }
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
  if (frontmatter.isPassedOver === true) return undefined
  if (frontmatter.state === 'salvaged' && unreadableFrontmatter === 'refused' && !isOverOurLimit(frontmatter)) {
    const isToml = host.document.parser === 'toml'
    return { outcome: 'refused', why: isToml ? 'it is not valid TOML' : 'the frontmatter is not valid YAML' }
  }
  const twice = frontmatter.duplicates[0]
  if (twice !== undefined && host.document.duplicateKeys === 'refuses') {
    return { outcome: 'refused', why: `the key \`${twice.key}\` stands there twice` }
  }
  return undefined
}

/** What keeps an agent out that nothing is wrong with. */
function lateEnd(
  { source, body }: AgentDocument,
  entries: readonly Entry[],
  name: string | undefined,
  host: Host,
): EarlyEnd | undefined {
  const { minPrompt } = host.document
  if (minPrompt !== undefined && source.text.slice(body.start, body.end).trim().length < minPrompt) {
    return { outcome: 'refused', why: `the prompt has fewer than ${minPrompt} characters` }
  }
  const { disableKey, identity, builtInAgents } = host
  const disabled = disableKey === undefined ? undefined : entryOf(entries, disableKey)?.value
  if (disabled?.kind === 'scalar' && disabled.value === true) {
    return { outcome: 'document', why: `\`${disableKey}\` is true` }
  }
  if (identity.builtIns !== 'merged' || name === undefined || !builtInAgents.includes(name)) return undefined
  return { outcome: 'refused', why: `it changes the built-in agent ${quote(name)} and is none of its own` }
}

/** Why the host does not even open a file of that name. */
function unreadName(path: string, { name: host, files }: Host): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (!files.endings.some((ending) => name.endsWith(ending))) {
    return `${host} reads files whose names end in ${quote(files.endings)}`
  }
  const isPassedOver = files.never.includes(name) || files.skips?.some((pattern) => new RegExp(pattern).test(name))
  return isPassedOver === true ? `${host} passes over files of that name` : undefined
}

/** What is too large or too deep for us need not be so for the host: then the keys that could be saved must do. */
const isOverOurLimit = ({ problems }: Frontmatter): boolean =>
  problems.some(({ kind }) => kind === 'too-deep' || kind === 'too-large' || kind === 'too-many-aliases')

function reasons(skipped: Violation | undefined, refusals: readonly string[]): string[] {
  return skipped === undefined ? [...refusals] : [`there is no \`${skipped.field}\``]
}

/** A violation as a clause: "`color` is none of …", "`permission.edit` is none of …". */
function describe({ field, kind, pointer, problem, form }: Violation): string {
  if (kind === 'missing') return `there is no \`${field}\``
  if (kind === 'unknown') return `unknown key ${quote(field)}`
  return `${quote(pointer.slice(1).replaceAll('/', '.') || field)} ${problem}${form === undefined ? '' : ` (${form})`}`
}

const losses = (violations: readonly Violation[]): LoadVerdict['lost'] =>
  violations
    .filter(({ effect }) => effect !== 'tolerates')
    .map(({ field, problem, form, effect }) => ({
      field,
      why:
        (form === undefined ? problem : `${problem} (${form})`) +
        (effect === 'drops-all' ? ', and every field is dropped' : ''),
    }))

function readModel(entries: readonly Entry[], host: Host): string | undefined {
  const value = entryOf(entries, 'model')?.value
  if (value === undefined) return undefined
  const isText = value.kind === 'scalar' && typeof value.value === 'string'
  const text = isText || host.description.anyValue === true ? asText(value).trim() : ''
  return text === '' ? undefined : text
}

function readDescription(entries: readonly Entry[], host: Host): string | undefined {
  const value = entryOf(entries, 'description')?.value
  if (value !== undefined && host.description.anyValue === true) return asText(value)
  const written = citedText(entries, 'description')?.value
  return host.description.literalNewlines ? written?.replaceAll('\\n', '\n') : written
}
