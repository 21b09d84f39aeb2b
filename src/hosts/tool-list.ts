import type { ToolVocabulary } from '../core/host.ts'
import { span } from '../core/span.ts'
import type { Cited, Value } from '../core/value.ts'

/** How a host splits a list of tools. */
export type ListSyntax = Pick<ToolVocabulary, 'separators' | 'trimsItems'>

/** The entries of a tool list as the host splits it, each at its place; items that are not texts are left out. */
export function splitToolList(text: string, value: Value, vocabulary: ListSyntax): Cited<string>[] {
  if (value.kind === 'map') return []
  if (value.kind === 'list') {
    const own = (item: string): string => (vocabulary.trimsItems === false ? item : item.trim())
    return value.items.flatMap((item) =>
      item.kind === 'scalar' && typeof item.value === 'string' ? [{ value: own(item.value), span: item.span }] : [],
    )
  }
  if (typeof value.value !== 'string') return []
  const inner = innerSpan(text, value)
  // Escapes and folded lines make offsets inside the value meaningless; then every entry stands for the whole.
  if (text.slice(inner.start, inner.end) !== value.value) {
    return splitText(value.value, vocabulary).map((entry) => ({ value: entry.value, span: value.span }))
  }
  return splitText(value.value, vocabulary).map((entry) => ({
    value: entry.value,
    span: span(inner.start + entry.span.start, inner.start + entry.span.end),
  }))
}

function innerSpan(text: string, value: Value): { start: number; end: number } {
  const first = text.charAt(value.span.start)
  const isQuoted = first === '"' || first === "'"
  return isQuoted ? { start: value.span.start + 1, end: value.span.end - 1 } : value.span
}

/** Splits at commas, and at blanks where the host does, but never inside parentheses. Offsets are into `written`. */
function splitText(written: string, vocabulary: ListSyntax): Cited<string>[] {
  const entries: Cited<string>[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i <= written.length; i++) {
    const char = written.charAt(i)
    if (char === '(') depth++
    else if (char === ')' && depth > 0) depth--
    const separates = i === written.length || (depth === 0 && isSeparator(char, vocabulary))
    if (!separates) continue
    const entry = trimmed(written, start, i)
    if (entry !== undefined) entries.push(entry)
    start = i + 1
  }
  return entries
}

const isSeparator = (char: string, vocabulary: ListSyntax): boolean =>
  char === ',' || (vocabulary.separators === 'comma-or-blank' && (char === ' ' || char === '\t' || char === '\n'))

function trimmed(written: string, from: number, to: number): Cited<string> | undefined {
  const value = written.slice(from, to).trim()
  if (value === '') return undefined
  const start = written.indexOf(value, from)
  return { value, span: span(start, start + value.length) }
}
