import { lstatSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** `tmp`: a file before it takes its place. `bak`: the copy of one that is written in place. */
export function temporaryName(kind: 'tmp' | 'bak'): string {
  const random = Math.floor(Math.random() * 0x1_0000_0000)
  return `.agent-lint-${process.pid}-${random.toString(16)}.${kind}`
}

const form = /^\.agent-lint-(\d{1,10})-[0-9a-f]{1,8}\.(tmp|bak)$/

/**
 * Removes from the folders (absolute) what runs left that were broken off while they wrote. Gives the paths of copies, which
 * are kept: the file that such a one is of may be half written.
 */
export function removeLeftOvers(folders: Iterable<string>): string[] {
  const copies: string[] = []
  for (const folder of folders) {
    for (const name of namesIn(folder)) {
      const [, pid, kind] = form.exec(name) ?? []
      if (pid === undefined || isRunning(Number(pid))) continue
      if (kind === 'bak') copies.push(join(folder, name))
      else remove(join(folder, name))
    }
  }
  return copies
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Another run may be writing right now. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EPERM'
  }
}

/** Whoever may not remove it did not write it. */
function remove(path: string): void {
  try {
    if (lstatSync(path).isFile()) rmSync(path, { force: true })
  } catch {
    // It stays.
  }
}
