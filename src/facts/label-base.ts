import type { Context } from './context.ts'
import { pathsIn } from './paths.ts'
import type { Line } from './reading.ts'
import { partOf, type Statement } from './statement.ts'

/** The one folder that a label names; empty where there is none, or several. */
export function baseOf(statement: Statement): string {
  const folders = pathsIn(statement).filter(({ pattern }) => !/[*?]/.test(pattern))
  return folders.length === 1 ? (folders[0]?.pattern ?? '') : ''
}

/** "These, in `a/`:" says where the paths below it are, and what they are is said above it. */
export function placedBy(label: Statement, above: Context | undefined): Context | undefined {
  const base = above?.stance === undefined || above.base !== '' ? '' : baseOf(label)
  return above === undefined || !base.endsWith('/') ? undefined : { ...above, base, label: label.span }
}

/** "**You own `a/`** — the routes": what a label names is a claim, unless what follows lies in it. */
export function placesIn(line: Statement, context: Context | undefined, isItem: boolean): Line[] {
  if (context?.stance === undefined) return []
  const { start, end } = context.label
  return line.text.slice(start, end).includes('`') ? [{ statement: partOf(line, start, end), context, isItem }] : []
}
