import type { MessageData, MessageValue } from './diagnostic.ts'

/** Quoted text is cut here, in UTF-16 units: a message is a sentence, and a language model may read it. */
const quoteLimit = 80
const listLimit = 8
/** No more of a text than this is looked at: joining its lines takes quadratic time where it is mostly blank. */
const lookLimit = 5 * quoteLimit

/**
 * Fills a template. `{{key}}` quotes a value (bounded, delimited, on one line); `{{key|plain}}` inserts a text of our own.
 * A placeholder without a value stays as it is, which the rule tests reject.
 */
export function formatMessage(template: string, data: MessageData): string {
  return template.replaceAll(/\{\{(\w+)(\|plain)?\}\}/g, (whole, key: string, plain: string | undefined) => {
    const value = Object.hasOwn(data, key) ? data[key] : undefined
    if (value === undefined) return whole
    return plain === undefined ? quote(value) : String(value)
  })
}

/** A value as a message shows it: `` `text` ``, `` `a`, `b` and 3 more ``, or a bare number. */
export function quote(value: MessageValue): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return quoteText(value)
  const shown = value.slice(0, listLimit).map(quoteText)
  if (value.length > listLimit) return `${shown.join(', ')} and ${value.length - listLimit} more`
  const last = shown.pop()
  if (last === undefined) return 'none'
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`
}

/** Names of our own in a sentence: `a, b and c`, or, with more than `limit` of them, `a, b and 3 more`. */
export function listNames(names: readonly string[], limit = names.length): string {
  const shown = names.length > limit ? names.slice(0, limit - 1) : names.slice(0, -1)
  const last = names.length > limit ? `${names.length - shown.length} more` : names.at(-1)
  return shown.length === 0 ? (last ?? '') : `${shown.join(', ')} and ${last}`
}

function quoteText(text: string): string {
  const oneLine = clip(clip(text, lookLimit).replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' ⏎ '), quoteLimit)
  const delimiter = oneLine.includes('`') ? '``' : '`'
  const padded = oneLine.startsWith('`') || oneLine.endsWith('`') ? ` ${oneLine} ` : oneLine
  return delimiter + padded + delimiter
}

/** `text` cut to `limit` UTF-16 units with an ellipsis, never through a surrogate pair. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text
  const end = /[\uD800-\uDBFF]/.test(text.charAt(limit - 2)) ? limit - 2 : limit - 1
  return `${text.slice(0, end)}…`
}
