import { isBlankCode } from './scan-starts.ts'
import { tagEnd, tagNameEnd } from './scan-tags.ts'

/** The seven ways of CommonMark in which HTML starts a block; they differ in how it ends. 0: it does not. */
export type HtmlBlockType = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7

const rawNames = ['pre', 'script', 'style', 'textarea']
const blockNames = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link ' +
    'main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead ' +
    'title tr track ul'
  ).split(' '),
)
/** No name of either list is longer. */
const longestName = 10

/** Which kind of HTML block the line starts at `from`, which holds a `<`. */
export function htmlBlockType(text: string, from: number, end: number): HtmlBlockType {
  const code = text.charCodeAt(from + 1)
  if (from + 1 >= end) return 0
  if (code === 33) return declarationType(text, from, end)
  if (code === 63) return 3
  const nameStart = code === 47 ? from + 2 : from + 1
  const nameEnd = tagNameEnd(text, nameStart, end)
  if (nameEnd === nameStart) return 0
  const name = nameEnd - nameStart <= longestName ? text.slice(nameStart, nameEnd).toLowerCase() : ''
  if (code !== 47 && rawNames.includes(name) && endsRawName(text, nameEnd, end)) return 1
  if (blockNames.has(name) && endsBlockName(text, nameEnd, end)) return 6
  const after = tagEnd(text, from, end)
  if (after === -1) return 0
  for (let i = after; i < end; i++) if (!isBlankCode(text.charCodeAt(i))) return 0
  return 7
}

function declarationType(text: string, from: number, end: number): HtmlBlockType {
  if (from + 4 <= end && text.startsWith('<!--', from)) return 2
  if (from + 9 <= end && text.startsWith('<![CDATA[', from)) return 5
  return tagNameEnd(text, from + 2, end) > from + 2 ? 4 : 0
}

const endsRawName = (text: string, at: number, end: number): boolean =>
  at >= end || isBlankCode(text.charCodeAt(at)) || text.charCodeAt(at) === 62

const endsBlockName = (text: string, at: number, end: number): boolean =>
  endsRawName(text, at, end) || (at + 2 <= end && text.startsWith('/>', at))

/** Does the line between the offsets end an HTML block of this type? Types 6 and 7 end at a blank line instead. */
export function endsHtmlBlock(text: string, from: number, end: number, type: HtmlBlockType): boolean {
  if (type === 2) return holds(text, from, end, '-->')
  if (type === 3) return holds(text, from, end, '?>')
  if (type === 4) return holds(text, from, end, '>')
  if (type === 5) return holds(text, from, end, ']]>')
  return type === 1 && holdsRawEnd(text, from, end)
}

/** One line at a time, so that many short lines cost no more than one long one. */
const holds = (text: string, from: number, end: number, wanted: string): boolean =>
  text.slice(from, end).includes(wanted)

function holdsRawEnd(text: string, from: number, end: number): boolean {
  const line = text.slice(from, end)
  if (!line.includes('</')) return false
  const lower = line.toLowerCase()
  return rawNames.some((name) => lower.includes(`</${name}>`))
}
