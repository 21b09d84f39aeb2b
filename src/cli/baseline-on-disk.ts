import { formatBaseline, parseBaseline, salvageBaseline } from '../config/baseline-file.ts'
import type { Baseline, BaselineEntry } from '../core/baseline.ts'
import type { FileSystem } from '../io/file-system.ts'
import { absolutePath, folderOf, relativePath } from '../io/paths.ts'
import { writeOwnFile } from '../io/write-own-file.ts'
import { safeText } from '../reporters/safe-text.ts'
import { type Environment, UsageError } from './environment.ts'

/** One that is not written yet, or what was read of one. `path` is absolute. */
export function newBaseline(fs: FileSystem, path: string, text = '', entries: readonly BaselineEntry[] = []): Baseline {
  return { path: relativePath(fs.cwd, path), folder: folderOf(path), text, entries }
}

/** Throws a usage error for what is no baseline; where it is to be written anew, what can be read of it must do. */
export function readBaseline(fs: FileSystem, path: string, isUpdate: boolean): Baseline {
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
  const failure = writeOwnFile(absolutePath(fs.cwd, before.path), text)
  if (failure !== undefined) throw new UsageError(`${before.path} could not be written: ${failure.why}`)
  const noun = entries.length === 1 ? 'entry' : 'entries'
  const earlier = before.text === '' ? '' : ` (before: ${before.entries.length})`
  stderr.write(`agent-lint: wrote ${path}: ${entries.length} ${noun}${earlier}\n`)
  return { ...before, text, entries }
}
