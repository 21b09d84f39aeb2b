import { directivePrefix } from '../core/directive-prefix.ts'
import { type Span, span } from '../core/span.ts'
import type { Entry, Value } from '../core/value.ts'
import type { AgentDocument } from '../document/agent-document.ts'
import { lineEndAt } from '../document/lines.ts'
import type { DirectiveComment } from './directive.ts'

/** `# agent-lint-…` between the fences: YAML comments, which the host does not show to the model. */
export function frontmatterComments(document: AgentDocument, limit: number): DirectiveComment[] {
  const { source, fence, frontmatter } = document
  if (fence === undefined) return []
  const { text } = source
  const { start, end } = fence.content
  const found: DirectiveComment[] = []
  let scalars: readonly Span[] | undefined
  let keys: Level | undefined
  for (
    let at = text.indexOf(directivePrefix, start);
    at !== -1 && at < end;
    at = text.indexOf(directivePrefix, at + 1)
  ) {
    const hash = hashBefore(text, at, start)
    if (hash === undefined) continue
    scalars ??= scalarSpans(frontmatter.entries)
    if (!isLineStart(text, hash) && isInside(scalars, hash)) continue
    const comment = span(hash, Math.min(lineEndAt(text, at), end))
    const content = span(at + directivePrefix.length, comment.end)
    keys ??= levelOf(entryNodes(frontmatter.entries))
    found.push({ span: comment, content, next: nextNode(keys, comment.end) ?? span(0, 0) })
    if (found.length === limit) break
  }
  return found
}

/** The `#` that the word at `at` is the first of; a `#` behind anything but a blank starts no comment. */
function hashBefore(text: string, at: number, start: number): number | undefined {
  let offset = at - 1
  while (offset >= start && isBlankCode(text.charCodeAt(offset))) offset--
  if (text.charCodeAt(offset) !== 35 || offset < start) return undefined
  return isLineStart(text, offset) || isBlankCode(text.charCodeAt(offset - 1)) ? offset : undefined
}

const isBlankCode = (code: number): boolean => code === 32 || code === 9

const isLineStart = (text: string, offset: number): boolean => offset === 0 || text.charCodeAt(offset - 1) === 10

/** Where a `#` is text. In the first column of a line it never is: a text that goes on is indented. */
function scalarSpans(entries: readonly Entry[]): Span[] {
  const spans: Span[] = []
  const collect = (value: Value): void => {
    if (value.kind === 'scalar') spans.push(value.span)
    else if (value.kind === 'list') for (const item of value.items) collect(item)
    else for (const entry of value.entries) collect(entry.value)
  }
  for (const { value } of entries) collect(value)
  return spans.toSorted((a, b) => a.start - b.start)
}

/** Is the offset in one of the spans, which are in order and apart? */
export function isInside(spans: readonly Span[], offset: number): boolean {
  const at = spans[indexBefore(spans, offset)]
  return at !== undefined && offset < at.end
}

/** The index of the last span that starts at or before the offset; -1 for none. */
export function indexBefore(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

interface Node {
  readonly span: Span
  readonly value: Value
}

/** The nodes of one level, in order, with their places; those of a value are made when first asked for. */
interface Level {
  readonly nodes: readonly Node[]
  readonly spans: readonly Span[]
  readonly inner: Map<Value, Level>
}

const entryNodes = (entries: readonly Entry[]): Node[] =>
  entries.map(({ keySpan, value }) => ({ span: span(keySpan.start, Math.max(keySpan.end, value.span.end)), value }))

const nodesIn = (value: Value): Node[] => {
  if (value.kind === 'list') return value.items.map((item) => ({ span: item.span, value: item }))
  return value.kind === 'map' ? entryNodes(value.entries) : []
}

const levelOf = (nodes: readonly Node[]): Level => ({ nodes, spans: nodes.map((node) => node.span), inner: new Map() })

function innerLevel({ inner }: Level, value: Value): Level {
  const known = inner.get(value) ?? levelOf(nodesIn(value))
  inner.set(value, known)
  return known
}

/** The key with its value, or the item, that follows an offset on the level that the offset lies on. */
function nextNode(level: Level, offset: number): Span | undefined {
  const before = indexBefore(level.spans, offset)
  const around = level.nodes[before]
  const isInside = around !== undefined && offset < around.span.end
  const inner = isInside ? nextNode(innerLevel(level, around.value), offset) : undefined
  return inner ?? level.spans[before + 1]
}
