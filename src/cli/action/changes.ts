import { changedFiles } from '../../io/changed-files.ts'
import type { FileSystem } from '../../io/file-system.ts'
import { relativePath } from '../../io/paths.ts'
import { explainNoChanges } from '../explain-no-changes.ts'
import { baseCommit } from './base-commit.ts'
import type { Variables } from './inputs.ts'

/** What the event of a workflow changes. */
export type EventChanges =
  | { readonly ok: true; readonly base: string; readonly files: ReadonlySet<string> }
  | { readonly ok: false; readonly why: string }

/** The files that differ from the commit that the event names, relative to the current directory; or why that is not known. */
export function eventChanges(fs: FileSystem, env: Variables): EventChanges {
  const base = baseCommit(fs, env)
  if (base === undefined) return { ok: false, why: 'this event names no commit to compare with' }
  const changes = changedFiles(fs.cwd, { kind: 'changed', since: base })
  if (changes.ok) {
    return { ok: true, base, files: new Set(changes.files.map(({ path }) => relativePath(fs.cwd, path))) }
  }
  const { message, help } = explainNoChanges(changes.problem, 'the commit of the event', fs.cwd)
  return { ok: false, why: help === undefined ? message : `${message}; ${help}` }
}
