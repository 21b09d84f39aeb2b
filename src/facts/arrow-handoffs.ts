import type { Handoff } from './agent-facts.ts'
import type { Context } from './context.ts'
import { namesAt, type WrittenName } from './names.ts'
import type { Statement } from './statement.ts'
import { toHandoff } from './to-handoff.ts'

const arrow = /→|⇒|➜|➡️?|(?<![-<=])-+>|=>/gu

/** No arrow is without one of these, and few lines have one. */
export const arrowHead = /[>→⇒➜➡]/

/** Names behind an arrow. */
export function byArrow(sentence: Statement, context: Context | undefined, whole: Statement): Handoff[] {
  if (!arrowHead.test(sentence.plain)) return []
  const arrows = [...sentence.plain.matchAll(arrow)]
  const relation = context?.relation ?? 'escalates'
  if (context?.relation === undefined && isProcess(sentence, arrows)) return []
  return arrows.flatMap((match, i) => {
    const from = sentence.span.start + match.index + match[0].length
    const end = sentence.span.start + endOfTargets(sentence, match.index, arrows[i + 1]?.index)
    const topic = sentence.plain.slice(0, match.index)
    return namesAt(sentence, from, end).map((name) =>
      toHandoff(
        name,
        relation,
        topic,
        whole,
        context,
        context?.relation !== undefined ? 'high' : isSure(name) ? 'medium' : 'low',
      ),
    )
  })
}

/** Names end where those of the next arrow start: at the last comma before it. */
function endOfTargets({ plain }: Statement, arrowAt: number, next: number | undefined): number {
  if (next === undefined) return plain.length
  const comma = Math.max(plain.lastIndexOf(',', next), plain.lastIndexOf(';', next))
  return comma > arrowAt ? comma : next
}

/** Several arrows in a row are steps, and no handoffs; with a comma in between each is one of its own. */
const isProcess = ({ plain }: Statement, arrows: readonly RegExpMatchArray[]): boolean =>
  arrows.some(({ index = 0 }, i) => {
    const next = arrows[i + 1]
    return next !== undefined && !/[,;]/.test(plain.slice(index, next.index))
  })

/** An arrow alone may mean anything; beside "the x agent" it means handing over. */
const isSure = ({ form }: WrittenName): boolean => form === 'sure' || form === 'called'

export const arrowIn = (text: string): boolean => arrowHead.test(text) && text.search(arrow) !== -1
