import { type CodeRanges, complement, tidy } from './code-ranges.ts'

/**
 * The class of characters whose `[` stands at an offset, and the offset behind its `]`; undefined where it does not close. A
 * `]` that stands first is one of the characters.
 */
export function readClass(text: string, at: number): { ranges: CodeRanges; end: number } | undefined {
  const isNegated = /[!^]/.test(text.charAt(at + 1))
  const first = at + (isNegated ? 2 : 1)
  const close = text.indexOf(']', text.charAt(first) === ']' ? first + 1 : first)
  const inside = text.slice(first, close)
  if (close === -1 || inside.includes('/')) return undefined
  const ranges = rangesIn(inside)
  return { ranges: isNegated ? complement(tidy([...ranges, [47, 47]])) : tidy(ranges), end: close + 1 }
}

function rangesIn(inside: string): [number, number][] {
  const ranges: [number, number][] = []
  for (const match of inside.matchAll(/(.)-(.)|./gsu)) {
    const first = (match[1] ?? match[0]).codePointAt(0) ?? 0
    const last = (match[2] ?? match[0]).codePointAt(0) ?? 0
    if (first <= last) ranges.push([first, last])
  }
  return ranges
}
