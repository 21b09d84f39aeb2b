import type { FixLevel } from '../../core/fix.ts'
import type { FileSystem } from '../../io/file-system.ts'
import type { LintResult } from '../lint.ts'
import { rememberReads } from '../remember-reads.ts'
import { type LeftAlone, type Lint, type MendedFile, mend } from './mend.ts'
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
 * each file once, and writes none: that is the caller's to do, and to say.
 */
export async function fixFleets(disk: FileSystem, lint: Lint, level: FixLevel): Promise<FixResult> {
  const fs = rememberRealPaths(rememberReads(disk))
  const first = await lint(fs)
  const { files, left, result } = await rollBack(fs, lint, first, await mend(fs, lint, level, first))
  const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1)
  return { ...result, changes: [...files.values()].toSorted(byPath), left: left.toSorted(byPath) }
}
