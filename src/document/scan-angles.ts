import { tagEnd } from './scan-tags.ts'

/** The longest autolink, in UTF-16 units. */
const longestLink = 2_000
/** The ends (`-->`, …) that are known not to come any more in a text: looked for once, so it stays linear. */
export type AbsentEnds = Set<string>

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
const isSchemeCode = (code: number): boolean =>
  isLetter(code) || (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46

/** The offset after the autolink at `from` (which holds its `<`), or -1. */
export function autolinkEnd(text: string, from: number, end: number): number {
  const limit = Math.min(end, from + longestLink)
  let close = from + 1
  while (close < limit && isLinkCode(text.charCodeAt(close))) close++
  if (close >= limit || text.charCodeAt(close) !== 62) return -1
  return hasScheme(text, from + 1, close) || isMail(text.slice(from + 1, close)) ? close + 1 : -1
}

const isLinkCode = (code: number): boolean => code > 32 && code !== 127 && code !== 60 && code !== 62

function hasScheme(text: string, from: number, to: number): boolean {
  if (!isLetter(text.charCodeAt(from))) return false
  let offset = from
  while (offset < to && offset - from < 33 && isSchemeCode(text.charCodeAt(offset))) offset++
  const length = offset - from
  return length >= 2 && length <= 32 && text.charCodeAt(offset) === 58
}

const mailName = /^[\w.!#$%&'*+/=?^`{|}~-]+$/
const hostLabel = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$/

/** The address form of CommonMark; the text is at most `longestLink` long. */
function isMail(address: string): boolean {
  const at = address.indexOf('@')
  if (at < 1 || !mailName.test(address.slice(0, at))) return false
  return address
    .slice(at + 1)
    .split('.')
    .every((label) => hostLabel.test(label))
}

/** The offset after the HTML at `from` (which holds its `<`): a tag, a comment, a declaration, an instruction; or -1. */
export function inlineHtmlEnd(text: string, from: number, end: number, absent: AbsentEnds): number {
  const code = text.charCodeAt(from + 1)
  if (code === 33) return declarationEnd(text, from, end, absent)
  if (code === 63) return endOf(text, from + 2, end, '?>', absent)
  return tagEnd(text, from, end)
}

function declarationEnd(text: string, from: number, end: number, absent: AbsentEnds): number {
  if (text.startsWith('<!-->', from)) return from + 5
  if (text.startsWith('<!--->', from)) return from + 6
  if (text.startsWith('<!--', from)) return endOf(text, from + 4, end, '-->', absent)
  if (text.startsWith('<![CDATA[', from)) return endOf(text, from + 9, end, ']]>', absent)
  return isLetter(text.charCodeAt(from + 2)) ? endOf(text, from + 2, end, '>', absent) : -1
}

function endOf(text: string, from: number, end: number, wanted: string, absent: AbsentEnds): number {
  if (absent.has(wanted)) return -1
  const at = text.slice(from, end).indexOf(wanted)
  if (at === -1) absent.add(wanted)
  return at === -1 ? -1 : from + at + wanted.length
}
