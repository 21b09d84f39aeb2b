import { type Span, slice, span } from '../core/span.ts'
import { isSurelyPlain, quoteYaml } from '../core/yaml-text.ts'
import type { AgentDocument, YamlProblemKind } from './agent-document.ts'
import { hasOtherBreaks } from './libyaml.ts'
import { lineEndAt, nextLineStart } from './lines.ts'
import { repairValue } from './repair-value.ts'
import { isTakenAsText } from './taken-as-text.ts'
import { readValueLines } from './value-lines.ts'

/** A text in the place of a span. */
export interface Replacement {
  readonly span: Span
  readonly text: string
}

/** How frontmatter becomes YAML. */
export interface YamlRepair {
  /** In order, without overlaps. */
  readonly replacements: readonly Replacement[]
  /** Does every key then have exactly the value that the host arrives at now? */
  readonly keepsValues: boolean
  readonly how: 'quotes' | 'blanks' | 'block' | 'bracket'
  /** The keys whose values are touched. */
  readonly keys: readonly string[]
}

/**
 * What to change so that the frontmatter is YAML; undefined where it is already, or where nobody can tell. `isKey`: names
 * that are surely keys.
 */
export function repairYaml(document: AgentDocument, isKey: (key: string) => boolean): YamlRepair | undefined {
  const { fence, frontmatter } = document
  const kind = frontmatter.problems[0]?.kind
  if (fence === undefined || kind === undefined) return undefined
  const repair =
    frontmatter.state === 'recovered' ? repairRecovered(document, fence.content) : repairOther(document, isKey, kind)
  return repair === undefined || repair.replacements.length === 0 ? undefined : repair
}

/**
 * The host has mended this one in its own way, so its values are known: what it put in quotes gets quotes, what it
 * indented anew is indented so, and nothing else is touched. The result is the text that the host parses now.
 */
function repairRecovered({ source, frontmatter }: AgentDocument, content: Span): YamlRepair | undefined {
  const { text } = source
  const replacements: Replacement[] = tabsToBlanks(text, content)
  const how = replacements.length > 0 ? 'blanks' : 'quotes'
  const keys: string[] = []
  let keepsValues = true
  for (const { key, value } of frontmatter.entries) {
    const written = slice(text, value.span)
    const isText = value.kind === 'scalar' && value.value === written && isTakenAsText(written)
    if (!isText || isSurelyPlain(written)) continue
    const collection = collectionForm(written)
    if (collection === 'open') return undefined
    // What is a line break to one reader, and a part of the text to this one, is a part of it to all once it is quoted.
    if (collection === 'closed' || hasOtherBreaks(written)) keepsValues = false
    if (collection === 'closed') continue
    replacements.push({ span: value.span, text: quoteYaml(written) })
    keys.push(key)
  }
  return { replacements: inOrder(replacements), keepsValues, how, keys }
}

/** A bracket at the start: of a collection (closed, or still open), or of a text that goes on behind it. */
function collectionForm(written: string): 'none' | 'closed' | 'open' {
  const close = { '[': ']', '{': '}' }[written.charAt(0)]
  if (close === undefined) return 'none'
  const end = written.lastIndexOf(close)
  if (end === -1) return 'open'
  return /^\s*(?:#|$)/.test(written.slice(end + 1)) ? 'closed' : 'none'
}

/** Each tab at the start of a line becomes two blanks. */
function tabsToBlanks(text: string, content: Span): Replacement[] {
  const found: Replacement[] = []
  for (let start = content.start; start < content.end; ) {
    let end = start
    while (end < content.end && text.charCodeAt(end) === 9) end++
    if (end > start) found.push({ span: span(start, end), text: '  '.repeat(end - start) })
    start = Math.max(nextLineStart(text, lineEndAt(text, end)), start + 1)
  }
  return found
}

const inOrder = (replacements: readonly Replacement[]): Replacement[] =>
  replacements.toSorted((a, b) => a.span.start - b.span.start)

/** Kinds of mistakes whose place in the text says nothing about how to mend them. */
const hopeless: ReadonlySet<YamlProblemKind> = new Set([
  'not-a-mapping',
  'too-deep',
  'too-large',
  'too-many-aliases',
  'other',
])

/** Nobody can tell what the host would make of this one; what was meant is read off the lines. */
function repairOther(
  { source, fence }: AgentDocument,
  isKey: (key: string) => boolean,
  kind: YamlProblemKind,
): YamlRepair | undefined {
  const { text } = source
  if (fence === undefined || hopeless.has(kind)) return undefined
  if (kind === 'tab-indentation') {
    return { replacements: tabsToBlanks(text, fence.content), keepsValues: false, how: 'blanks', keys: [] }
  }
  // Only where text stands in column 0 may a line that looks like a key be a part of it.
  const ends = kind === 'unindented-line' ? isKey : () => true
  const broken = readValueLines(text, fence.content, ends).flatMap((value) => repairValue(text, value))
  const first = broken[0]
  if (first === undefined) return undefined
  const replacements = broken.flatMap((value) => value.replacements)
  return { replacements, keepsValues: false, how: first.how, keys: broken.map(({ key }) => key) }
}
