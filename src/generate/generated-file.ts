import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A file that follows from others. `path` is relative to the top of the project, with `/`. */
export interface GeneratedFile {
  readonly path: string
  readonly text: string
}

/** The files that differ from what they should be, and those in `folder` that should not be there. */
function staleFiles(root: string, files: readonly GeneratedFile[], folder: string | undefined): string[] {
  const stale = files.filter(({ path, text }) => readIfThere(join(root, path)) !== text).map(({ path }) => path)
  return [...stale, ...leftOver(root, files, folder)]
}

/** Writes all files, and removes from `folder` what does not belong there. */
function writeFiles(root: string, files: readonly GeneratedFile[], folder: string | undefined): void {
  for (const path of leftOver(root, files, folder)) rmSync(join(root, path))
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

const readIfThere = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)

function leftOver(root: string, files: readonly GeneratedFile[], folder: string | undefined): string[] {
  if (folder === undefined || !existsSync(join(root, folder))) return []
  const expected = new Set(files.map(({ path }) => path))
  return readdirSync(join(root, folder))
    .map((name) => `${folder}/${name}`)
    .filter((path) => !expected.has(path))
}

/** Writes the files, or with `check` only says which are stale; `command` mends that. Gives the exit code. */
export function deliver(
  root: string,
  files: readonly GeneratedFile[],
  options: { readonly check: boolean; readonly command: string; readonly folder: string | undefined },
): number {
  if (!options.check) {
    writeFiles(root, files, options.folder)
    return 0
  }
  const stale = staleFiles(root, files, options.folder)
  for (const path of stale) console.error(`stale: ${path} (${options.command})`)
  return stale.length === 0 ? 0 : 1
}
