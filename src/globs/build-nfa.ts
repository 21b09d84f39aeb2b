import { readClass } from './character-class.ts'
import { notSlash, only, slash } from './code-ranges.ts'
import { createNfaBuilder, type Nfa, type NfaBuilder } from './nfa.ts'
import { isManySegments, placeholderAt } from './placeholder.ts'
import { addRange, rangeLength } from './written-range.ts'

/** One pattern without braces: its segments, and whether it means the path itself, what is below it, or both. */
export interface Alternative {
  readonly segments: readonly string[]
  readonly means: 'itself' | 'below' | 'both'
}

/** The automaton of the files that any of the patterns means. */
export function buildNfa(alternatives: readonly Alternative[]): Nfa {
  const nfa = createNfaBuilder()
  return nfa.build(alternatives.flatMap((one) => addAlternative(nfa, one)))
}

/** Gives the accepting states. */
function addAlternative(nfa: NfaBuilder, { segments, means }: Alternative): number[] {
  let state = nfa.state()
  nfa.skip(0, state)
  for (const [i, segment] of segments.entries()) {
    const isLast = i === segments.length - 1
    if (isManySegments(segment)) {
      const loop = segmentLoop(nfa, state)
      state = isLast ? loop.inside : loop.start
    } else {
      const end = addSegment(nfa, state, segment)
      state = isLast ? end : nfa.read(end, slash)
    }
  }
  if (means === 'itself') return [state]
  const below = segmentLoop(nfa, nfa.read(state, slash)).inside
  return means === 'both' ? [state, below] : [below]
}

function addSegment(nfa: NfaBuilder, from: number, segment: string): number {
  if (segment === '*') return many(nfa, nfa.read(from, notSlash))
  let state = from
  for (let at = 0; at < segment.length; ) {
    const { length, end } = addPiece(nfa, state, segment, at)
    at += length
    state = end
  }
  return state
}

interface Piece {
  /** UTF-16 units. */
  readonly length: number
  /** The state after it. */
  readonly end: number
}

function addPiece(nfa: NfaBuilder, from: number, segment: string, at: number): Piece {
  const placeholder = placeholderAt(segment, at)
  if (placeholder > 0) return { length: placeholder, end: many(nfa, nfa.read(from, notSlash)) }
  const range = rangeLength(segment, at)
  if (range > 0) return { length: range, end: addRange(nfa, from, segment.slice(at, at + range)) }
  const char = segment.charAt(at)
  if (char === '*') return { length: 1, end: many(nfa, from) }
  if (char === '?') return { length: 1, end: nfa.read(from, notSlash) }
  const characters = char === '[' ? readClass(segment, at) : undefined
  if (characters !== undefined) return { length: characters.end - at, end: nfa.read(from, characters.ranges) }
  return addLiteral(nfa, from, segment, at)
}

function addLiteral(nfa: NfaBuilder, from: number, segment: string, at: number): Piece {
  const isEscaped = segment.charAt(at) === '\\' && at + 1 < segment.length
  const code = segment.codePointAt(isEscaped ? at + 1 : at) ?? 0
  return { length: (isEscaped ? 1 : 0) + (code > 0xffff ? 2 : 1), end: nfa.read(from, only(code)) }
}

/** A loop over anything in the segment. */
function many(nfa: NfaBuilder, from: number): number {
  const loop = nfa.state()
  nfa.skip(from, loop)
  nfa.link(loop, notSlash, loop)
  return loop
}

/** Segment after segment: `start` is before each, `inside` in it. */
function segmentLoop(nfa: NfaBuilder, from: number): { start: number; inside: number } {
  const start = nfa.state()
  nfa.skip(from, start)
  const inside = nfa.read(start, notSlash)
  nfa.link(inside, notSlash, inside)
  nfa.link(inside, slash, start)
  return { start, inside }
}
