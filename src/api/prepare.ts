import { resolve } from 'node:path'
import { createNodeFileSystem, knownIds, type RunRequest } from '../composition.ts'
import { loadConfig } from '../config/load-config.ts'
import { startFolder } from '../config/start-folder.ts'
import type { JsonObject } from '../core/json.ts'
import type { FileSystem } from '../io/file-system.ts'
import { overlayFile } from '../io/overlay-fs.ts'
import { joinPath, withSlashes } from '../io/paths.ts'
import { ConfigurationError } from './configuration-error.ts'

/** What all functions that read agents take. */
export interface RunOptions {
  /** Where relative paths start; paths of the result are relative to it. Default: the current directory. */
  readonly cwd?: string
  /** The host of all folders, by its id; default: as the configuration or the folder says. */
  readonly host?: string
  /** A configuration file, or what would stand in one, or `false` for none. Default: the one that is found. */
  readonly config?: string | false | JsonObject
}

/** The disk, as the run is to see it. */
export const diskAt = (cwd: string | undefined): FileSystem => createNodeFileSystem(resolve(cwd ?? process.cwd()))

/** The request of a run. Throws a `ConfigurationError` for a configuration that cannot be used. */
export async function prepare(
  fs: FileSystem,
  paths: readonly string[],
  { host, config }: RunOptions,
): Promise<RunRequest> {
  const given =
    typeof config === 'object' ? configFile(fs, config) : { fs, path: config === false ? undefined : config }
  const result = await loadConfig(given.fs, {
    path: given.path,
    none: config === false,
    start: startFolder(fs, paths),
    known: knownIds,
  })
  if (!result.ok) throw new ConfigurationError(result.problems)
  return { paths, config: result.config, configFolder: result.folder, host: host === undefined ? [] : [host] }
}

/** A configuration that is in no file is read like one that stands in the current directory. */
function configFile(fs: FileSystem, config: JsonObject): { fs: FileSystem; path: string } {
  const path = joinPath(fs.cwd, 'agent-lint.config.json')
  const bytes = Buffer.from(JSON.stringify(config, null, 2))
  return { fs: overlayFile(fs, path, bytes, bytes.length), path }
}

/** Paths as the project writes them, on Windows too. */
export const slashed = (paths: readonly string[]): string[] => paths.map(withSlashes)
