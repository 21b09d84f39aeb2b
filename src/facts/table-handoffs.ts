import { hasWord } from '../core/letters.ts'
import type { Relation } from '../core/relation.ts'
import type { Handoff } from './agent-facts.ts'
import { type Context, contextOf } from './context.ts'
import { namesAt, type WrittenName } from './names.ts'
import type { TableLines } from './reading.ts'
import { codeFill, type Statement, says } from './statement.ts'
import { toHandoff } from './to-handoff.ts'
import { isOneOf } from './vocabulary.ts'

/** The rows of a table that says in its header where work goes. */
export function tableHandoffs({ header, rows, context: above }: TableLines): Handoff[] {
  if (above?.isIncoming === true) return []
  const context = refusedBy(header) ?? above
  const columns = header.flatMap((title, i) => (isTargetTitle(title, context) ? [i] : []))
  if (columns.length === 0) return []
  return rows().flatMap((row) => {
    for (const column of columns) {
      const titled = relationOfTitle(header[column])
      const relation = titled ?? context?.relation ?? 'delegates'
      const isHint = titled === undefined && context?.relation === undefined
      const found = cellHandoffs(row, column, relation, titled !== undefined, context)
      if (isHint) return found.map((handoff) => ({ ...handoff, confidence: 'low' as const }))
      if (found.length > 0) return found
    }
    return []
  })
}

/** "Not your job": what the first column lists goes to whoever the other names. */
function refusedBy([first]: readonly Statement[]): Context | undefined {
  const context = first === undefined ? undefined : contextOf(first, 'section', '')
  return context?.stance === 'excludes' ? context : undefined
}

/** "Agent" alone may head any list; what it is a list of, the heading over it says. */
function isTargetTitle(title: Statement, context: Context | undefined): boolean {
  if (!says(title, 'targetColumns') || title.plain.trim().split(/\s+/).length > 4) return false
  if (context?.relation !== undefined || relationOfTitle(title) !== undefined) return true
  return context === undefined && isAgentTitle(title)
}

/** "Agent", "Subagent": a list of agents, which may be a team or no more than a comparison. */
const isAgentTitle = ({ plain }: Statement): boolean => isOneOf(plain.trim(), 'agentWords')

function relationOfTitle(title: Statement | undefined): Relation | undefined {
  if (title === undefined) return undefined
  if (says(title, 'contexts.escalates')) return 'escalates'
  return says(title, 'contexts.delegates') || says(title, 'delegateColumns') ? 'delegates' : undefined
}

function cellHandoffs(
  row: readonly Statement[],
  column: number,
  relation: Relation,
  isTitled: boolean,
  context: Context | undefined,
): Handoff[] {
  const statement = row[column]
  if (statement === undefined) return []
  const topic = row
    .filter((_, i) => i !== column)
    .map(({ plain }) => plain)
    .join(' ')
  return namesAt(statement, statement.span.start, statement.span.end)
    .filter((name) => name.form !== 'plain' || isWholeCell(statement, name))
    .map((name) => ({
      ...toHandoff(name, relation, topic, statement, context, 'high'),
      isSurelyAgent: name.form === 'sure' || (isTitled && name.form === 'marked' && isOnlyName(statement)),
    }))
}

/** A cell with nothing but names in it. */
const isOnlyName = ({ plain }: Statement): boolean => !hasWord(plain.replaceAll(codeFill, ''))

const isWholeCell = (cell: Statement, name: WrittenName): boolean =>
  cell.text.slice(name.span.end, cell.span.end).replaceAll(/[\s*_`.,/]|\bagent\b/gi, '').length < 40
