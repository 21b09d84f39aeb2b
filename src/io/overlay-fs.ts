import { byteLimit, type SourceFile } from '../core/source-file.ts'
import { decode } from './decode.ts'
import type { DirectoryEntry, FileSystem, ReadResult } from './file-system.ts'
import { absolutePath, folderOf, nameOf } from './paths.ts'

/** Reads a file of an overlay; `asked` is the path that it was asked for by. */
export type OverlaidFile = (asked: string) => ReadResult<SourceFile>

/** `fs` with one file more, or with another content for one; its folders need not exist. `length`: all bytes that there were. */
export const overlayFile = (fs: FileSystem, path: string, bytes: Buffer, length: number): FileSystem =>
  overlayFiles(fs, new Map([[absolutePath(fs.cwd, path), (asked) => read(asked, bytes, length)]]))

const read = (asked: string, bytes: Buffer, length: number): ReadResult<SourceFile> => ({
  ok: true,
  value: decode(asked, bytes.subarray(0, byteLimit), length),
})

/** `fs` with these files in it, by their absolute paths, whatever lies there. Who comes to one by a linked folder sees it too. */
export function overlayFiles(fs: FileSystem, files: ReadonlyMap<string, OverlaidFile>): FileSystem {
  const folders = foldersAbove(files.keys())
  const absolute = (asked: string): string => absolutePath(fs.cwd, asked)
  const names = new Set([...files.keys()].map(nameOf))
  // A folder on the way may be a link; to ask the disk about every file would be felt.
  const linked = (asked: string): string => (names.has(nameOf(asked)) ? (fs.realPath(asked) ?? '') : '')
  const fileAt = (asked: string): OverlaidFile | undefined => files.get(absolute(asked)) ?? files.get(linked(asked))
  return {
    ...fs,
    readFile: (asked) => fileAt(asked)?.(asked) ?? fs.readFile(asked),
    readDirectory: (asked) => withChildren(fs.readDirectory(asked), folders.get(absolute(asked))),
    kindOf: (asked) =>
      files.has(absolute(asked))
        ? 'file'
        : (fs.kindOf(asked) ?? (folders.has(absolute(asked)) ? 'directory' : undefined)),
    realPath: (asked) => {
      const path = absolute(asked)
      return fs.realPath(asked) ?? (files.has(path) || folders.has(path) ? path : undefined)
    },
  }
}

/** Each folder above one of the files, with the entries in it that lead down to them, by name. */
function foldersAbove(paths: Iterable<string>): Map<string, Map<string, DirectoryEntry>> {
  const folders = new Map<string, Map<string, DirectoryEntry>>()
  for (const path of paths) {
    for (let at = path; folderOf(at) !== at; at = folderOf(at)) {
      const entries = folders.get(folderOf(at))
      const entry = { name: nameOf(at), kind: at === path ? 'file' : 'directory' } as const
      if (entries === undefined) folders.set(folderOf(at), new Map([[entry.name, entry]]))
      // What is above has been met on the way to another file.
      else if (entries.has(entry.name)) break
      else entries.set(entry.name, entry)
    }
  }
  return folders
}

function withChildren(
  listing: ReadResult<DirectoryEntry[]>,
  children: ReadonlyMap<string, DirectoryEntry> | undefined,
): ReadResult<DirectoryEntry[]> {
  if (children === undefined) return listing
  if (!listing.ok) return listing.failure.code === 'ENOENT' ? { ok: true, value: [...children.values()] } : listing
  const there = new Map(listing.value.map((entry) => [entry.name, entry]))
  const others = listing.value.filter(({ name }) => !children.has(name))
  // A folder on the way that is there already stays what it is: it may be a link.
  const own = [...children.values()].map((child) =>
    child.kind === 'directory' ? (there.get(child.name) ?? child) : child,
  )
  return { ok: true, value: [...others, ...own] }
}
