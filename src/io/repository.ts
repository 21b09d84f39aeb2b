import type { FileSystem } from './file-system.ts'
import { folderOf, joinPath } from './paths.ts'

/** A folder and all around it, the inner one first. Absolute. */
export function foldersUp(folder: string): string[] {
  const folders = [folder]
  for (let at = folder; at !== folderOf(at); at = folderOf(at)) folders.push(folderOf(at))
  return folders
}

/** A folder and those around it up to the top of its repository, the inner one first; undefined where it is in none. */
export function foldersToTop(fs: FileSystem, folder: string): string[] | undefined {
  const folders = foldersUp(folder)
  const top = folders.findIndex((at) => fs.kindOf(joinPath(at, '.git')) !== undefined)
  return top === -1 ? undefined : folders.slice(0, top + 1)
}

/** The top of the repository that a folder lies in, if it does. */
export const repositoryTop = (fs: FileSystem, folder: string): string | undefined => foldersToTop(fs, folder)?.at(-1)
