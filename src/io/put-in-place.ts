import { closeSync, constants, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { temporaryName } from './temporary-files.ts'

interface NewFile {
  /** Gets the descriptor of the empty file. False: it cannot be what it has to be, and nothing is to change. */
  readonly fill: (descriptor: number) => boolean
  /** Asked at the last moment; throws where the old file is to stay. */
  readonly check?: () => void
  /** Of the file while it is empty. */
  readonly mode: number
}

/**
 * Puts a new file in the place of `target` (absolute, no link), through to the disk, so that whoever reads it meanwhile or
 * after a crash sees the old one or the new one. Leaves nothing of a try that fails.
 */
export function putInPlace(target: string, { fill, check, mode }: NewFile): boolean {
  const temporary = join(dirname(target), temporaryName('tmp'))
  const descriptor = openSync(temporary, 'wx', mode)
  let isInPlace = false
  try {
    if (!filled(descriptor, fill)) return false
    check?.()
    renameSync(temporary, target)
    isInPlace = true
  } finally {
    if (!isInPlace) rmSync(temporary, { force: true })
  }
  syncFolder(dirname(target))
  return true
}

function filled(descriptor: number, fill: NewFile['fill']): boolean {
  try {
    if (!fill(descriptor)) return false
    fsyncSync(descriptor)
    return true
  } finally {
    closeSync(descriptor)
  }
}

/** Writes all bytes, from the start of the file. */
export function writeBytes(descriptor: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(descriptor, bytes, done, bytes.length - done, done)
  }
}

/** The new name too must be on the disk; not every system lets a folder be opened for that. */
function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, constants.O_RDONLY)
    fsyncSync(descriptor)
    closeSync(descriptor)
  } catch {
    // The file is in place all the same.
  }
}
