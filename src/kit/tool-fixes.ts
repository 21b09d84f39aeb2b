import { directivePrefix } from '../core/directive-prefix.ts'
import type { Edit, Fix } from '../core/fix.ts'
import type { HostDescriptor } from '../core/host.ts'
import { quote } from '../core/message.ts'
import { type Span, span } from '../core/span.ts'
import { entryOf, type Value } from '../core/value.ts'
import type { AgentFacts } from '../facts/agent-facts.ts'
import type { ToolEntry } from '../hosts/verdict.ts'
import type { AgentView } from './agent-view.ts'
import { insertAt, placeOf, replaceAt, unsafeFix } from './fix.ts'

/** One fix for each name that could be meant; none where the entry is more than a name. */
export function renameTool({ document }: AgentView, entry: ToolEntry): Fix[] {
  const { text, path } = document.source
  const place = placeOf(text, { value: entry.written, span: entry.span })
  if (place === undefined || entry.name !== entry.written) return []
  return entry.instead
    .filter((name) => /^[A-Za-z][\w./-]*$/.test(name))
    .map((name) => unsafeFix(`write ${quote(name)}`, [replaceAt(path, place, name)]))
}

/**
 * Writes one more tool, by the host's own name, at the end of the list of an agent; nothing where that is not plain, or
 * where the agent would not get it for all that.
 */
export function addTool(facts: AgentFacts, { tools }: HostDescriptor, name: string): readonly Edit[] {
  const isWithheld = facts.denied.includes(name) || tools.unavailable?.some((limit) => limit.tools.includes(name))
  if (!Array.isArray(facts.tools) || isWithheld === true || !/^[A-Za-z][\w./-]*$/.test(name)) return []
  const place = facts.placeForTool
  return place === undefined ? [] : [insertAt(facts.path, place.at, place.before + name + place.after)]
}

/** Leaves out the entry at `index` of the granted tools, its separator or its line with it; none where that is not plain. */
export const removeTool = (agent: AgentView, index: number): readonly Edit[] => removeTools(agent, [index])

/** The same of several at once, in the order of the list; all of them or none. */
export const removeTools = (agent: AgentView, indexes: readonly number[]): readonly Edit[] =>
  removeEntries(agent, agent.host.tools.field, agent.verdict.toolEntries ?? [], indexes)

/** The same of the denied tools. */
export const removeDenied = (agent: AgentView, index: number): readonly Edit[] =>
  removeEntries(agent, agent.host.tools.denyField ?? '', agent.verdict.deniedEntries, [index])

function removeEntries(
  { document }: AgentView,
  field: string,
  entries: readonly ToolEntry[],
  indexes: readonly number[],
): readonly Edit[] {
  const { text, path } = document.source
  const list = entryOf(document.frontmatter.entries, field)?.value
  // Of what is no YAML only a part is known, and what the host makes of the rest may hang on this.
  if (list === undefined || document.frontmatter.state === 'salvaged') return []
  const places = isBlockList(text, list)
    ? indexes.map((index) => lineOf(text, entries[index]?.span))
    : runsOf(indexes).map(([first, last]) => stretch(text, entries, first, last))
  const edits = places.flatMap((place) => (place === undefined ? [] : [replaceAt(path, place, '')]))
  return edits.length === places.length ? edits : []
}

/** First and last of those that follow one another: of neighbours, what is between them goes once. */
function runsOf(indexes: readonly number[]): [number, number][] {
  const runs: [number, number][] = []
  for (const index of indexes) {
    const run = runs.at(-1)
    if (run !== undefined && run[1] === index - 1) run[1] = index
    else runs.push([index, index])
  }
  return runs
}

const isBlockList = (text: string, list: Value): boolean =>
  list.kind === 'list' && text.charCodeAt(list.span.start) === 45

/** The whole line of an item that has one to itself. */
function lineOf(text: string, at: Span | undefined): Span | undefined {
  if (at === undefined) return undefined
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

/** Up to the next entry; where there is none, from the one before. */
function stretch(text: string, entries: readonly ToolEntry[], from: number, to: number): Span | undefined {
  const first = entries[from]?.span
  const last = entries[to]?.span
  if (first === undefined || last === undefined || !areSeparated(text, entries, from, to)) return undefined
  const next = entries[to + 1]?.span
  if (next !== undefined) return separated(text, last.end, next.start) ? span(first.start, next.start) : undefined
  const before = entries[from - 1]?.span
  return before !== undefined && separated(text, before.end, first.start) ? span(before.end, last.end) : undefined
}

const areSeparated = (text: string, entries: readonly ToolEntry[], from: number, to: number): boolean =>
  entries
    .slice(from, to)
    .every(({ span: { end } }, i) => separated(text, end, entries[from + i + 1]?.span.start ?? end))

/** Nothing but what separates two entries between the offsets? Where all entries stand for one place, there is not. */
function separated(text: string, from: number, to: number): boolean {
  const between = text.slice(from, to).trim()
  return to > from && (between === '' || between === ',')
}
