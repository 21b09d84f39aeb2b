/** Inclusive ranges of code points, in order and apart from one another. */
export type CodeRanges = readonly (readonly [first: number, last: number])[]

export const lastCodePoint = 0x10ffff

export const slash: CodeRanges = [[47, 47]]
export const dot: CodeRanges = [[46, 46]]
export const notSlash: CodeRanges = [
  [0, 46],
  [48, lastCodePoint],
]

const ofAscii = Array.from({ length: 128 }, (_, code): CodeRanges => [[code, code]])

/** One code point; those of ASCII are the same objects. */
export const only = (code: number): CodeRanges => ofAscii[code] ?? [[code, code]]

export function holds(ranges: CodeRanges, code: number): boolean {
  for (const [first, last] of ranges) if (code >= first && code <= last) return true
  return false
}

export function intersect(a: CodeRanges, b: CodeRanges): CodeRanges {
  if (a === b) return a
  const shared: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [aFirst, aLast] = a[i] ?? [0, -1]
    const [bFirst, bLast] = b[j] ?? [0, -1]
    const first = Math.max(aFirst, bFirst)
    const last = Math.min(aLast, bLast)
    if (first <= last) shared.push([first, last])
    if (aLast < bLast) i++
    else j++
  }
  return shared
}

/** In order and joined where they touch. */
export function tidy(ranges: readonly (readonly [number, number])[]): CodeRanges {
  const joined: [number, number][] = []
  for (const [first, last] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const previous = joined.at(-1)
    if (previous !== undefined && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last)
    else joined.push([first, last])
  }
  return joined
}

/** All code points that are in none of the ranges. */
export function complement(ranges: CodeRanges): CodeRanges {
  const rest: [number, number][] = []
  let next = 0
  for (const [first, last] of ranges) {
    if (first > next) rest.push([next, first - 1])
    next = last + 1
  }
  if (next <= lastCodePoint) rest.push([next, lastCodePoint])
  return rest
}

const favourites = 'xyzabcdefghijklmnopqrstuvwABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-. '
const favouriteCodes = [...favourites].map((char) => char.charCodeAt(0))

/** The code point of the ranges that reads best in a path. */
export function mostReadable(ranges: CodeRanges): number {
  return favouriteCodes.find((code) => holds(ranges, code)) ?? ranges[0]?.[0] ?? 0
}

/** How well a code point reads: the lower the better. */
export function readability(code: number): number {
  const place = favouriteCodes.indexOf(code)
  return place === -1 ? favouriteCodes.length + code : place
}
