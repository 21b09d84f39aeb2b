import { baselineName, formatBaseline, parseBaseline, salvageBaseline } from '../config/baseline-file.ts'
import type { Baseline, BaselineEntry } from '../core/baseline.ts'
import type { FileSystem } from '../io/file-system.ts'
import { writeAtomically } from '../io/node-fs.ts'
import { absolutePath, folderOf, joinPath, relativePath } from '../io/paths.ts'
import { safeText } from '../reporters/safe-text.ts'
import { type Environment, UsageError } from './environment.ts'
import type { LoadedSettings } from './load-settings.ts'

export interface BaselineFlags {
  /** A file; `false`: none, whatever lies there. */
  readonly baseline?: string | boolean
  readonly updateBaseline?: boolean
  readonly strictBaseline?: boolean
}

/** The baseline of a run; undefined where there is none, and none is to be written. */
export function loadBaseline(
  { fs, configFolder, configPath }: LoadedSettings,
  flags: BaselineFlags,
  start: string,
): Baseline | undefined {
  const { baseline: flag, updateBaseline = false } = flags
  if (flag === false) return undefined
  const named = typeof flag === 'string' ? absolutePath(fs.cwd, flag) : undefined
  const found = named ?? findBaseline(fs, configFolder, start)
  if (found !== undefined && fs.kindOf(found) !== undefined) return readBaseline(fs, found, updateBaseline)
  if (updateBaseline) return newBaseline(fs, found ?? joinPath(homeOf(fs, configFolder, configPath), baselineName))
  if (named !== undefined) {
    throw new UsageError(`there is no baseline ${String(flag)}`, '--update-baseline writes it')
  }
  return undefined
}

/** Beside the configuration, else in the folder of the first path or above, up to the top of the repository. */
function findBaseline(fs: FileSystem, configFolder: string, start: string): string | undefined {
  const folders = [absolutePath(fs.cwd, configFolder), ...foldersUp(fs, start)]
  return folders.map((folder) => joinPath(folder, baselineName)).find((path) => fs.kindOf(path) === 'file')
}

/** From a folder to the top of its repository; outside of one only the folder itself and the current one. */
function foldersUp(fs: FileSystem, start: string): string[] {
  const folders: string[] = []
  for (let folder = start; ; folder = folderOf(folder)) {
    folders.push(folder)
    if (fs.kindOf(joinPath(folder, '.git')) !== undefined) return folders
    if (folder === folderOf(folder)) return [start, fs.cwd]
  }
}

/** Where a new one goes: beside the configuration, else to the top of the repository, else here. */
function homeOf(fs: FileSystem, configFolder: string, configPath: string | undefined): string {
  if (configPath !== undefined) return absolutePath(fs.cwd, configFolder)
  return foldersUp(fs, fs.cwd).at(-1) ?? fs.cwd
}

function newBaseline(fs: FileSystem, path: string, text = '', entries: readonly BaselineEntry[] = []): Baseline {
  return { path: relativePath(fs.cwd, path), folder: folderOf(path), text, entries }
}

function readBaseline(fs: FileSystem, path: string, isUpdate: boolean): Baseline {
  const shown = relativePath(fs.cwd, path)
  const read = fs.readFile(path)
  if (!read.ok) throw new UsageError(`${shown} cannot be read: ${read.failure.why}`)
  const { text, truncated } = read.value
  if (truncated) throw new UsageError(`${shown} is larger than a baseline can be (1 MiB)`)
  const parsed = parseBaseline(text)
  if (parsed.ok) return newBaseline(fs, path, text, parsed.entries)
  if (isUpdate) return newBaseline(fs, path, text, salvageBaseline(text))
  throw new UsageError(`${shown} is no baseline: ${parsed.why}`, '--update-baseline writes it anew')
}

/** Writes what is found now, says so, and gives the baseline that holds from here on. */
export function writeBaseline(
  { stderr }: Environment,
  fs: FileSystem,
  before: Baseline,
  entries: readonly BaselineEntry[],
): Baseline {
  const text = formatBaseline(entries)
  const path = safeText(before.path)
  if (text === before.text || (entries.length === 0 && before.text === '')) {
    stderr.write(`agent-lint: ${entries.length === 0 ? 'nothing to put into a baseline' : `${path} is up to date`}\n`)
    return { ...before, entries }
  }
  const failure = writeAtomically(absolutePath(fs.cwd, before.path), text)
  if (failure !== undefined) throw new UsageError(`${before.path} could not be written: ${failure.why}`)
  const total = (list: readonly BaselineEntry[]): number => list.reduce((sum, { count }) => sum + count, 0)
  stderr.write(`agent-lint: wrote ${path}: ${total(entries)} findings (before: ${total(before.entries)})\n`)
  return { ...before, text, entries }
}
