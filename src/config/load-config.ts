import { span } from '../core/span.ts'
import type { FileSystem } from '../io/file-system.ts'
import { type ConfigResult, emptyConfig, type KnownIds } from './config.ts'
import { findConfig } from './find-config.ts'

export interface ConfigRequest {
  /** A file that the user names; nothing is looked for then. */
  readonly path: string | undefined
  /** Read none at all. */
  readonly none: boolean
  /** Absolute: where to start looking. */
  readonly start: string
  readonly known: KnownIds
}

/** Finds, reads and checks the configuration. All mistakes come at once, each with its place. Data only, never code. */
export async function loadConfig(fs: FileSystem, request: ConfigRequest): Promise<ConfigResult> {
  if (request.none)
    return { ok: true, config: emptyConfig, path: undefined, folder: request.start, notes: [], files: [] }
  const { paths, refused } =
    request.path === undefined ? findConfig(fs, request.start) : { paths: [request.path], refused: [] }
  const notes = refused.map((path) => `${path} is not read: configuration is data, never code`)
  const [path, second] = paths
  if (path === undefined) return { ok: true, config: emptyConfig, path, folder: request.start, notes, files: [] }
  if (second !== undefined) {
    const message = `there is a second configuration beside it: ${second}`
    return { ok: false, problems: [{ path, text: '', span: span(0, 0), message, help: undefined }] }
  }
  const { readConfig } = await import('./read-config.ts')
  return readConfig(fs, path, request.known, notes)
}
