import { withSlashes } from './paths.ts'

/** Is the argument a glob? Whether a file of that very name exists is for the caller to ask first. */
export const isGlob = (argument: string): boolean => /[*?[{]/.test(argument)

/**
 * The paths on the disk that a user's glob matches, sorted. Links are not followed, dot folders are met, and what is
 * never entered is not entered here either.
 */
export async function expandGlob(pattern: string, cwd: string): Promise<string[]> {
  const { default: glob } = await import('fast-glob')
  const matches = await glob(withSlashes(pattern), {
    cwd,
    dot: true,
    followSymbolicLinks: false,
    onlyFiles: false,
    markDirectories: false,
    suppressErrors: true,
    unique: true,
    ignore: ['**/node_modules/**', '**/.git/**', '**/.claude/worktrees/**'],
  })
  return matches.toSorted()
}
