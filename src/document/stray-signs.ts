import type { Span } from '../core/span.ts'
import type { Entry, Value } from '../core/value.ts'

// What our parser takes for YAML without a word, and others refuse.

/** Half of a surrogate pair, as an escape may write it. */
const halfCharacter = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/

/**
 * Where a value stands that others refuse: half of a character, a quote whose last sign is part of it, a second key behind
 * brackets, and what `isOdd` finds. Nesting is bounded by the parser, so this may recurse.
 */
export function strayPlace(value: Value, text: string, isOdd: (value: Value) => boolean): Span | undefined {
  if (value.kind === 'list') return firstOf(value.items, (item) => strayPlace(item, text, isOdd))
  if (value.kind === 'map') {
    return firstOf(value.entries, (entry) =>
      isBehindBracket(entry, text) ? entry.keySpan : strayPlace(entry.value, text, isOdd),
    )
  }
  const isHalf = typeof value.value === 'string' && halfCharacter.test(value.value)
  return isHalf || isUnclosed(text.slice(value.span.start, value.span.end)) || isOdd(value) ? value.span : undefined
}

function firstOf<T>(items: readonly T[], find: (item: T) => Span | undefined): Span | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}

/** `'a''` at the end of a line: our parser takes the second of the two for the end. */
function isUnclosed(written: string): boolean {
  const quote = written.charAt(0)
  if (quote === "'") return written.slice(1, -1).replaceAll("''", '').includes("'")
  return quote === '"' && written.endsWith('\\"') && /(?:^|[^\\])(?:\\\\)*\\"$/.test(written)
}

/** `key: [a]: b`: our parser sees a second key there, which has no text. */
function isBehindBracket({ keySpan }: Entry, text: string): boolean {
  if (keySpan.start !== keySpan.end) return false
  let before = keySpan.start - 1
  while (text.charAt(before) === ' ') before--
  return ']}'.includes(text.charAt(before) || '\n')
}
