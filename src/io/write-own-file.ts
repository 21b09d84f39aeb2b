import { fchmodSync, mkdirSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { codeOf, failureOf } from './failure.ts'
import type { ReadFailure } from './file-system.ts'
import { putInPlace, writeBytes } from './put-in-place.ts'

/**
 * Writes a file of our own, such as a report: whole or not at all, so that whoever reads it meanwhile sees the old one or
 * the new one. Makes its folder, follows links, keeps the mode of a file that is there. Gives what went wrong, if it did.
 */
export function writeOwnFile(path: string, text: string): ReadFailure | undefined {
  try {
    mkdirSync(dirname(path), { recursive: true })
    const stats = statSync(path, { throwIfNoEntry: false })
    // A pipe or a device cannot be replaced, nor can a file that `/dev/stdout` stands for: the shell holds it open.
    const isOpenElsewhere = path.startsWith('/dev/') || (stats !== undefined && !stats.isFile())
    if (isOpenElsewhere) writeFileSync(path, text)
    else replace(stats === undefined ? path : realpathSync(path), text, stats?.mode)
    return undefined
  } catch (error) {
    return failureOf(codeOf(error))
  }
}

function replace(target: string, text: string, mode: number | undefined): void {
  const fill = (descriptor: number): boolean => {
    writeBytes(descriptor, Buffer.from(text))
    if (mode !== undefined) fchmodSync(descriptor, mode & 0o777)
    return true
  }
  putInPlace(target, { fill, mode: mode === undefined ? 0o666 : 0o600 })
}
