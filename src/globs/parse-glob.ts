import type { Glob, GlobProblem } from './glob.ts'
import { createNfaBuilder, type Nfa, type NfaBuilder, notSlash, slash, type UnitRanges } from './nfa.ts'

/** Longer patterns are refused: what is decided about them costs by their length. */
export const longestPattern = 1000

/** Parses a pattern; the dialect is described in `dialect.md`. Linear, never throws. */
export function parseGlob(source: string): Glob | GlobProblem {
  if (source.length > longestPattern) return { problem: 'too-long' }
  const text = normalise(source)
  const problem = problemOf(source, text)
  if (problem !== undefined) return { problem }
  const folder = text.endsWith('/')
  const bare = folder ? text.slice(0, -1) : text
  const segments = bare.split('/')
  const firstGlob = segments.findIndex((segment) => hasMeaning(segment))
  const isPlain = firstGlob === -1
  const isAnchored = /^\s*(?:\.?[/\\])/.test(source)
  const isByName = !isPlain && !isAnchored && segments.length === 1 && !folder && !isWhole(bare)
  const literal = isPlain ? segments : segments.slice(0, firstGlob)
  const build = (): Nfa | undefined => buildNfa(isByName ? `**/${bare}` : bare, folder)
  // Only brackets can be wrong; all else is built when it is asked for, which for most patterns is never.
  let nfa = /[{[]/.test(bare) ? build() : undefined
  if (nfa === undefined && /[{[]/.test(bare)) return { problem: 'unbalanced' }
  return {
    source,
    normal: text,
    literal,
    isPlain,
    isByName,
    get nfa(): Nfa {
      nfa ??= build() ?? nothing
      return nfa
    },
  }
}

const nothing: Nfa = { edges: [[]], silent: [[]], accepting: new Set() }

const normalise = (source: string): string =>
  source
    .trim()
    .replaceAll(/\\(?![*?[\]{}<>!])/g, '/')
    .replaceAll(/\/{2,}/g, '/')
    .replace(/^(?:\.?\/)+/, '')
    .replaceAll(/(^|\/)(?:\.\.\.|…)(?=\/|$)/g, '$1**')
    .replaceAll(/(^|\/)\.(?=\/|$)/g, '$1')

function problemOf(source: string, text: string): GlobProblem['problem'] | undefined {
  if (text === '' || text === '/') return 'empty'
  if (/^[A-Za-z]:[\\/]|^~|^\/\//.test(source)) return 'absolute'
  if (text.split('/').includes('..')) return 'outside'
  return text.startsWith('!') ? 'negated' : undefined
}

/** Has a segment anything but plain characters in it? */
const hasMeaning = (segment: string): boolean => /[*?[\]{}<>\\]/.test(segment)

/** `<word>`, `[word]`, `{word}`, `{{word}}`: stands for one segment, whatever its name. */
const isWhole = (segment: string): boolean => /^(?:<[^<>/]+>|\[[\w.-]{2,}\]|\{\{?[\w .-]+\}?\})$/.test(segment)

interface Parsing {
  readonly text: string
  readonly nfa: NfaBuilder
  at: number
  failed: boolean
}

function buildNfa(text: string, isFolder: boolean) {
  const nfa = createNfaBuilder()
  const parsing: Parsing = { text, nfa, at: 0, failed: false }
  const end = sequence(parsing, 0, 0, true)
  if (parsing.failed || parsing.at < text.length) return undefined
  const last = text.slice(text.lastIndexOf('/') + 1)
  const below = (): number => anyBelow(nfa, nfa.read(end, slash))
  if (isFolder) return nfa.build([below()])
  // A last segment without a pattern may be a folder, and then means what is in it; braces only list such names.
  return /[*?[\\<]/.test(last) && !isWhole(last) ? nfa.build([end]) : nfa.build([end, below()])
}

const deepestBraces = 20

/** Reads until the end, or the `,` or `}` of the braces around it. `starts`: does it begin a segment? */
function sequence(parsing: Parsing, from: number, depth: number, starts: boolean): number {
  const { text, nfa } = parsing
  let state = from
  let atStart = starts
  while (parsing.at < text.length && !parsing.failed) {
    const char = text.charAt(parsing.at)
    if (depth > 0 && (char === ',' || char === '}')) return state
    if (char === '/') {
      state = nfa.read(state, slash)
      parsing.at++
      atStart = true
      continue
    }
    state = piece(parsing, state, depth, atStart)
    atStart = atStart && text.charAt(parsing.at - 1) === '/'
  }
  return state
}

/** One piece of a segment. */
function piece(parsing: Parsing, state: number, depth: number, atStart: boolean): number {
  const { text, nfa, at } = parsing
  const char = text.charAt(at)
  const rest = text.slice(at, at + 80)
  const isSegment = atStart ? /^[^/,}]*/.exec(rest)?.[0] : undefined
  const placeholder = placeholderAt(text, at, atStart, depth)
  if (placeholder > 0) {
    parsing.at += placeholder
    return many(nfa, nfa.read(state, notSlash))
  }
  if (char === '*') return stars(parsing, state, isSegment)
  parsing.at++
  if (char === '?') return nfa.read(state, notSlash)
  if (char === '{') return braces(parsing, state, depth, atStart)
  if (char === '[') return characterClass(parsing, state)
  const literal = char === '\\' ? text.charAt(parsing.at++) : char
  const unit = literal.charCodeAt(0)
  return nfa.read(state, [[unit, unit]])
}

/** How long the placeholder is that starts here: 0 for none. `[word]` is one only where it is a whole segment. */
function placeholderAt(text: string, at: number, atStart: boolean, depth: number): number {
  const rest = text.slice(at, at + 80)
  const word = /^(?:<[^<>/]+>|\{\{[^{}/]+\}\}|\$?\{[\w .-]+\})/.exec(rest)?.[0]
  if (word !== undefined && !/^\{\d+\.\.\d+\}$/.test(word)) return word.length
  const whole = atStart && depth === 0 ? /^\[[\w.-]{2,}\](?=\/|$)/.exec(rest)?.[0] : undefined
  return whole?.length ?? 0
}

/** A loop over anything in the segment. */
function many(nfa: NfaBuilder, from: number): number {
  const loop = nfa.state()
  nfa.skip(from, loop)
  nfa.link(loop, notSlash, loop)
  return loop
}

function stars(parsing: Parsing, state: number, segment: string | undefined): number {
  const { text, nfa, at } = parsing
  let end = at
  while (text.charAt(end) === '*') end++
  parsing.at = end
  if (segment !== text.slice(at, end)) return many(nfa, state)
  if (end - at < 2) return many(nfa, nfa.read(state, notSlash))
  if (text.charAt(end) !== '/') return anyBelow(nfa, state)
  parsing.at++
  return anySegments(nfa, state)
}

/** One or more segments. */
const anyBelow = (nfa: NfaBuilder, from: number): number => segmentLoop(nfa, from).inside

/** Any number of segments, each with the slash behind it. */
const anySegments = (nfa: NfaBuilder, from: number): number => segmentLoop(nfa, from).start

/** Segment after segment: `start` is before each, `inside` in it. */
function segmentLoop(nfa: NfaBuilder, from: number): { start: number; inside: number } {
  const start = nfa.state()
  nfa.skip(from, start)
  const inside = nfa.read(start, notSlash)
  nfa.link(inside, notSlash, inside)
  nfa.link(inside, slash, start)
  return { start, inside }
}

function braces(parsing: Parsing, state: number, depth: number, atStart: boolean): number {
  const { text, nfa } = parsing
  const range = /^(\d{1,4})\.\.(\d{1,4})\}/.exec(text.slice(parsing.at, parsing.at + 12))
  if (range !== null) return numbers(parsing, state, range)
  const end = nfa.state()
  if (depth >= deepestBraces) parsing.failed = true
  while (!parsing.failed) {
    const start = nfa.state()
    nfa.skip(state, start)
    nfa.skip(sequence(parsing, start, depth + 1, atStart), end)
    const close = text.charAt(parsing.at++)
    if (close === '}') break
    if (close !== ',') parsing.failed = true
  }
  return end
}

/** `{1..3}`; a long range is any digits. */
function numbers(parsing: Parsing, state: number, range: RegExpExecArray): number {
  const { nfa } = parsing
  parsing.at += range[0].length
  const [first, last] = [Number(range[1]), Number(range[2])].sort((a, b) => a - b) as [number, number]
  const end = nfa.state()
  for (let value = first; value <= Math.min(last, first + 100); value++) {
    let at = state
    for (const digit of String(value)) at = nfa.read(at, [[digit.charCodeAt(0), digit.charCodeAt(0)]])
    nfa.skip(at, end)
  }
  return end
}

function characterClass(parsing: Parsing, state: number): number {
  const { text, nfa } = parsing
  const close = text.indexOf(']', parsing.at + (/[\]!^]/.test(text.charAt(parsing.at)) ? 1 : 0))
  if (close === -1 || text.slice(parsing.at, close).includes('/')) {
    parsing.failed = true
    return state
  }
  const inside = text.slice(parsing.at, close)
  parsing.at = close + 1
  const isNegated = /^[!^]/.test(inside)
  const ranges = classRanges(isNegated ? inside.slice(1) : inside)
  return nfa.read(state, isNegated ? complement([...ranges, [47, 47]]) : ranges)
}

function classRanges(inside: string): [number, number][] {
  const ranges: [number, number][] = []
  for (const match of inside.matchAll(/([\s\S])-([\s\S])|[\s\S]/g)) {
    const first = (match[1] ?? match[0]).charCodeAt(0)
    const last = (match[2] ?? match[0]).charCodeAt(0)
    if (first <= last) ranges.push([first, last])
  }
  return ranges
}

function complement(ranges: readonly [number, number][]): UnitRanges {
  const result: [number, number][] = []
  let next = 0
  for (const [first, last] of ranges.toSorted((a, b) => a[0] - b[0])) {
    if (first > next) result.push([next, first - 1])
    next = Math.max(next, last + 1)
  }
  if (next <= 0xffff) result.push([next, 0xffff])
  return result
}
