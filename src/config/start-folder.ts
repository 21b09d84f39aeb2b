import type { FileSystem } from '../io/file-system.ts'
import { folderOf } from '../io/paths.ts'

/** The folder of the first path, if it is there; configuration is looked for from there upwards. */
export function startFolder(fs: FileSystem, paths: readonly string[]): string {
  const [first] = paths
  if (first === undefined) return fs.cwd
  const kind = fs.kindOf(first)
  const real = kind === undefined ? undefined : fs.realPath(first)
  if (real === undefined) return fs.cwd
  return kind === 'directory' ? real : folderOf(real)
}
