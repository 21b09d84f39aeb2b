import { complement, dot, notSlash, slash, tidy } from './code-ranges.ts'
import { createNfaBuilder, type Nfa } from './nfa.ts'

/** Paths as files have them: no segment is empty, `.` or `..`. */
export const properPath: Nfa = build()

/** The same, asked of one path. */
export const isProperPath = (path: string): boolean => !/(?:^|\/)\.{0,2}(?:\/|$)/.test(path)

function build(): Nfa {
  const nfa = createNfaBuilder()
  const oneDot = nfa.read(0, dot)
  const twoDots = nfa.read(oneDot, dot)
  const inside = nfa.read(twoDots, notSlash)
  const notDot = complement(tidy([...slash, ...dot]))
  nfa.link(0, notDot, inside)
  nfa.link(oneDot, notDot, inside)
  nfa.link(inside, notSlash, inside)
  nfa.link(inside, slash, 0)
  return nfa.build([inside])
}
