import type { FileSystem } from './file-system.ts'
import { absolutePath, relativePath } from './paths.ts'
import { repositoryTop } from './repository.ts'

/** Paths as a code host wants them: relative to the workspace, else to the top of the repository, else as they are. */
export function workspacePaths(fs: FileSystem, workspace: string | undefined): (path: string) => string {
  const top = workspace !== undefined && workspace !== '' ? absolutePath(fs.cwd, workspace) : repositoryTop(fs, fs.cwd)
  if (top === undefined) return (path) => path
  return (path) => {
    const relative = relativePath(top, absolutePath(fs.cwd, path))
    return relative.startsWith('../') ? path : relative
  }
}
