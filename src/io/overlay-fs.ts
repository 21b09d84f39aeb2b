import { byteLimit } from '../core/source-file.ts'
import { decode } from './decode.ts'
import type { DirectoryEntry, FileSystem, ReadResult } from './file-system.ts'
import { absolutePath, folderOf, nameOf } from './paths.ts'

/** `fs` with one file more, or with another content for one; its folders need not exist. `length`: all bytes that there were. */
export function overlayFile(fs: FileSystem, path: string, bytes: Buffer, length: number): FileSystem {
  const own = absolutePath(fs.cwd, path)
  const folders = foldersAbove(own)
  const isOwn = (asked: string): boolean => absolutePath(fs.cwd, asked) === own
  return {
    ...fs,
    readFile: (asked) =>
      isOwn(asked) ? { ok: true, value: decode(asked, bytes.subarray(0, byteLimit), length) } : fs.readFile(asked),
    readDirectory: (asked) => withChild(fs.readDirectory(asked), folders.get(absolutePath(fs.cwd, asked))),
    kindOf: (asked) =>
      isOwn(asked)
        ? 'file'
        : (fs.kindOf(asked) ?? (folders.has(absolutePath(fs.cwd, asked)) ? 'directory' : undefined)),
    realPath: (asked) => {
      const absolute = absolutePath(fs.cwd, asked)
      return fs.realPath(asked) ?? (absolute === own || folders.has(absolute) ? absolute : undefined)
    },
  }
}

/** Each folder above a file, with the entry that leads down to it. */
function foldersAbove(path: string): Map<string, DirectoryEntry> {
  const folders = new Map<string, DirectoryEntry>()
  for (let at = path; folderOf(at) !== at; at = folderOf(at)) {
    folders.set(folderOf(at), { name: nameOf(at), kind: at === path ? 'file' : 'directory' })
  }
  return folders
}

function withChild(
  listing: ReadResult<DirectoryEntry[]>,
  child: DirectoryEntry | undefined,
): ReadResult<DirectoryEntry[]> {
  if (child === undefined) return listing
  if (!listing.ok) return listing.failure.code === 'ENOENT' ? { ok: true, value: [child] } : listing
  const others = listing.value.filter(({ name }) => name !== child.name)
  const there = listing.value.find(({ name }) => name === child.name)
  // A folder on the way that is there already stays what it is: it may be a link.
  return { ok: true, value: [...others, child.kind === 'directory' ? (there ?? child) : child] }
}
