import { safeText } from './safe-text.ts'

/**
 * A text as SARIF messages have it (2.1.0, §3.11): made safe, on one line. Square brackets that could be read as a link
 * get a backslash; braces are doubled where a reader would take some for a placeholder. Where neither can happen the
 * text stays as it is, since many viewers show it as written.
 */
export function sarifText(text: string): string {
  const braced = doubleBraces(safeText(text))
  return /\]\(|\\[[\]\\]/.test(braced) ? escapeBrackets(braced) : braced
}

/** A link to one of the result's locations, by its number. */
export const sarifLink = (text: string, id: number): string =>
  `[${escapeBrackets(doubleBraces(safeText(text)))}](${id})`

const doubleBraces = (text: string): string =>
  /\{\{|\}\}|\{\d+\}/.test(text) ? text.replaceAll(/[{}]/g, '$&$&') : text

const escapeBrackets = (text: string): string => text.replaceAll(/[[\]\\]/g, '\\$&')

/**
 * A path as a URI reference (RFC 3986): `/` and unreserved characters stay, everything else is percent-encoded UTF-8. An
 * absolute path becomes a `file:` URI. Half a surrogate pair, which UTF-8 has no way to write, is U+FFFD.
 */
export function uriOf(path: string): string {
  const encoded = path
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
  if (path.startsWith('//')) return `file:${encoded}`
  if (path.startsWith('/')) return `file://${encoded}`
  return /^[A-Za-z]:\//.test(path) ? `file:///${path.slice(0, 2)}${encoded.slice(4)}` : encoded
}
