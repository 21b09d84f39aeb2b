import type { Confidence } from '../core/diagnostic.ts'
import type { Span } from '../core/span.ts'
import type { Origin, Relation, Stance } from './agent-facts.ts'
import { type ContextKind, contextWords, has, verbWords, wordsOf } from './vocabulary.ts'

/** What a heading or a lead says about the lines below it. */
export interface Context {
  /** What paths below it are to the agent. */
  readonly stance: Stance | undefined
  /** What names of agents below it are told. `undefined`: only what a line itself says counts. */
  readonly relation: Relation | undefined
  /** Names below it are where work comes from, not where it goes. */
  readonly isIncoming: boolean
  readonly exclusive: boolean
  readonly confidence: Confidence
  readonly origin: Origin
  /** A folder that stands in the lead, to which the paths below it are relative. */
  readonly base: string
  /** Where the words are. */
  readonly label: Span
}

type Meaning = Pick<Context, 'stance' | 'relation' | 'isIncoming' | 'confidence'>

const says = (
  stance: Stance | undefined,
  relation: Relation | undefined,
  confidence: Confidence,
  isIncoming = false,
): Meaning => ({ stance, relation, confidence, isIncoming })

/** In this order: what denies comes before what it denies ("do not own"), what is about something else before all. */
const kinds: readonly (readonly [ContextKind, Meaning])[] = [
  ['neutral', says(undefined, undefined, 'low')],
  ['incoming', says(undefined, undefined, 'low', true)],
  ['excludes', says('excludes', 'escalates', 'high')],
  ['escalates', says(undefined, 'escalates', 'high')],
  ['delegates', says(undefined, 'delegates', 'high')],
  ['mentions', says(undefined, 'mentions', 'medium')],
  ['shares', says('shares', undefined, 'high')],
  ['reads', says('reads', undefined, 'high')],
  ['owns', says('owns', undefined, 'high')],
  ['scope', says('owns', undefined, 'medium')],
  ['weak', says('owns', undefined, 'low')],
]

/** Longer texts are sentences, and what they say is read from their verbs. */
const longestLabel = 90

/** What a label (in plain text, without marks) says; undefined where it is about something else. */
export function meaningOf(label: string): Meaning | undefined {
  if (label.length > longestLabel) return undefined
  for (const [kind, meaning] of kinds) {
    if (!has(label, contextWords(kind))) continue
    if (kind === 'neutral') return undefined
    return kind === 'excludes' && leadsToNames(label) ? says(undefined, 'escalates', 'high') : meaning
  }
  return undefined
}

/** "What is outside of your scope, hand off to:" */
const leadsToNames = (label: string): boolean => {
  const words = verbWords('escalates')
  words.lastIndex = 0
  return [...label.matchAll(words)].some((match) => /^[\s:]*$/.test(label.slice(match.index + match[0].length)))
}

export function contextOf(label: string, at: Span, origin: Origin, base: string): Context | undefined {
  const meaning = meaningOf(label)
  if (meaning === undefined) return undefined
  return { ...meaning, exclusive: has(label, wordsOf('exclusive')), origin, base, label: at }
}

/** The part of a heading or lead that is not about how things are arranged. */
export const isSameSection = (a: Context | undefined, b: Context | undefined): boolean =>
  a?.label.start === b?.label.start
