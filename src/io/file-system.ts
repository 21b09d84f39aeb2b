import type { SourceFile } from '../core/source-file.ts'

export type EntryKind = 'file' | 'directory' | 'link' | 'other'

export interface DirectoryEntry {
  readonly name: string
  readonly kind: EntryKind
}

/** Why something could not be read, in a person's words, with the system's code (`EACCES`, `ELOOP` …). */
export interface ReadFailure {
  readonly code: string
  readonly why: string
}

export type ReadResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: ReadFailure }

/**
 * The only door to the disk. Paths are absolute or relative to `cwd`, always with `/`. Nothing here throws for what is
 * on the disk: a failure is a value.
 */
export interface FileSystem {
  /** The current directory: absolute, with `/`. */
  readonly cwd: string
  /** Reads a regular file, once, without blocking on a pipe or a device; at most `byteLimit` bytes. */
  readFile(path: string): ReadResult<SourceFile>
  /** The entries of a directory, unsorted. Links are not followed. */
  readDirectory(path: string): ReadResult<DirectoryEntry[]>
  /** What `path` is after following links, or undefined when there is nothing. */
  kindOf(path: string): 'file' | 'directory' | 'other' | undefined
  /** The real, absolute path, links resolved; undefined when it leads nowhere or in a circle. */
  realPath(path: string): string | undefined
  /** The files that git tracks in and below a folder, relative to it, sorted; undefined outside of a repository. */
  trackedFiles(folder: string): readonly string[] | undefined
}
