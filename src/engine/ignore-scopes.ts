import type { FileSystem } from '../io/file-system.ts'
import { type IgnoreTest, ignoreTest, loadIgnore, readGitignore } from '../io/ignore-rules.ts'
import { folderOf } from '../io/paths.ts'
import { foldersToTop } from '../io/repository.ts'

/** The `.gitignore` files and the config's patterns that hold for a path; deeper ones have the last word. */
export interface IgnoreScopes {
  /** Takes the `.gitignore` of a folder in, if it has one. */
  enter(folder: string): Promise<void>
  isIgnored(path: string, isDirectory: boolean): boolean
}

export interface IgnoreOptions {
  /** The config's patterns, relative to `folder`. */
  readonly patterns: readonly string[]
  readonly folder: string
  /** Look at `.gitignore` files? */
  readonly gitignore: boolean
}

/** All paths are absolute. */
export async function createIgnoreScopes(fs: FileSystem, options: IgnoreOptions): Promise<IgnoreScopes> {
  const { patterns, folder: patternsFolder } = options
  const own = patterns.length === 0 ? undefined : ignoreTest(await loadIgnore(), patterns)
  const tests = new Map<string, IgnoreTest | undefined>()
  return {
    enter: async (folder) => {
      if (!options.gitignore || tests.has(folder)) return
      const text = readGitignore(fs, folder)
      tests.set(folder, text === undefined ? undefined : ignoreTest(await loadIgnore(), text.split(/\r?\n/)))
    },
    isIgnored: (path, isDirectory) => {
      const relative = below(patternsFolder, path)
      if (own !== undefined && relative !== undefined && own(relative, isDirectory) === true) return true
      return lastWord(tests, path, isDirectory)
    },
  }
}

/** The nearest folder above that says something of the path decides. */
function lastWord(tests: ReadonlyMap<string, IgnoreTest | undefined>, path: string, isDirectory: boolean): boolean {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const verdict = tests.get(folder)?.(below(folder, path) ?? path, isDirectory)
    if (verdict !== undefined) return verdict
    if (folder === folderOf(folder)) return false
  }
}

/** `path` relative to `folder`, or undefined where it is not below it. */
export function below(folder: string, path: string): string | undefined {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined
}

/** The folders from the top of the repository that `folder` lies in down to `folder`; none where there is none. */
export const repositoryFolders = (fs: FileSystem, folder: string): string[] =>
  foldersToTop(fs, folder)?.toReversed() ?? []
