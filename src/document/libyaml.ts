import type { Span } from '../core/span.ts'
import type { Entry, Value } from '../core/value.ts'
import type { YamlError } from '../data/yaml.ts'

// What tells libyaml and its descendants from our parser: it reads YAML 1.1. Observed with Copilot CLI 1.0.102, 2026-11-21.

const otherBreaks = /[\u0085\u2028\u2029]/
const control = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFEFF\uFFFE\uFFFF]/
const longestKey = 1024

/** Is there a character that ends a line for YAML 1.1 and not for YAML 1.2? */
export const hasOtherBreaks = (text: string): boolean => otherBreaks.test(text)

/** Can the reader of simple lines not be asked, because there is a character in it that means something else here? */
export const hasOddCharacters = (text: string, content: Span): boolean => {
  const block = text.slice(content.start, content.end)
  return hasOtherBreaks(block) || control.test(block) || hasLongLineStart(block)
}

const hasLongLineStart = (block: string): boolean => block.length > longestKey && /^[^:\n]{1025}/m.test(block)

/** A view of the same length in which every line break is one for our parser too. */
export const withKnownBreaks = (text: string, content: Span): string =>
  text.slice(0, content.start) +
  text.slice(content.start, content.end).replaceAll(/[\u0085\u2028\u2029]/g, '\n') +
  text.slice(content.end)

/** What it refuses and ours does not: a control character, or a key of more than 1,024 characters. */
export function refusedByLibyaml(text: string, content: Span, entries: readonly Entry[]): YamlError | undefined {
  const found = control.exec(text.slice(content.start, content.end))
  if (found !== null) {
    const start = content.start + found.index
    return { code: 'REFUSED', message: 'control characters are not allowed', span: { start, end: start + 1 } }
  }
  const long = entries.find(({ key }) => key.length > longestKey)
  return long && { code: 'REFUSED', message: `a key has more than ${longestKey} characters`, span: long.keySpan }
}

/** Numbers with a zero in front are texts to it. Nesting is bounded by the parser, so this may recurse. */
export function withTextsOfZeros(entries: readonly Entry[], text: string): Entry[] {
  return entries.map((entry) => ({ ...entry, value: reread(entry.value, text) }))
}

function reread(value: Value, text: string): Value {
  if (value.kind === 'list') return { ...value, items: value.items.map((item) => reread(item, text)) }
  if (value.kind === 'map') return { ...value, entries: withTextsOfZeros(value.entries, text) }
  if (typeof value.value !== 'number') return value
  const written = text.slice(value.span.start, value.span.end)
  return /^[-+]?0\d/.test(written) ? { ...value, value: written } : value
}
