import { lint } from '../composition.ts'
import { wasCommitted } from '../io/changed-files.ts'
import type { FileSystem } from '../io/file-system.ts'
import { safeText } from '../reporters/safe-text.ts'
import type { Environment } from './environment.ts'
import { isPlainPath } from './init-files.ts'
import type { LoadedSettings } from './load-settings.ts'

/**
 * For a run that is part of a commit: of the paths that match nothing, those that git never had either, which are
 * mistakes. Undefined where there are none and nothing is left to lint: the last agent is gone, which is said.
 */
export function stillMissing(
  { cwd, stderr }: Environment,
  { paths, unmatched, isEmpty }: { paths: readonly string[]; unmatched: readonly string[]; isEmpty: boolean },
): readonly string[] | undefined {
  const wrong: string[] = []
  // Without paths the usual places were looked at, and none of them has to be there.
  for (const path of paths.length === 0 ? [] : unmatched) {
    if (wasCommitted(cwd, path)) stderr.write(`note: ${safeText(path)} is no longer there\n`)
    else wrong.push(path)
  }
  if (!isEmpty || wrong.length > 0) return wrong
  stderr.write('note: no agents here, so there is nothing to lint\n')
  return undefined
}

/** More folders than anybody would name one by one. */
const mostFolders = 3

/** What to name where the usual places have no agents: a few folders that have, if they can be typed as they are. */
export async function agentFolders(fs: FileSystem, settings: LoadedSettings): Promise<readonly string[]> {
  const { report } = await lint(fs, { ...settings, paths: ['.'], rules: [] })
  const roots = [...new Set(report.fleets.map(({ root }) => root))]
  return roots.length <= mostFolders && roots.every(isPlainPath) ? roots : ['.']
}
