import { entryOf, type ListValue, type ScalarValue, type Value } from '../core/value.ts'
import type { AgentDocument } from '../document/agent-document.ts'
import { grants } from '../hosts/resolve-tools.ts'
import type { ToolEntry } from '../hosts/verdict.ts'

/** Where one more name goes into a list, as an offset into the file, and what is written around it there. */
export interface PlaceForTool {
  readonly at: number
  readonly before: string
  readonly after: string
}

/**
 * The end of the list of tools in `field`. None where there is no such list, where it is empty or not plainly written, and
 * where the host does not take one of its entries: that may have been meant for the very tool that is to go in.
 */
export function placeForTool(
  { source: { text }, frontmatter }: AgentDocument,
  field: string,
  entries: readonly ToolEntry[],
): PlaceForTool | undefined {
  const entry = entryOf(frontmatter.entries, field)
  const last = entries.at(-1)
  // Where a host reads what is no YAML in its own way, one more item may be read in another.
  if (frontmatter.state !== 'valid' || entry === undefined || last === undefined) return undefined
  const { keySpan, value } = entry
  // What is between them may be an anchor: the list is then read in other places too.
  if (!/^\s*[:=]\s*$/.test(text.slice(keySpan.end, value.span.start)) || !entries.every(grants)) return undefined
  if (value.kind === 'list') return behindLast(text, value)
  return value.kind === 'scalar' ? inScalar(text, value, last) : undefined
}

/** At the end of a text of one line; what it ends with must not be a bracket that is still open. */
function inScalar(text: string, value: ScalarValue, last: ToolEntry): PlaceForTool | undefined {
  const quote = quoteOf(text, value)
  if (quote === undefined || !/^[^()]*(?:\([^()]*\))?$/.test(last.written)) return undefined
  const at = value.span.end - quote.length
  return last.span.end === at ? { at, before: ', ', after: '' } : undefined
}

/** Behind the last item, written as that is. */
function behindLast(text: string, list: ListValue): PlaceForTool | undefined {
  const last = list.items.at(-1)
  const quote = last === undefined ? undefined : quoteOf(text, last)
  if (last === undefined || quote === undefined) return undefined
  const at = last.span.end
  const isBlock = text.charAt(list.span.start) === '-'
  const separator = isBlock ? newLine(text, last.span.start, at) : comma(text.slice(at, list.span.end))
  return separator === undefined ? undefined : { at, before: separator + quote, after: quote }
}

/** What stands between an item and the end of its list must be nothing but the bracket. */
const comma = (rest: string): string | undefined => (rest.trim() === ']' ? ', ' : undefined)

/** The line break and the dash of an item that has its line to itself, as they are written there. */
function newLine(text: string, start: number, end: number): string | undefined {
  const dash = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const newline = text.indexOf('\n', end)
  const rest = newline === -1 ? undefined : text.slice(end, newline)
  if (rest === undefined || !/^ *- +$/.test(dash) || rest.trim() !== '') return undefined
  return `${rest.endsWith('\r') ? '\r\n' : '\n'}${dash}`
}

/** The quotes around a text that stands in the file as it is read; empty where there are none, undefined for all else. */
function quoteOf(text: string, value: Value): string | undefined {
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return undefined
  const written = text.slice(value.span.start, value.span.end)
  // Not of these letters: what some parser may take for a line break.
  if (!/^[ -~]+$/.test(written)) return undefined
  if (written === value.value) return ''
  const first = written.charAt(0)
  return (first === '"' || first === "'") && written === first + value.value + first ? first : undefined
}
