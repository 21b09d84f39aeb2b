import type { Glob } from './glob.ts'
import { accepts, closure, step } from './nfa.ts'

/** Does the pattern mean this file? `path` is relative to the project, with `/`. Linear in the path. */
export function matches({ nfa, literal }: Glob, path: string): boolean {
  if (!startsWith(path, literal)) return false
  let states = closure(nfa, [0])
  for (let at = 0; at < path.length && states.length > 0; at++) states = step(nfa, states, path.charCodeAt(at))
  return accepts(nfa, states)
}

function startsWith(path: string, segments: readonly string[]): boolean {
  const prefix = segments.join('/')
  return path.startsWith(prefix)
}
