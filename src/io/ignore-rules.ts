import type { Ignore } from 'ignore'
import type { FileSystem } from './file-system.ts'
import { joinPath } from './paths.ts'

/**
 * What one set of rules says of a path: true, it is ignored; false, it is not in spite of rules above; undefined,
 * nothing. Paths are relative to the folder that the rules were made for.
 */
export type IgnoreTest = (path: string, isDirectory: boolean) => boolean | undefined

type CreateIgnore = (options: { ignorecase: boolean }) => Ignore

let loading: Promise<CreateIgnore> | undefined

/** Loads the library that knows `.gitignore`, once; most runs meet no such file. */
export function loadIgnore(): Promise<CreateIgnore> {
  loading ??= import('ignore').then((module) => module.default)
  return loading
}

/** Rules of one `.gitignore` or of the configuration, one pattern each. */
export function ignoreTest(create: CreateIgnore, patterns: readonly string[]): IgnoreTest {
  const rules = create({ ignorecase: false }).add(patterns.filter(isHarmless))
  return (path, isDirectory) => {
    const { ignored, unignored } = rules.test(isDirectory ? `${path}/` : path)
    return ignored ? true : unignored ? false : undefined
  }
}

// Every `**` multiplies what the library's regular expressions try: five take a second on a path of sixty folders, eight
// do not end (measured with ignore 7.0.16). A pattern beyond this is left out, so nothing is hidden by it.
const longest = 512
const mostStars = 3

const isHarmless = (pattern: string): boolean =>
  pattern.length <= longest && pattern.split('**').length - 1 <= mostStars

/** The `.gitignore` of a folder, or undefined where there is none to read. */
export function readGitignore(fs: FileSystem, folder: string): string | undefined {
  const read = fs.readFile(joinPath(folder, '.gitignore'))
  return read.ok ? read.value.text : undefined
}
