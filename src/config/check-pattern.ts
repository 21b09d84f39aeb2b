import { quote } from '../core/message.ts'
import type { Span } from '../core/span.ts'
import { type GlobProblem, isGlob, parseGlob } from '../globs/index.ts'
import type { Mistake } from './mistake.ts'

const reasons: Readonly<Record<GlobProblem['problem'], string>> = {
  empty: 'it is empty',
  'too-long': 'it is too long',
  outside: 'it leads out of the project',
  absolute: 'it is the path of one machine',
  negated: 'a pattern cannot be turned round with `!`',
  unbalanced: 'a bracket is not closed',
}

/** What keeps a text from being a pattern of paths, if anything does. */
export function checkPattern(pattern: string, span: Span): Mistake[] {
  const parsed = parseGlob(pattern)
  if (isGlob(parsed)) return []
  return [{ span, message: `${quote(pattern)} is no pattern of paths: ${reasons[parsed.problem]}`, help: undefined }]
}
