import type { FileSystem } from './file-system.ts'
import { absolutePath, folderOf, joinPath, relativePath } from './paths.ts'

/** Paths as a code host wants them: relative to the workspace, else to the top of the repository, else as they are. */
export function workspacePaths(fs: FileSystem, workspace: string | undefined): (path: string) => string {
  const top = workspace !== undefined && workspace !== '' ? absolutePath(fs.cwd, workspace) : repositoryTop(fs)
  if (top === undefined) return (path) => path
  return (path) => {
    const relative = relativePath(top, absolutePath(fs.cwd, path))
    return relative.startsWith('../') ? path : relative
  }
}

function repositoryTop(fs: FileSystem): string | undefined {
  for (let folder = fs.cwd; ; folder = folderOf(folder)) {
    if (fs.kindOf(joinPath(folder, '.git')) !== undefined) return folder
    if (folder === folderOf(folder)) return undefined
  }
}
