import type { FileSystem } from '../io/file-system.ts'
import { joinPath } from '../io/paths.ts'
import { foldersToTop, foldersUp } from '../io/repository.ts'

/** What a configuration may be called; the key of a `package.json` beside them. */
export const configNames = [
  'agent-lint.config.json',
  'agent-lint.config.jsonc',
  'agent-lint.config.yaml',
  'agent-lint.config.yml',
] as const

const refusedNames = ['agent-lint.config.js', 'agent-lint.config.mjs', 'agent-lint.config.cjs', 'agent-lint.config.ts']

/** Where configuration was found. In `package.json` it is the value of `agentLint`. */
export interface FoundConfig {
  /** Every candidate of the nearest folder that has one; more than one is a mistake. */
  readonly paths: readonly string[]
  /** Files that look like configuration and are not read, because they are code. */
  readonly refused: readonly string[]
}

/**
 * Looks in `start` and above, up to the top of the repository and no further; outside of one up to the current folder, or
 * only in `start` where that does not lie below it.
 */
export function findConfig(fs: FileSystem, start: string): FoundConfig {
  const refused: string[] = []
  for (const folder of foldersUpwards(fs, start)) {
    const has = (name: string): boolean => fs.kindOf(joinPath(folder, name)) === 'file'
    refused.push(...refusedNames.filter(has).map((name) => joinPath(folder, name)))
    const paths = configNames.filter(has).map((name) => joinPath(folder, name))
    const manifest = joinPath(folder, 'package.json')
    if (has('package.json') && mentionsUs(fs, manifest)) paths.push(manifest)
    if (paths.length > 0) return { paths, refused }
  }
  return { paths: [], refused }
}

function foldersUpwards(fs: FileSystem, start: string): string[] {
  const inRepository = foldersToTop(fs, start)
  if (inRepository !== undefined) return inRepository
  const folders = foldersUp(start)
  const here = folders.indexOf(fs.cwd)
  return here === -1 ? [start] : folders.slice(0, here + 1)
}

/** The manifest is parsed only where our key may be in it. */
function mentionsUs(fs: FileSystem, path: string): boolean {
  const read = fs.readFile(path)
  return read.ok && read.value.text.includes('"agentLint"')
}
