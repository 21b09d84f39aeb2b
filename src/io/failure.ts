import type { ReadFailure } from './file-system.ts'

const words: Readonly<Record<string, string>> = {
  ENOENT: 'there is nothing at that path',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'a part of the path is not a folder',
  ELOOP: 'it is a link that leads in a circle',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk reports an error',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  ENAMETOOLONG: 'the path is too long',
  NOT_A_FILE: 'it is not a regular file (a pipe, a socket or a device)',
}

/** A system's error code as a person would say it. */
export const failureOf = (code: string): ReadFailure => ({ code, why: words[code] ?? `the system says ${code}` })

/** The code of whatever a system call threw. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'UNKNOWN'
}
