import { nearest } from '../core/nearest.ts'
import type { NoChanges } from '../io/changed-files.ts'
import { UsageError } from './environment.ts'

const shallow =
  'this clone is shallow: get the rest of the history first (`git fetch --unshallow`, or `fetch-depth: 0`)'

/** Why git could not say what a flag asks for. */
export function explainNoChanges(problem: NoChanges, flag: string, folder: string): UsageError {
  switch (problem.kind) {
    case 'no-git':
      return new UsageError(`${flag} needs git, which is not there`)
    case 'no-repository':
      return new UsageError(`${flag} needs a git repository, and ${folder} is in none`)
    case 'unknown-ref': {
      const near = nearest(problem.ref, problem.refs)
      const help = near === undefined ? undefined : `did you mean ${near}?`
      return new UsageError(`${flag}: git knows no commit called ${problem.ref}`, problem.isShallow ? shallow : help)
    }
    case 'no-common-commit':
      return new UsageError(
        `${flag}: no commit is known from which both ${problem.ref} and this branch come`,
        problem.isShallow ? shallow : undefined,
      )
    case 'failed':
      return new UsageError(`${flag}: git cannot say${problem.why === '' ? '' : `: ${problem.why}`}`)
  }
}
