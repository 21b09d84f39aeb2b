import type { Confidence } from '../core/diagnostic.ts'
import { hasWord } from '../core/letters.ts'
import type { Relation } from '../core/relation.ts'
import type { Handoff } from './agent-facts.ts'
import type { Context } from './context.ts'
import type { WrittenName } from './names.ts'
import { pathsIn } from './paths.ts'
import { codeFill, type Statement, says } from './statement.ts'
import { isOneOf } from './vocabulary.ts'

/** A handoff to a name; `topic` is the text that it is about, marks and all, `whole` the line. */
export function toHandoff(
  name: WrittenName,
  relation: Relation,
  topic: string,
  whole: Statement,
  context: Context | undefined,
  confidence: Confidence,
): Handoff {
  const words = topic
    .replaceAll(codeFill, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s:*–—-]+|[\s:*(–—-]+$/g, '')
    .trim()
  return {
    to: name.name,
    relation,
    topic: hasWord(words) ? words.slice(0, 200) : undefined,
    paths: pathsIn(whole)
      .filter(({ span: at }) => at.end <= name.span.start || at.start >= name.span.end)
      .map(({ pattern }) => pattern),
    exit: says(whole, 'exitPhrases'),
    isSurelyAgent: name.form === 'sure',
    isLikelyAgent: name.form === 'marked' && context?.relation === 'escalates' && inKebabCase.test(name.name),
    isCall: false,
    origin: context?.origin ?? 'prose',
    confidence: isRole(name, whole) ? 'low' : confidence,
    span: name.span,
  }
}

const inKebabCase = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/

/** "→ Developer responsibility": of a word that people are called by, what is theirs is no handing over. */
const isRole = ({ name, form, span: { end } }: WrittenName, whole: Statement): boolean =>
  form === 'plain' && isOneOf(name, 'exits') && says(whole, 'follows.owned', end, end + 18)
