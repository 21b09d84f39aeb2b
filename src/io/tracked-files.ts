import { runGit } from './git.ts'

/**
 * The files that git tracks in and below a folder (absolute), relative to it, sorted; undefined outside of a repository, or
 * without git.
 */
export function trackedFiles(folder: string): readonly string[] | undefined {
  const answer = runGit(folder, ['ls-files', '-z', '--cached'])
  return answer.ok ? answer.out.toString('utf8').split('\0').filter(Boolean).sort() : undefined
}
