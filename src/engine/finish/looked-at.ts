import type { BaselineEntry } from '../../core/baseline.ts'
import type { FileSystem } from '../../io/file-system.ts'
import { absolutePath } from '../../io/paths.ts'
import type { TrackedOnly } from '../discover.ts'
import { below } from '../ignore-scopes.ts'
import { isOnFor } from '../run-rule.ts'
import type { Settings } from '../settings.ts'
import type { Focus } from './focus.ts'

export interface Looked {
  /** As the user named them; none: the current directory. */
  readonly paths: readonly string[]
  /** The roots that were read, relative to the current directory. */
  readonly roots: readonly string[]
  /** Files and folders that could not be read. */
  readonly unreadable: readonly string[]
  /** Where not all findings are asked for. */
  readonly focus: Focus | undefined
  /** Untracked files do not count. */
  readonly tracked?: TrackedOnly | undefined
}

/**
 * Would this run have found what an entry is about? Not where its rule is off, its files could not be read or lie in a folder
 * that was not, or other files are in focus.
 */
export function lookedAt(
  fs: FileSystem,
  { paths, roots, unreadable, focus, tracked }: Looked,
  settings: Settings,
  baselineFolder: string,
): (entry: BaselineEntry) => boolean {
  const absolute = (path: string): string => absolutePath(fs.cwd, path)
  const rootPaths = roots.map(absolute)
  const folders = (paths.length === 0 ? ['.'] : paths).map(absolute).filter((path) => fs.kindOf(path) === 'directory')
  const closed = unreadable.map(absolute)
  const focused = focus === undefined ? undefined : new Set(focus.files.map(absolute))
  const isBelow = (path: string, tops: readonly string[]): boolean => tops.some((top) => below(top, path) !== undefined)
  const isRead = (path: string): boolean => {
    const isUntracked = tracked !== undefined && !tracked.files.has(path) && fs.kindOf(path) !== undefined
    if (isUntracked || closed.includes(path) || isBelow(path, closed)) return false
    return isBelow(path, rootPaths) || (isBelow(path, folders) && fs.kindOf(path) === undefined)
  }
  return ({ rule, agents }) => {
    const own = settings.rules.find(({ meta }) => meta.id === rule)
    const files = agents.map((agent) => absolutePath(baselineFolder, agent))
    const isAsked = focused === undefined || files.some((path) => focused.has(path))
    const isOnAll = own === undefined || files.every((path) => isOnFor(own, settings, path))
    return isAsked && isOnAll && files.every(isRead)
  }
}
