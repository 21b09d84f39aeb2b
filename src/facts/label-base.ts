import type { Context } from './context.ts'
import { pathsIn } from './paths.ts'
import type { Statement } from './statement.ts'

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
