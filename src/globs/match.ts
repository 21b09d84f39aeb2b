import type { Glob } from './glob.ts'
import { type StateSet, step } from './nfa.ts'

/** Does the pattern mean this file? `path` is relative to the project, with `/`. Linear in the path. */
export function matches(glob: Glob, path: string): boolean {
  if (!path.endsWith(glob.ending) || !path.startsWith(glob.literal.join('/'))) return false
  const { nfa } = glob
  let states: StateSet = [0]
  for (const char of path) {
    states = step(nfa, states, char.codePointAt(0) ?? 0)
    if (states.length === 0) return false
  }
  return states.some(nfa.accepts)
}
