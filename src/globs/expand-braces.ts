import { readClass } from './character-class.ts'
import { placeholderAt } from './placeholder.ts'
import { rangeLength } from './written-range.ts'

/** More alternatives than anybody writes down; each costs as much as a pattern. */
const mostAlternatives = 200

/** All alternatives together, in UTF-16 units: a long pattern is not to be multiplied by its braces. */
const longestTogether = 10_000

/**
 * The patterns that braces stand for; ranges and placeholders stay as they are. Undefined where brackets do not close, or
 * where they are too many or too long.
 */
export function expandBraces(text: string): readonly string[] | undefined {
  if (!/[{[]/.test(text)) return [text]
  const reading = { text, at: 0 }
  const all = sequence(reading, 0)
  if (all === undefined || reading.at < text.length) return undefined
  return all.length > 1 && all.reduce((sum, { length }) => sum + length, 0) > longestTogether ? undefined : all
}

interface Reading {
  readonly text: string
  at: number
}

/** Until the end, or the `,` or `}` of the braces around it. */
function sequence(reading: Reading, depth: number): string[] | undefined {
  let all = ['']
  while (reading.at < reading.text.length) {
    const char = reading.text.charAt(reading.at)
    if (depth > 0 && (char === ',' || char === '}')) break
    const next = char === '{' && literalLength(reading) === 0 ? alternatives(reading, depth) : literal(reading)
    if (next === undefined || all.length * next.length > mostAlternatives) return undefined
    all = all.flatMap((start) => next.map((end) => start + end))
  }
  return all
}

function alternatives(reading: Reading, depth: number): string[] | undefined {
  const all: string[] = []
  do {
    reading.at++
    const some = sequence(reading, depth + 1)
    if (some === undefined || all.length > mostAlternatives) return undefined
    all.push(...some)
  } while (reading.text.charAt(reading.at) === ',')
  return reading.text.charAt(reading.at++) === '}' ? all : undefined
}

/** A stretch in which braces and commas mean nothing. */
function literal(reading: Reading): string[] | undefined {
  const length = literalLength(reading)
  if (length === 0) return undefined
  const start = reading.at
  reading.at += length
  return [reading.text.slice(start, reading.at)]
}

/** Of an escaped character, a class, a placeholder, a range, or plain text; 0 for a brace to expand or a bracket that is open. */
function literalLength({ text, at }: Reading): number {
  const char = text.charAt(at)
  if (char === '\\') return Math.min(2, text.length - at)
  if (char === '[') return (readClass(text, at)?.end ?? at) - at
  if (!/[{$<]/.test(char)) return /^(?:[},]|[^\\{}$<[,]+)/.exec(text.slice(at))?.[0].length ?? 0
  const length = placeholderAt(text, at) || rangeLength(text, at)
  return length === 0 && char !== '{' ? 1 : length
}
