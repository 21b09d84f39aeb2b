import type { Confidence } from '../core/diagnostic.ts'
import { letters } from '../core/letters.ts'
import type { Relation } from '../core/relation.ts'
import type { Span } from '../core/span.ts'
import type { Origin, Stance } from './agent-facts.ts'
import type { PhraseMatch } from './phrases.ts'
import { type Statement, says } from './statement.ts'
import { type ContextKind, isOneOf, lastWordEnd } from './vocabulary.ts'

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

/** Is it about more than what the agent reads, or works with? */
export const isSubstantial = ({ stance, relation, confidence }: Context): boolean =>
  relation !== undefined || (stance !== 'reads' && confidence !== 'low')

type Meaning = Pick<Context, 'stance' | 'relation' | 'isIncoming' | 'confidence'>

const means = (
  stance: Stance | undefined,
  relation: Relation | undefined,
  confidence: Confidence,
  isIncoming = false,
): Meaning => ({ stance, relation, confidence, isIncoming })

/** In this order: what denies comes before what it denies ("do not own"), what is about something else before all. */
const kinds: readonly (readonly [ContextKind, Meaning])[] = [
  ['neutral', means(undefined, undefined, 'low')],
  ['incoming', means(undefined, undefined, 'low', true)],
  ['excludes', means('excludes', 'escalates', 'high')],
  ['escalates', means(undefined, 'escalates', 'high')],
  ['delegates', means(undefined, 'delegates', 'high')],
  ['mentions', means(undefined, 'mentions', 'medium')],
  ['shares', means('shares', undefined, 'high')],
  ['reads', means('reads', undefined, 'high')],
  ['owns', means('owns', undefined, 'high')],
  ['scope', means('owns', undefined, 'medium')],
  ['weak', means('owns', undefined, 'low')],
  ['output', means('owns', undefined, 'low')],
]

/** Longer texts are sentences, and what they say is read from their verbs. */
const longestLabel = 90

/** What a label says about the lines below it; undefined where it is about something else. */
export function contextOf(label: Statement, origin: Origin, base: string): Context | undefined {
  const meaning = meaningOf(label)
  if (meaning === undefined) return undefined
  return { ...meaning, exclusive: says(label, 'exclusive'), origin, base, label: label.span }
}

function meaningOf(label: Statement): Meaning | undefined {
  if (label.plain.trim().length > longestLabel) return undefined
  for (const [kind, meaning] of kinds) {
    const word = wordOf(label, kind)
    if (word === undefined) continue
    if (kind === 'neutral') return undefined
    if ((kind === 'owns' || kind === 'scope') && isDenied(label, word)) return notMine
    if (kind === 'owns' && says(label, 'contexts.output')) return { ...meaning, confidence: 'low' }
    // "Do NOT:" is about what is done more than about where.
    if (kind === 'excludes' && word.list.startsWith('contexts.alone.')) return { ...meaning, confidence: 'medium' }
    return kind === 'excludes' && leadsToNames(label) ? means(undefined, 'escalates', 'high') : meaning
  }
  return undefined
}

const notMine = means('excludes', 'escalates', 'high')

/** The first word by which a label is of a kind. */
const wordOf = (label: Statement, kind: ContextKind): PhraseMatch | undefined =>
  label.words.find(
    (word) =>
      word.list === `contexts.${kind}` || (word.list === `contexts.alone.${kind}` && !isSaidOfOthers(label, word)),
  )

/** "Engine (you review what others build)": told in passing, below what the agent owns, it is no list of what it reads. */
export function isReadInPassing(label: Statement, above: Context | undefined): boolean {
  const word = above?.stance === 'owns' ? wordOf(label, 'reads') : undefined
  if (word === undefined || says(label, 'readOnly')) return false
  return label.plain.slice(0, word.start - label.span.start).includes('(')
}

const wordBehind = new RegExp(`^ *[${letters}]`)

/** "Shared components", "domain rules", "rules of the domain": a word that says who works where only by itself, or as what the label is of. */
function isSaidOfOthers(label: Statement, { start, end }: PhraseMatch): boolean {
  if (wordBehind.test(label.plain.slice(end - label.span.start))) return true
  const before = label.plain
    .slice(0, start - label.span.start)
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
  return [before.slice(-1), before.slice(-2), before.slice(-2, -1)].some(isPreposition)
}

const isPreposition = (words: readonly string[]): boolean =>
  isOneOf(words.join(' '), 'places') || isOneOf(words.join(' '), 'hedges')

/** "Not your domain" */
const isDenied = (label: Statement, { start }: PhraseMatch): boolean =>
  says(label, 'negations', Math.max(label.span.start, start - 12), start)

/** "What is outside of your scope, hand off to:" */
function leadsToNames(label: Statement): boolean {
  const end = lastWordEnd(label.words, 'verbs.escalates', label.span.start, label.span.end)
  return end !== -1 && /^[\s:]*$/.test(label.plain.slice(end - label.span.start))
}

/** A weak label ("Files:") below one that says more only describes. */
export function stronger(own: Context | undefined, above: Context | undefined): Context | undefined {
  if (own === undefined) return above
  return own.confidence === 'low' && above?.stance !== undefined ? above : own
}
