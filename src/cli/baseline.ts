import { baselineName } from '../config/baseline-name.ts'
import type { Baseline } from '../core/baseline.ts'
import type { FileSystem } from '../io/file-system.ts'
import { absolutePath, joinPath } from '../io/paths.ts'
import { foldersToTop } from '../io/repository.ts'
import { UsageError } from './environment.ts'
import type { LoadedSettings } from './load-settings.ts'

export interface BaselineFlags {
  /** A file; `false`: none, whatever lies there. */
  readonly baseline?: string | boolean
  readonly updateBaseline?: boolean
  readonly strictBaseline?: boolean
}

/** The baseline of a run; undefined where there is none, and none is to be written. */
export async function loadBaseline(
  { fs, configFolder, configPath }: LoadedSettings,
  flags: BaselineFlags,
  start: string,
): Promise<Baseline | undefined> {
  const { baseline: flag, updateBaseline = false } = flags
  if (flag === false) return undefined
  const named = typeof flag === 'string' ? absolutePath(fs.cwd, flag) : undefined
  const found = named ?? findBaseline(fs, configFolder, start)
  const isThere = found !== undefined && fs.kindOf(found) !== undefined
  if (!isThere && !updateBaseline) {
    if (named === undefined) return undefined
    throw new UsageError(`there is no baseline ${String(flag)}`, '--update-baseline writes it')
  }
  const { newBaseline, readBaseline } = await import('./baseline-on-disk.ts')
  if (isThere) return readBaseline(fs, found, updateBaseline)
  return newBaseline(fs, found ?? joinPath(homeOf(fs, configFolder, configPath), baselineName))
}

/** Beside the configuration, else in the folder of the first path or above, up to the top of the repository. */
function findBaseline(fs: FileSystem, configFolder: string, start: string): string | undefined {
  const folders = [absolutePath(fs.cwd, configFolder), ...foldersAround(fs, start)]
  return folders.map((folder) => joinPath(folder, baselineName)).find((path) => fs.kindOf(path) === 'file')
}

/** From a folder to the top of its repository; outside of one only the folder itself and the current one. */
const foldersAround = (fs: FileSystem, start: string): string[] => foldersToTop(fs, start) ?? [start, fs.cwd]

/** Where a new one goes: beside the configuration, else to the top of the repository, else here. */
function homeOf(fs: FileSystem, configFolder: string, configPath: string | undefined): string {
  if (configPath !== undefined) return absolutePath(fs.cwd, configFolder)
  return foldersAround(fs, fs.cwd).at(-1) ?? fs.cwd
}
