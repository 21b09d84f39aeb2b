import {
  accessSync,
  type BigIntStats,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { codeOf, failureOf } from './failure.ts'
import { putInPlace, writeBytes } from './put-in-place.ts'
import { temporaryName } from './temporary-files.ts'

/** A file to write, as it must be before and as it is to be after; `root` is the folder that it has to lie in. Absolute paths. */
export interface FileChange {
  readonly path: string
  readonly root: string
  readonly before: string
  readonly after: string
}

export type WriteResult = { readonly ok: true } | { readonly ok: false; readonly why: string }

/**
 * Writes a file that still is as it was read, so that it is the old or the new one whenever this is broken off: into a
 * new file beside it, which then takes its place, with mode and owner. Links are followed inside `root`; a file with several
 * names is written in place, with a copy beside it for as long as that takes. Never throws.
 */
export function writeFile(change: FileChange): WriteResult {
  try {
    write(change)
    return { ok: true }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, why: error.message }
    return { ok: false, why: failureOf(codeOf(error)).why }
  }
}

class Refusal extends Error {}

interface Target {
  readonly real: string
  readonly stats: BigIntStats
  readonly before: Buffer
  readonly after: Buffer
}

function write({ path, root, before, after }: FileChange): void {
  const real = realpathSync(path)
  if (!isBelow(realpathSync(root), real)) throw new Refusal('it is a link that leads out of the folder of agents')
  const { stats, bytes } = read(real)
  const target = { real, stats, before: Buffer.from(before), after: Buffer.from(after) }
  // Another name of the file may have been written already.
  if (bytes.equals(target.after)) return
  if (!bytes.equals(target.before)) throw new Refusal('it has changed since it was read')
  if ((stats.mode & 0o222n) === 0n) throw new Refusal('it is read-only')
  accessSync(real, constants.W_OK)
  if (stats.nlink > 1n || !replace(target)) overwrite(target)
}

function isBelow(folder: string, path: string): boolean {
  const from = relative(folder, path)
  return from !== '' && from !== '..' && !from.startsWith(`..${sep}`)
}

// What stands at the path now must be opened, not what a link that was put there since leads to; nor waited for.
const careful = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

function read(real: string): { stats: BigIntStats; bytes: Buffer } {
  const descriptor = openSync(real, constants.O_RDONLY | careful)
  try {
    const stats = fstatSync(descriptor, { bigint: true })
    if (!stats.isFile()) throw new Refusal('it is not a regular file')
    return { stats, bytes: readFileSync(descriptor) }
  } finally {
    closeSync(descriptor)
  }
}

/** False where a new file cannot belong to whom the old one does; then nothing is left of the try. */
function replace(target: Target): boolean {
  const { real, stats, after } = target
  return putInPlace(real, {
    fill: (descriptor) => fill(descriptor, after, stats),
    check: () => checkUntouched(target),
    mode: 0o600,
  })
}

/** The bytes, the owner and the mode. */
function fill(descriptor: number, bytes: Buffer, { mode, uid, gid }: BigIntStats): boolean {
  const own = fstatSync(descriptor, { bigint: true })
  if ((own.uid !== uid || own.gid !== gid) && !giveTo(descriptor, Number(uid), Number(gid))) return false
  writeBytes(descriptor, bytes)
  fchmodSync(descriptor, Number(mode) & 0o7777)
  return true
}

function giveTo(descriptor: number, uid: number, gid: number): boolean {
  try {
    fchownSync(descriptor, uid, gid)
    return true
  } catch {
    return false
  }
}

function checkUntouched({ real, stats }: Target): void {
  const now = statSync(real, { bigint: true })
  const isSame = now.ino === stats.ino && now.mtimeNs === stats.mtimeNs && now.size === stats.size
  if (!isSame) throw new Refusal('it has changed since it was read')
}

/** Keeps all names of the file, and its owner. A run that is broken off leaves the copy. */
function overwrite(target: Target): void {
  const copy = join(dirname(target.real), temporaryName('bak'))
  copyTo(copy, target.before)
  let isWhole = false
  try {
    rewrite(target, target.after)
    isWhole = true
  } catch (error) {
    isWhole = isRestored(target)
    if (isWhole) throw error
    throw new Refusal(`it could not be written whole: as it was, it is in ${copy}`)
  } finally {
    if (isWhole) rmSync(copy, { force: true })
  }
}

function copyTo(path: string, bytes: Buffer): void {
  const descriptor = openSync(path, 'wx', 0o600)
  try {
    writeBytes(descriptor, bytes)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function rewrite({ real, stats }: Target, bytes: Buffer): void {
  const descriptor = openSync(real, constants.O_WRONLY | careful)
  try {
    if (fstatSync(descriptor, { bigint: true }).ino !== stats.ino) throw new Refusal('it has changed since it was read')
    writeBytes(descriptor, bytes)
    ftruncateSync(descriptor, bytes.length)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function isRestored(target: Target): boolean {
  try {
    rewrite(target, target.before)
    return true
  } catch {
    return false
  }
}
