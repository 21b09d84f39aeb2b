import type { NfaBuilder } from './nfa.ts'

const written = /^\{(?:(\d{1,9})\.\.(\d{1,9})|([a-zA-Z])\.\.([a-zA-Z]))\}/

/** How long the `{1..30}` or `{a..f}` is that stands at an offset; 0 for none. UTF-16 units. */
export const rangeLength = (text: string, at: number): number =>
  text.charAt(at) === '{' ? (written.exec(text.slice(at, at + 24))?.[0].length ?? 0) : 0

/** Adds what a written range means behind `from`; gives the state after it. */
export function addRange(nfa: NfaBuilder, from: number, range: string): number {
  const [, first, last, one, other] = written.exec(range) ?? []
  if (first !== undefined && last !== undefined) return addNumbers(nfa, from, first, last)
  const codes = [one, other].map((char) => char?.charCodeAt(0) ?? 0)
  return nfa.read(from, [[Math.min(...codes), Math.max(...codes)]])
}

/**
 * The decimal numbers from one to the other: all of one width where either is written with a leading zero. The states grow
 * with the square of the digits, not with the numbers.
 */
function addNumbers(nfa: NfaBuilder, from: number, first: string, last: string): number {
  const end = nfa.state()
  const [low, high] = (Number(first) <= Number(last) ? [first, last] : [last, first]) as [string, string]
  const width = Math.max(low.length, high.length)
  const isPadded = [low, high].some((text) => text.length > 1 && text.startsWith('0'))
  const add = (least: string, most: string) => between({ nfa, end, low: least, high: most }, from, 0, true, true)
  if (isPadded) add(low.padStart(width, '0'), high.padStart(width, '0'))
  for (let digits = low.length; !isPadded && digits <= width; digits++) {
    const least = digits === low.length ? low : `1${'0'.repeat(digits - 1)}`
    add(least, digits === high.length ? high : '9'.repeat(digits))
  }
  return end
}

interface Bounds {
  readonly nfa: NfaBuilder
  readonly end: number
  readonly low: string
  readonly high: string
}

/** The digits from `at` on; `onLow`, `onHigh`: those before it are the lower or upper bound's own. */
function between(bounds: Bounds, state: number, at: number, onLow: boolean, onHigh: boolean): void {
  const { nfa, end, low, high } = bounds
  if (at === low.length) {
    nfa.skip(state, end)
    return
  }
  const least = onLow ? Number(low[at]) : 0
  const most = onHigh ? Number(high[at]) : 9
  const read = (first: number, last: number) => nfa.read(state, [[48 + first, 48 + last]])
  if (onLow && onHigh && least === most) {
    between(bounds, read(least, least), at + 1, true, true)
    return
  }
  if (onLow) between(bounds, read(least, least), at + 1, true, false)
  if (onHigh) between(bounds, read(most, most), at + 1, false, true)
  const [first, last] = [onLow ? least + 1 : least, onHigh ? most - 1 : most]
  if (first <= last) between(bounds, read(first, last), at + 1, false, false)
}
