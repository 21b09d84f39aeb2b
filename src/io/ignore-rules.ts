import type { Ignore } from 'ignore'
import type { FileSystem } from './file-system.ts'
import { joinPath } from './paths.ts'

/**
 * What one set of rules says of a path: true, it is ignored; false, it is not in spite of rules above; undefined,
 * nothing. Paths are relative to the folder that the rules were made for.
 */
export type IgnoreTest = (path: string, isDirectory: boolean) => boolean | undefined

let loading: Promise<() => Ignore> | undefined

/** Loads the library that knows `.gitignore`, once; most runs meet no such file. */
export function loadIgnore(): Promise<() => Ignore> {
  loading ??= import('ignore').then((module) => module.default)
  return loading
}

/** Rules of one `.gitignore` text. */
export function ignoreTest(create: () => Ignore, patterns: string | readonly string[]): IgnoreTest {
  const rules = create().add(typeof patterns === 'string' ? patterns : [...patterns])
  return (path, isDirectory) => {
    const { ignored, unignored } = rules.test(isDirectory ? `${path}/` : path)
    return ignored ? true : unignored ? false : undefined
  }
}

/** The `.gitignore` of a folder, or undefined where there is none to read. */
export function readGitignore(fs: FileSystem, folder: string): string | undefined {
  const read = fs.readFile(joinPath(folder, '.gitignore'))
  return read.ok ? read.value.text : undefined
}
