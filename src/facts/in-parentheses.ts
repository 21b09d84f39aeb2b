import { letters, wordLetters } from '../core/letters.ts'
import type { Handoff } from './agent-facts.ts'
import { isMeantAsName } from './behind-handoffs.ts'
import type { Context } from './context.ts'
import { namesAt, type WrittenName } from './names.ts'
import { plainBetween, type Statement, says } from './statement.ts'
import { toHandoff } from './to-handoff.ts'
import { isOneOf } from './vocabulary.ts'

/** "(backend-developer)", "(delegate to x)", "(x's zone)" behind what is not this agent's. */
export function inParentheses(
  sentence: Statement,
  context: Context | undefined,
  whole: Statement,
  isFit: (name: WrittenName) => boolean = () => true,
): Handoff[] {
  return [...sentence.plain.matchAll(/[(（]/g)].flatMap((match) => {
    const from = sentence.span.start + match.index + 1
    const close = sentence.plain.indexOf(')', match.index)
    const end = close === -1 ? sentence.span.end : sentence.span.start + close
    const inside = sentence.plain.slice(match.index + 1, end - sentence.span.start)
    const names = namesAt(sentence, from, end)
    const isOwner = says(sentence, 'ownerWords', from, end)
    const isOnlyName =
      names.length > 0 && (names.at(-1)?.span.end ?? 0) >= end - 1 - (/\W*$/.exec(inside)?.[0].length ?? 0)
    const isTold = context?.relation === 'escalates'
    const roles = isTold && !isOnlyName ? roleIn(sentence, from, end) : []
    const areNames = isOwner || isOnlyName || (isTold && (names.every(isMeantAsName) || isLed(sentence, names)))
    return [...(areNames ? names : []), ...roles]
      .filter(isFit)
      .map((name) =>
        toHandoff(
          name,
          context?.relation ?? 'escalates',
          sentence.plain.slice(0, match.index),
          whole,
          context,
          context?.confidence ?? 'medium',
        ),
      )
  })
}

const role = new RegExp(`^[${letters}][${wordLetters}]*(?:[ -][${wordLetters}]+){1,3}$`)

const telling = /^(?:verbs|objectVerbs|follows)\.|^ownerWords$/

/** "(canvas-painting lead)": a few words in parentheses and nothing else may be what an agent is called, if none of them tells more. */
function roleIn(sentence: Statement, from: number, end: number): WrittenName[] {
  const name = plainBetween(sentence, from, end)
  if (name.length > 40 || !role.test(name) || isOneOf(name, 'exits')) return []
  const isTelling = sentence.words.some(({ list, start }) => start >= from && start < end && telling.test(list))
  return isTelling ? [] : [{ name, span: { start: from, end }, form: 'called' }]
}

/** "(painter; tell it the shade)": what it is told comes behind the name. */
const isLed = (sentence: Statement, names: readonly WrittenName[]): boolean =>
  /^[\uE000*]*[;,:]\s/.test(plainBetween(sentence, names.at(-1)?.span.end ?? sentence.span.end, sentence.span.end))
