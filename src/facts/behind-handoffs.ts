import type { Handoff } from './agent-facts.ts'
import type { Context } from './context.ts'
import { namesAt, type WrittenName } from './names.ts'
import { namesBefore } from './names-before.ts'
import type { PhraseMatch } from './phrases.ts'
import { codeFill, type Statement, says } from './statement.ts'
import { toHandoff } from './to-handoff.ts'

/** "The painter does that", "that is the painter's job": the name stands before the words. `isAlone`: nobody else is named by then. */
export function byWordsBehind(
  sentence: Statement,
  context: Context | undefined,
  whole: Statement,
  isAlone: boolean,
): Handoff[] {
  // "Painter owns the canvas" gives it away in a list of what is others' work; elsewhere, or behind who does it, it only explains.
  const owning = sentence.words.find(({ list }) => list === 'follows.owns')
  const mayOwn = isAlone && sentence.span.start === whole.span.start && context?.relation === 'escalates'
  return sentence.words.flatMap((word) => {
    const relation = mayOwn && word === owning ? 'escalates' : relationOf(sentence, word)
    if (relation === undefined) return []
    const names = [...sharingEnding(sentence, word), ...namesBefore(sentence, word.start)]
    const isTold = context?.relation !== undefined
    const topic = sentence.plain.slice(0, (names[0]?.span.start ?? 0) - sentence.span.start)
    return names
      .filter(({ form, name }) => form !== 'plain' || isTold || name.includes('-'))
      .map((name) =>
        toHandoff(name, isTold ? context.relation : relation, topic, whole, context, isTold ? 'high' : 'medium'),
      )
  })
}

/** More names than this do not share a verb. */
const mostSharing = 8

/** `painter`를, `printer`를 사용한다: names before a comma that have the ending which the words behind the last one start with. */
function sharingEnding(sentence: Statement, { start }: PhraseMatch): WrittenName[] {
  const ending = sentence.text.charAt(start)
  if (ending < '\u3040') return []
  const before = sentence.plain.slice(0, start - sentence.span.start)
  const places = [...before.matchAll(new RegExp(`(?<=[\\w\`*"])${ending}(?=\\s*,)`, 'gu'))].slice(-mostSharing)
  return places.flatMap(({ index }) => namesBefore(sentence, sentence.span.start + index))
}

function relationOf(sentence: Statement, { list, start }: PhraseMatch): 'escalates' | 'delegates' | undefined {
  if (list === 'follows.escalates') return 'escalates'
  if (list === 'follows.delegates') return 'delegates'
  const isOwned = list === 'follows.owned' && /(?:'s|s') +$/.test(sentence.plain.slice(0, start - sentence.span.start))
  return isOwned ? 'escalates' : undefined
}

const separator = /\s(?:[—–-]|--)\s|:\s/g

/** "Pipelines and runners — `ops`": in a list of what is others' work, the line ends in who does it. */
export function behindDash(sentence: Statement, context: Context | undefined, whole: Statement): Handoff[] {
  if (context?.relation !== 'escalates') return []
  const last = [...sentence.plain.matchAll(separator)].at(-1)
  if (last === undefined) return []
  const names = namesAt(sentence, sentence.span.start + last.index + last[0].length, sentence.span.end)
  const end = names.at(-1)?.span.end
  if (end === undefined) return []
  const rest = sentence.plain.slice(end - sentence.span.start).replaceAll(codeFill, '`')
  if (!names.every(isMeantAsName) && !/^['’]s /.test(rest)) return []
  // "— painter-agent desk", "— painter's work": a word may say what it is.
  if (!/^[`*_\s]*(?:\([^)]*\)|(?:['’]s )?[^\s.,;:()]+)?[`*_\s.]*$/.test(rest)) return []
  const topic = sentence.plain.slice(0, last.index)
  return names.map((name) => toHandoff(name, 'escalates', topic, whole, context, context.confidence))
}

/** Is a name written as one, and no word like any other? */
export const isMeantAsName = ({ name, form }: WrittenName): boolean => form !== 'plain' || /[-A-Z]/.test(name)

/** Does a sentence say of itself that somebody else does what it is about? */
export const givesAway = (sentence: Statement, context: Context | undefined): boolean =>
  context?.relation === 'escalates' || says(sentence, 'contexts.excludes')
