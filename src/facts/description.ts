import type { Cited } from '../core/value.ts'
import type { Claim, Handoff } from './agent-facts.ts'
import { readPlainHandoffs } from './handoffs.ts'
import { exclusionsIn } from './ownership.ts'
import { readStatement, type Statement } from './statement.ts'
import { hasTellingWord } from './vocabulary.ts'

/** More than this of a description nobody reads. */
const longestText = 5000

/** What a description gives away: from it only exclusions and handoffs are taken, as it praises more than it rules. */
export function readDescription(
  text: string,
  description: Cited<string> | undefined,
): { claims: Claim[]; handoffs: Handoff[] } {
  if (description === undefined) return { claims: [], handoffs: [] }
  const at = {
    start: description.span.start,
    end: Math.min(description.span.end, description.span.start + longestText),
  }
  if (!hasTellingWord(text, at)) return { claims: [], handoffs: [] }
  const statement = withBreaks(readStatement(text, at))
  const prose = withoutExamples(statement)
  return { claims: exclusionsIn(prose), handoffs: readPlainHandoffs(prose, 'prose') }
}

/** A backslash and an `n` end a line for whoever reads the description: two units either way. */
const withBreaks = (statement: Statement): Statement => ({
  ...statement,
  plain: statement.plain.replaceAll('\\n', '. ').replaceAll('\\"', '  '),
})

/** What stands in examples is talk, and talks about other agents too. */
function withoutExamples(statement: Statement): Statement {
  const start = statement.plain.search(/<example>|\bExamples?:/)
  if (start === -1) return statement
  return {
    ...statement,
    plain: statement.plain.slice(0, start).padEnd(statement.plain.length, ' '),
    codes: statement.codes.filter(({ span }) => span.start < statement.span.start + start),
  }
}
