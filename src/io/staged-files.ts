import { byteLimit } from '../core/source-file.ts'
import { readBlobs } from './blobs.ts'
import { comparison, filterSettings } from './changed-files.ts'
import { decode } from './decode.ts'
import type { FileSystem } from './file-system.ts'
import { runGit } from './git.ts'
import { type OverlaidFile, overlayFiles } from './overlay-fs.ts'
import { absolutePath } from './paths.ts'

/** The files as they are staged. */
export interface StagedFiles {
  readonly fs: FileSystem
  /** Does another text lie in the working tree than what is staged of it, or none? */
  readonly isUnstaged: (path: string) => boolean
  /** Files (absolute) that git is told to track, and nothing of which is staged. */
  readonly notStaged: readonly string[]
}

/** The disk with what is staged in the place of what lies there, where the two differ; undefined where git does not say. */
export function stagedFiles(disk: FileSystem, top: string): StagedFiles | undefined {
  const answer = runGit(top, ['diff-files', ...comparison], { settings: filterSettings(top) })
  if (!answer.ok) return undefined
  const changes = readUnstaged(answer.out, top)
  const blobs = new Map(changes.flatMap(({ path, blob }) => (blob === undefined ? [] : [[path, blob]])))
  const notStaged = changes.filter(({ blob }) => blob === undefined).map(({ path }) => path)
  return { ...overlayIndex(disk, top, blobs), notStaged }
}

interface UnstagedChange {
  readonly path: string
  /** Of what is staged; undefined where nothing is. */
  readonly blob: string | undefined
}

/** `:<modes> <staged> <zeros> <status>` and a path; links, submodules and files in conflict are left as they lie there. */
function readUnstaged(out: Buffer, top: string): UnstagedChange[] {
  const fields = out.toString('utf8').split('\0')
  const changes: UnstagedChange[] = []
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const [mode = '', , blob, , status] = fields[i]?.split(' ') ?? []
    const path = absolutePath(top, fields[i + 1] ?? '')
    if (status === 'A') changes.push({ path, blob: undefined })
    else if (mode.startsWith(':100') && blob !== undefined && status !== 'U') changes.push({ path, blob })
  }
  return changes
}

function overlayIndex(disk: FileSystem, top: string, blobs: ReadonlyMap<string, string>) {
  const staged = contentsOf(top, blobs)
  // Git names files too that were only touched, and those whose line breaks it converts.
  const isUnstaged = (path: string): boolean => {
    const content = staged(path)
    const lying = disk.readFile(path)
    return (
      content === undefined ||
      !lying.ok ||
      withoutReturns(lying.value.text) !== withoutReturns(content.toString('utf8'))
    )
  }
  const overlaid =
    (path: string): OverlaidFile =>
    (asked) => {
      const content = staged(path)
      if (content === undefined)
        return { ok: false, failure: { code: 'GIT', why: 'git does not give what is staged of it' } }
      if (!isUnstaged(path)) return disk.readFile(asked)
      return { ok: true, value: decode(asked, content.subarray(0, byteLimit), content.length) }
    }
  const files = new Map([...blobs.keys()].map((path) => [path, overlaid(path)]))
  const at = (path: string): string => absolutePath(disk.cwd, path)
  const own = (path: string): string => (files.has(at(path)) ? at(path) : (disk.realPath(path) ?? at(path)))
  return {
    fs: files.size === 0 ? disk : overlayFiles(disk, files),
    isUnstaged: (path: string): boolean => files.has(own(path)) && isUnstaged(own(path)),
  }
}

const withoutReturns = (text: string): string => text.replaceAll('\r\n', '\n')

/** Asks git once for all files that are called as the one that is asked for: what else was changed is not read. */
function contentsOf(top: string, blobs: ReadonlyMap<string, string>): (path: string) => Buffer | undefined {
  const known = new Map<string, Buffer>()
  const asked = new Set<string>()
  return (path) => {
    const ending = endingOf(path)
    if (!asked.has(ending)) {
      asked.add(ending)
      const alike = [...blobs].filter(([other]) => endingOf(other) === ending).map(([, blob]) => blob)
      for (const [blob, content] of readBlobs(top, alike)) known.set(blob, content)
    }
    return known.get(blobs.get(path) ?? '')
  }
}

const endingOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1)
