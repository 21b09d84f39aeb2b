import { hasWord, letters } from '../core/letters.ts'
import type { Relation } from '../core/relation.ts'
import type { Span } from '../core/span.ts'
import type { Handoff, Origin } from './agent-facts.ts'
import { arrowIn, byArrow } from './arrow-handoffs.ts'
import { behindDash, byWordsBehind, givesAway } from './behind-handoffs.ts'
import type { Context } from './context.ts'
import { inParentheses } from './in-parentheses.ts'
import { namesAt, type WrittenName } from './names.ts'
import type { Line, TableLines } from './reading.ts'
import { codeFill, type Statement, says, sentencesOf } from './statement.ts'
import { tableHandoffs } from './table-handoffs.ts'
import { toHandoff } from './to-handoff.ts'
import { type HandoffVerb, isOneOf } from './vocabulary.ts'

/** What the lines of a body hand to whom; in the order of the text. */
export function readHandoffs(lines: readonly Line[], tables: readonly TableLines[]): Handoff[] {
  const found = [...lines.filter(mayHandOver).flatMap(lineHandoffs), ...tables.flatMap(tableHandoffs)]
  return onceEach(found.sort((a, b) => a.span.start - b.span.start))
}

/** One mention of a name is one handoff: the reading that is surest of it, else the first. */
function onceEach(handoffs: readonly Handoff[]): Handoff[] {
  const byPlace = new Map<string, Handoff>()
  for (const handoff of handoffs) {
    const place = `${handoff.span.start}-${handoff.span.end}`
    const known = byPlace.get(place)
    if (known === undefined || (handoff.isSurelyAgent && !known.isSurelyAgent)) byPlace.set(place, handoff)
  }
  return [...byPlace.values()]
}

/** Names need something that leads to them: what stands above, the place at the start of an item, an arrow, or words. */
const mayHandOver = ({ statement, context, isItem }: Line): boolean =>
  context?.relation !== undefined ||
  (isItem && context?.stance === undefined) ||
  arrowIn(statement.plain) ||
  statement.words.some(({ list }) => leadsToNames.test(list))

const leadsToNames = /^(?:verbs|objectVerbs|follows)\.|^contexts\.excludes$/

function lineHandoffs({ statement, context, isItem, isLabelled }: Line): Handoff[] {
  if (context?.isIncoming === true) return []
  const [first, ...later] = sentencesOf(statement)
  if (first === undefined) return []
  const named = isLabelled ? enumerated(first, context, statement) : []
  return [
    // What stands in parentheses behind an enumerated name is its topic, and no other name.
    ...(named.length > 0 ? named : sentenceHandoffs(first, context, statement)),
    ...(isItem ? listed(first, context, statement) : []),
    ...later.flatMap((sentence) => sentenceHandoffs(sentence, context, statement)),
  ]
}

/** Arrows and verbs. */
function sentenceHandoffs(sentence: Statement, context: Context | undefined, whole: Statement): Handoff[] {
  const said = [...byArrow(sentence, context, whole), ...byVerb(sentence, context, whole)]
  const found = [...said, ...byWordsBehind(sentence, context, whole, said.length === 0)]
  if (context?.relation === 'delegates') return [...found, ...inParentheses(sentence, context, whole, isMarked)]
  if (!givesAway(sentence, context)) return found
  return [...found, ...inParentheses(sentence, context, whole), ...behindDash(sentence, context, whole)]
}

const anyVerb = /^(?:verbs|objectVerbs)\./
const verbs: readonly HandoffVerb[] = ['escalates', 'delegates', 'mentions']

function byVerb(sentence: Statement, context: Context | undefined, whole: Statement): Handoff[] {
  const found: Handoff[] = []
  if (!sentence.words.some(({ list }) => anyVerb.test(list))) return found
  for (const verb of verbs) {
    for (const { start, end, object } of verbsIn(sentence, verb)) {
      if (isBanned(sentence, start, context)) continue
      const word = plainAt(sentence, start, end)
      const names = namesAt(sentence, end, sentence.span.end).filter(
        (name) => isTarget(name, verb, word) || isTheirs(name, verb, context),
      )
      const relation = relationOf(verb, word, context, sentence, start)
      const confidence = context?.relation === undefined ? 'medium' : 'high'
      const isStrong = relation === verb && isOneOf(word.replaceAll(/\s+/g, ' '), 'strongVerbs')
      for (const name of names) {
        const sureness = isAsking(word) && context?.relation === undefined && name.form !== 'sure' ? 'low' : confidence
        const made = toHandoff(name, relation, object ?? topicAround(sentence, start, name), whole, context, sureness)
        found.push(isStrong && name.form === 'marked' ? { ...made, isSurelyAgent: true } : made)
      }
    }
  }
  return found
}

/** "Do NOT: hand work to the painter": what such a list starts with is not to be done, and so is no handing over. */
const isBanned = (sentence: Statement, at: number, context: Context | undefined): boolean =>
  context?.stance === 'excludes' &&
  context.confidence === 'medium' &&
  !hasWord(plainAt(sentence, sentence.span.start, at))

interface FoundVerb extends Span {
  /** What is handed over, where it stands between the verb and the name. */
  readonly object: string | undefined
}

/** Verbs with their names behind them, and those with what is handed over in between ("escalate bugs to"). */
function verbsIn(sentence: Statement, verb: HandoffVerb): FoundVerb[] {
  const direct = sentence.words
    .filter(({ list }) => list === `verbs.${verb}`)
    .map(({ start, end }) => ({ start, end, object: undefined }))
  const apart = sentence.words
    .filter(({ list }) => list === `objectVerbs.${verb}`)
    .flatMap(({ start, end }) => {
      const particle = particleAt(sentence, end)
      return particle === undefined
        ? []
        : [{ start, end: particle.end, object: plainAt(sentence, end, particle.start) }]
    })
  return [...direct, ...apart]
}

const wordInClause = new RegExp(`(?<=\\s\\S.*\\s)[${letters}]+(?=\\s)`, 'g')

/** The "to" that belongs to a verb before it, in the same clause. */
function particleAt(sentence: Statement, from: number): Span | undefined {
  const clause = /^[^,;:.()]*/.exec(plainAt(sentence, from, Math.min(from + 80, sentence.span.end)))?.[0] ?? ''
  for (const match of clause.matchAll(wordInClause)) {
    const start = from + match.index
    if (isOneOf(match[0], 'particles')) return { start, end: start + match[0].length }
  }
  return undefined
}

const plainAt = (sentence: Statement, from: number, to: number): string =>
  sentence.plain.slice(from - sentence.span.start, to - sentence.span.start)

/** "Use" and its kin have objects of all kinds: only what is surely an agent, or marked, counts. */
const isTarget = (name: WrittenName, verb: HandoffVerb, word: string): boolean =>
  name.form !== 'plain' ||
  /[- ]/.test(name.name) ||
  (verb === 'escalates' && / (?:to|through|via|by|a|an|à)$/.test(word.trimEnd()))

/** "(that's Vera)": in a list of what is others' work, any word behind such a verb may be who does it. */
const isTheirs = ({ name }: WrittenName, verb: HandoffVerb, context: Context | undefined): boolean =>
  verb === 'escalates' && context?.relation === 'escalates' && !isOneOf(name, 'exits')

/** To use, ask or call somebody is often no handing over. */
const isAsking = (word: string): boolean => isOneOf(word.replaceAll(/\s+/g, ' '), 'weakVerbs')

function relationOf(
  verb: HandoffVerb,
  word: string,
  context: Context | undefined,
  sentence: Statement,
  at: number,
): Relation {
  if (verb === 'mentions' || context?.relation === 'mentions') return 'mentions'
  if (!isAsking(word)) return verb
  if (context?.relation !== undefined) return context.relation
  return says(sentence, 'negations', clauseStart(sentence, at), at) || /^consult/i.test(word) ? 'mentions' : verb
}

/** "Not for X (use `y`)": what a parenthesis or another clause says, the "not" before it does not deny. */
function clauseStart(sentence: Statement, at: number): number {
  const before = plainAt(sentence, sentence.span.start, at)
  return sentence.span.start + Math.max(0, ...['(', ';', ':', '—', '–'].map((mark) => before.lastIndexOf(mark)))
}

const topicAround = (sentence: Statement, verbAt: number, name: WrittenName): string => {
  const before = plainAt(sentence, sentence.span.start, verbAt)
  return hasWord(before) ? before : sentence.plain.slice(name.span.end - sentence.span.start)
}

/** "**Test agent** (`tester`)": in a list of whom it calls, what the agent is called stands in code. */
const isMarked = ({ form }: WrittenName): boolean => form === 'marked' || form === 'sure'

/** An item that starts with a name, where the heading or lead says that names follow. */
function listed(sentence: Statement, context: Context | undefined, whole: Statement): Handoff[] {
  if (context?.relation === undefined && context?.stance !== undefined) return []
  const isLead = sentence.lead !== undefined && sentence.lead.span.start - sentence.span.start < 3
  const [name] = namesAt(sentence, sentence.span.start, sentence.span.end)
  if (name === undefined || (name.form === 'plain' && !name.name.includes('-') && !isLead && !isTold(sentence)))
    return []
  const end = name.span.end - sentence.span.start
  const rest = sentence.plain.slice(sentence.plain.charAt(end - 1) === ':' ? end - 1 : end)
  if (!/^[\s`*_]*(?:\([^)]*\))?[\s`*_]*(?:[:–—,→]|-\s|->|$)/.test(rest.replaceAll(codeFill, ' '))) return []
  if (context?.stance === 'excludes' || arrowIn(rest)) return []
  if (context?.relation === undefined)
    return name.form === 'plain' ? [] : [toHandoff(name, 'delegates', rest, whole, context, 'low')]
  return [toHandoff(name, context.relation, rest.replace(/^[\s:–—*`-]+/, ''), whole, context, 'high')]
}

/** "To painter: …", in a list of what is handed over. */
const isTold = ({ plain }: Statement): boolean => isOneOf(/^\s*(\S+)\s/.exec(plain)?.[1] ?? '', 'particles')

const afterName = /^[\s`*_]*(?:\(([^)]*)\)[\s`*_]*)?(?:([,;]\s*)|[.\s]*$)/

/** `ESCALATES TO: painter (colours), printer (paper)`: names behind a label that says so, each with its topic. */
function enumerated(sentence: Statement, context: Context | undefined, whole: Statement): Handoff[] {
  if (context?.relation === undefined || context.stance !== undefined) return []
  const { relation } = context
  const found: Handoff[] = []
  for (let at = sentence.span.start; at < sentence.span.end; ) {
    const names = namesAt(sentence, at, sentence.span.end)
    const last = names.at(-1)
    if (last === undefined) break
    const after = afterName.exec(plainAt(sentence, last.span.end, sentence.span.end).replaceAll(codeFill, '`'))
    if (after === null) break
    for (const name of names) {
      found.push(toHandoff(name, relation, name === last ? (after[1] ?? '') : '', whole, context, 'high'))
    }
    if (after[2] === undefined) break
    at = last.span.end + after[0].length
  }
  return found
}

/** A part of a text that is no Markdown (a description): verbs and arrows only. */
export function readPlainHandoffs(statement: Statement, origin: Origin): Handoff[] {
  const found = sentencesOf(statement).flatMap((sentence) => sentenceHandoffs(sentence, undefined, sentence))
  return onceEach(found.map((handoff) => ({ ...handoff, origin })))
}
