import type { SourceFile } from '../core/source-file.ts'
import { decode } from './decode.ts'
import { failureOf } from './failure.ts'
import type { DirectoryEntry, EntryKind, FileSystem, ReadResult } from './file-system.ts'
import { absolutePath, folderOf, joinPath, nameOf, rootOf } from './paths.ts'

/** What stands at a path: text, bytes, a link, something that cannot be read, or a pipe and the like. */
export type MemoryEntry =
  | string
  | Uint8Array
  | { readonly link: string }
  | { readonly failure: string }
  | { readonly other: true }

/**
 * A file system in memory, for tests: the same behaviour as the disk's. Paths are relative to `cwd` or absolute; with
 * `isRepository` git tracks all of them.
 */
export function createMemoryFileSystem(
  files: Readonly<Record<string, MemoryEntry>>,
  cwd = '/project',
  isRepository = false,
): FileSystem {
  const entries = new Map(Object.entries(files).map(([path, entry]) => [absolutePath(cwd, path), entry]))
  const folders = foldersOf(entries.keys())
  const resolve = (path: string): string | undefined => followLinks(absolutePath(cwd, path), entries, folders)
  return {
    cwd,
    readFile: (path) => readFile(path, resolve(path), entries, folders),
    readDirectory: (path) => readDirectory(resolve(path), entries, folders),
    kindOf: (path) => kindOf(resolve(path), entries, folders),
    realPath: resolve,
    trackedFiles: (folder) => (isRepository ? filesBelow(entries.keys(), absolutePath(cwd, folder)) : undefined),
  }
}

function foldersOf(paths: Iterable<string>): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>([['/', new Set()]])
  for (const path of paths) {
    for (let at = path; at !== folderOf(at); at = folderOf(at)) {
      const folder = folderOf(at)
      const names = folders.get(folder) ?? new Set()
      names.add(nameOf(at))
      folders.set(folder, names)
    }
  }
  return folders
}

function filesBelow(paths: Iterable<string>, folder: string): string[] {
  const start = folder === '/' ? '/' : `${folder.replace(/\/\.?$/, '')}/`
  return [...paths]
    .filter((path) => path.startsWith(start))
    .map((path) => path.slice(start.length))
    .sort()
}

const linkLimit = 40

type Entries = ReadonlyMap<string, MemoryEntry>
type Folders = ReadonlyMap<string, ReadonlySet<string>>

const partsOf = (path: string): string[] => path.slice(rootOf(path).length).split('/').filter(Boolean)

/** The real path; undefined where it leads nowhere or in a circle. */
function followLinks(path: string, entries: Entries, folders: Folders): string | undefined {
  let real = rootOf(path)
  let rest = partsOf(path)
  for (let links = 0; rest.length > 0; ) {
    const next = joinPath(real, rest[0] ?? '')
    const entry = entries.get(next)
    rest = rest.slice(1)
    if (typeof entry === 'object' && 'link' in entry) {
      if (++links > linkLimit) return undefined
      const target = absolutePath(folderOf(next), entry.link)
      rest = [...partsOf(target), ...rest]
      real = rootOf(target)
    } else real = next
  }
  return entries.has(real) || folders.has(real) ? real : undefined
}

function readFile(path: string, real: string | undefined, entries: Entries, folders: Folders): ReadResult<SourceFile> {
  if (real === undefined) return { ok: false, failure: failureOf('ENOENT') }
  if (folders.has(real)) return { ok: false, failure: failureOf('EISDIR') }
  const entry = entries.get(real)
  if (typeof entry === 'string' || entry instanceof Uint8Array) {
    const bytes = Buffer.from(entry)
    return { ok: true, value: decode(path, bytes.subarray(0, 1_048_576), bytes.length) }
  }
  const code = entry !== undefined && 'failure' in entry ? entry.failure : 'NOT_A_FILE'
  return { ok: false, failure: failureOf(code) }
}

function readDirectory(real: string | undefined, entries: Entries, folders: Folders): ReadResult<DirectoryEntry[]> {
  const names = real === undefined ? undefined : folders.get(real)
  if (real === undefined || names === undefined) return { ok: false, failure: failureOf('ENOENT') }
  return {
    ok: true,
    value: [...names].map((name) => ({ name, kind: entryKind(joinPath(real, name), entries, folders) })),
  }
}

function entryKind(path: string, entries: Entries, folders: Folders): EntryKind {
  if (folders.has(path)) return 'directory'
  const entry = entries.get(path)
  if (typeof entry === 'string' || entry instanceof Uint8Array) return 'file'
  if (entry !== undefined && 'link' in entry) return 'link'
  return entry !== undefined && 'failure' in entry ? 'file' : 'other'
}

function kindOf(
  real: string | undefined,
  entries: Entries,
  folders: Folders,
): 'file' | 'directory' | 'other' | undefined {
  if (real === undefined) return undefined
  const kind = entryKind(real, entries, folders)
  return kind === 'link' ? undefined : kind
}
