import type { FixLevel } from '../../core/fix.ts'
import type { FileSystem } from '../../io/file-system.ts'
import type { LintResult } from '../lint.ts'
import { rememberReads } from '../remember-reads.ts'
import { type LeftAlone, type Lint, type MendedFile, type Mending, type MendRequest, mend } from './mend.ts'
import { rollBack } from './roll-back.ts'
import { rememberRealPaths } from './with-texts.ts'

export interface FixResult extends LintResult {
  /** The files to write, by path. */
  readonly changes: readonly MendedFile[]
  /** The files that stay as they were although there were fixes for them. */
  readonly left: readonly LeftAlone[]
}

/**
 * Lints, makes the fixes of that level, and lints again; the report is of the files as they are with their fixes. Reads
 * each file once, and writes none: that is the caller's to do, and to say. Files for which `isUnstaged` holds stay as they are.
 */
export async function fixFleets(
  disk: FileSystem,
  lint: Lint,
  level: FixLevel,
  isUnstaged?: (path: string) => boolean,
): Promise<FixResult> {
  const fs = rememberRealPaths(rememberReads(disk))
  const { files, left, result } = await settle({ fs, lint, level, first: await lint(fs), isUnstaged })
  const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1)
  return { ...result, changes: [...files.values()].toSorted(byPath), left: [...left.values()].toSorted(byPath) }
}

/** What is left in one round may be what else was fixed because of another file, so then it all starts again without it. */
const roundLimit = 10

async function settle(request: MendRequest): Promise<Mending> {
  let left: Mending['left'] = new Map()
  for (let round = 1; ; round++) {
    const mending = await rollBack(request, await mend(request, left))
    if (mending.left.size === left.size) return mending
    left = round < roundLimit ? mending.left : withAll(mending)
  }
}

/** Nothing is fixed where nobody can say what should be. */
function withAll({ files, left }: Mending): Mending['left'] {
  const all = new Map(left)
  for (const [real, { path }] of files) all.set(real, { path, why: 'endless', rules: [] })
  return all
}
