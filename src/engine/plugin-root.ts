import type { Host } from '../hosts/host-registry.ts'
import type { FileSystem } from '../io/file-system.ts'
import { absolutePath, folderOf, joinPath } from '../io/paths.ts'

/** Is a package that brings agents along what the root belongs to: is the mark of one there, beside the folder? */
export function liesInPlugin(fs: FileSystem, root: string, { plugins }: Host): boolean {
  if (plugins === undefined) return false
  return fs.kindOf(joinPath(folderOf(absolutePath(fs.cwd, root)), plugins.marker)) === 'file'
}
