// One dialect of path patterns, and one engine for all that is asked of them: see dialect.md.
export { type Glob, type GlobProblem, isGlob } from './glob.ts'
export { matches } from './match.ts'
export { parseGlob } from './parse-glob.ts'
export { type Budget, createBudget } from './search.ts'
export { withSeparators } from './separators.ts'
export { isInside, mayMeet, type Witness, witness } from './witness.ts'
