import { directivePrefix } from '../core/directive-prefix.ts'
import type { Edit, Fix } from '../core/fix.ts'
import { quote } from '../core/message.ts'
import { type Span, span } from '../core/span.ts'
import { entryOf, type Value } from '../core/value.ts'
import type { ToolEntry } from '../hosts/verdict.ts'
import type { AgentView } from './agent-view.ts'
import { placeOf, replaceAt, unsafeFix } from './fix.ts'

/** One fix for each name that could be meant; none where the entry is more than a name. */
export function renameTool({ document }: AgentView, entry: ToolEntry): Fix[] {
  const { text, path } = document.source
  const place = placeOf(text, { value: entry.written, span: entry.span })
  if (place === undefined || entry.name !== entry.written) return []
  return entry.instead
    .filter((name) => /^[A-Za-z][\w./-]*$/.test(name))
    .map((name) => unsafeFix(`write ${quote(name)}`, [replaceAt(path, place, name)]))
}

/** Leaves out the entry at `index` of the granted tools, its separator or its line with it; none where that is not plain. */
export const removeTool = (agent: AgentView, index: number): readonly Edit[] =>
  removeEntry(agent, agent.host.tools.field, agent.verdict.toolEntries ?? [], index)

/** The same of the denied tools. */
export const removeDenied = (agent: AgentView, index: number): readonly Edit[] =>
  removeEntry(agent, agent.host.tools.denyField ?? '', agent.verdict.deniedEntries, index)

function removeEntry(
  { document }: AgentView,
  field: string,
  entries: readonly ToolEntry[],
  index: number,
): readonly Edit[] {
  const { text, path } = document.source
  const list = entryOf(document.frontmatter.entries, field)?.value
  const entry = entries[index]
  // Of what is no YAML only a part is known, and what the host makes of the rest may hang on this.
  if (list === undefined || entry === undefined || document.frontmatter.state === 'salvaged') return []
  const place = isBlockList(text, list) ? lineOf(text, entry.span) : stretch(text, entries, index)
  return place === undefined ? [] : [replaceAt(path, place, '')]
}

const isBlockList = (text: string, list: Value): boolean =>
  list.kind === 'list' && text.charCodeAt(list.span.start) === 45

/** The whole line of an item that has one to itself. */
function lineOf(text: string, at: Span): Span | undefined {
  const start = text.lastIndexOf('\n', at.start - 1) + 1
  const newline = text.indexOf('\n', at.end)
  const end = newline === -1 ? text.length : newline + 1
  const isAlone = /^[ \t]*-[ \t]+$/.test(text.slice(start, at.start)) && /^[ \t]*\r?\n$/.test(text.slice(at.end, end))
  return isAlone && !isUnderDirective(text, start) ? span(start, end) : undefined
}

/** A comment above that is about the next line would be about the one after it, and silence what is found there. */
function isUnderDirective(text: string, start: number): boolean {
  for (let end = start - 1; end > 0; ) {
    const from = text.lastIndexOf('\n', end - 1) + 1
    const line = text.slice(from, end).trim()
    if (line !== '' && !line.startsWith('#')) return false
    if (line.includes(`${directivePrefix}disable-next-line`)) return true
    end = from - 1
  }
  return false
}

/** Up to the next entry; of the last one, from the one before. */
function stretch(text: string, entries: readonly ToolEntry[], index: number): Span | undefined {
  const own = entries[index]?.span
  const next = entries[index + 1]?.span
  const last = entries[index - 1]?.span
  if (own === undefined) return undefined
  if (next !== undefined) return separated(text, own.end, next.start) ? span(own.start, next.start) : undefined
  if (last === undefined || !separated(text, last.end, own.start)) return undefined
  return span(last.end, own.end)
}

/** Nothing but what separates two entries between the offsets? Where all entries stand for one place, there is not. */
function separated(text: string, from: number, to: number): boolean {
  const between = text.slice(from, to).trim()
  return to > from && (between === '' || between === ',')
}
