import type { FileSystem } from '../io/file-system.ts'
import { type IgnoreTest, ignoreTest, loadIgnore, readGitignore } from '../io/ignore-rules.ts'
import { folderOf, joinPath } from '../io/paths.ts'

interface Scope {
  /** Absolute. */
  readonly folder: string
  readonly test: IgnoreTest
}

/** The `.gitignore` files and the config's patterns that hold for a path; deeper ones have the last word. */
export interface IgnoreScopes {
  /** Takes the `.gitignore` of a folder in, if it has one. */
  enter(folder: string): Promise<void>
  isIgnored(path: string, isDirectory: boolean): boolean
}

/** `patterns` are the config's, relative to `patternsFolder`. All paths are absolute. */
export async function createIgnoreScopes(
  fs: FileSystem,
  patterns: readonly string[],
  patternsFolder: string,
): Promise<IgnoreScopes> {
  const scopes: Scope[] = []
  const own = patterns.length === 0 ? undefined : ignoreTest(await loadIgnore(), patterns)
  const entered = new Set<string>()
  return {
    enter: async (folder) => {
      if (entered.has(folder)) return
      entered.add(folder)
      const text = readGitignore(fs, folder)
      if (text !== undefined) scopes.push({ folder, test: ignoreTest(await loadIgnore(), text) })
    },
    isIgnored: (path, isDirectory) => {
      const relative = below(patternsFolder, path)
      if (own !== undefined && relative !== undefined && own(relative, isDirectory) === true) return true
      return lastWord(scopes, path, isDirectory)
    },
  }
}

function lastWord(scopes: readonly Scope[], path: string, isDirectory: boolean): boolean {
  let ignored = false
  for (const { folder, test } of scopes) {
    const relative = below(folder, path)
    if (relative !== undefined) ignored = test(relative, isDirectory) ?? ignored
  }
  return ignored
}

/** `path` relative to `folder`, or undefined where it is not below it. */
export function below(folder: string, path: string): string | undefined {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined
}

/** The folders from the top of the repository that `folder` lies in down to `folder`; alone where there is none. */
export function repositoryFolders(fs: FileSystem, folder: string): string[] {
  const folders = [folder]
  for (let at = folder; ; at = folderOf(at)) {
    if (at !== folder) folders.unshift(at)
    if (fs.kindOf(joinPath(at, '.git')) !== undefined) return folders
    if (at === folderOf(at)) return [folder]
  }
}
