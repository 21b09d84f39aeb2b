import type { Glob } from './glob.ts'
import { matches } from './match.ts'
import type { Nfa } from './nfa.ts'
import { isProperPath, properPath } from './proper-path.ts'
import { type Budget, createBudget, type Found, search } from './search.ts'

/** More than nearly all pairs need by a factor of a hundred; a tenth of a second. */
const stepsOfOne = 200_000

export type Witness = Found

/**
 * A path that all of `included` mean and none of `excluded` does, one of the shortest; `none` where there is none at all,
 * which is exact; `undecided` where finding out takes more steps than the budget has.
 */
export function witness(
  included: readonly Glob[],
  excluded: readonly Glob[],
  budget: Budget = createBudget(stepsOfOne),
): Witness {
  if (!mayMeet(included)) return 'none'
  const near = excluded.filter((glob) => included.every((one) => mayMeet([one, glob])))
  const toll = tollOf(included) + tollOf(near)
  if (toll > 0 && budget.left <= 0) return 'undecided'
  budget.left -= toll
  const plain = plainWitness(included, near)
  if (plain !== undefined) return { path: plain }
  const own = createBudget(Math.min(budget.left, stepsOfOne))
  const before = own.left
  const found = properly(
    included.map(({ nfa }) => nfa),
    near.map(({ nfa }) => nfa),
    own,
  )
  budget.left -= before - own.left
  return typeof found === 'string' ? found : { path: readable(found.path, included, near) }
}

/** Patterns of hundreds of characters cost by looking at them alone; others nothing that is worth counting. */
const tollOf = (globs: readonly Glob[]): number =>
  globs.reduce((sum, { weight }) => sum + 10 * Math.floor(weight / 100), 0)

/** Nearly all paths that are found are proper ones; only where one is not, that is asked for from the start. */
function properly(included: readonly Nfa[], excluded: readonly Nfa[], budget: Budget): Found {
  const found = search(included, excluded, budget)
  return typeof found === 'string' || isProperPath(found.path)
    ? found
    : search([...included, properPath], excluded, budget)
}

/**
 * Most patterns meet in the folder that the longer one starts with: that path, or the shortest one below it, is tried before
 * anything is searched.
 */
function plainWitness(included: readonly Glob[], excluded: readonly Glob[]): string | undefined {
  const folders = included.map(({ literal }) => literal).sort((a, b) => b.length - a.length)
  const folder = folders[0]?.join('/') ?? ''
  const below = folder === '' ? '' : `${folder}/`
  const ending = included.find((glob) => /^[./]/.test(glob.ending))?.ending ?? ''
  const named = ending.startsWith('/') ? below + ending.slice(1) : `${below}x${ending}`
  return [folder, `${below}x`, named].find((path) => path !== '' && isMeant(path, included, excluded))
}

const isMeant = (path: string, included: readonly Glob[], excluded: readonly Glob[]): boolean =>
  included.every((glob) => matches(glob, path)) && !excluded.some((glob) => matches(glob, path))

/** Is everything that `inner` means also meant by one of `outer`? Undefined where that is not decided within the budget. */
export function isInside(inner: Glob, outer: readonly Glob[], budget?: Budget): boolean | undefined {
  if (outer.some((folder) => liesBelow(inner, folder))) return true
  const found = witness([inner], outer, budget)
  return found === 'undecided' ? undefined : found === 'none'
}

/** The common case, which its looks decide: everything starts below a folder that is meant as a whole. */
const liesBelow = (inner: Glob, { isFolder, literal }: Glob): boolean =>
  isFolder && inner.literal.length > literal.length && isAlong(inner.literal, literal)

/** Can files lie where all patterns start and end? Most pairs differ there, and need no search. */
export function mayMeet(globs: readonly Glob[]): boolean {
  const [first, ...others] = globs
  return first === undefined || others.every((other) => isAlong(first.literal, other.literal) && endAlike(first, other))
}

function isAlong(a: readonly string[], b: readonly string[]): boolean {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) return false
  return true
}

const endAlike = (a: Glob, b: Glob): boolean => a.ending.endsWith(b.ending) || b.ending.endsWith(a.ending)

/** `src/.ts` is the shortest; `src/x.ts` is what people call their files. */
function readable(path: string, included: readonly Glob[], excluded: readonly Glob[]): string {
  const named = path.replaceAll(/(^|\/)(?=\.[^/]*$)/g, '$1x')
  return isMeant(named, included, excluded) ? named : path
}
