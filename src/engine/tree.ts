import { nearest } from '../core/nearest.ts'
import type { Host } from '../hosts/host-registry.ts'
import type { DirectoryEntry, FileSystem } from '../io/file-system.ts'
import { absolutePath, folderOf, nameOf } from '../io/paths.ts'
import type { Presence } from '../kit/presence.ts'
import { projectOf } from './fleet-request.ts'
import { below, repositoryFolders } from './ignore-scopes.ts'
import { hostFolderOf, isAgentFolder } from './root-names.ts'

/** The files of one project, seen only through the listings of its folders: no file in it is ever opened. */
export interface Tree {
  /** Where relative paths of the run start. */
  readonly cwd: string
  /** Absolute. */
  readonly project: string
  /** Is there something at `target`, seen from the folder `from` (absolute) and the folders above it, up to the project? */
  find(from: string, target: string): Presence
  /** The names in a folder of the project (an absolute path), sorted; undefined where there is none to be seen. */
  namesIn(path: string): readonly string[] | undefined
  /** Is there a file of exactly that path in the project? */
  hasFile(path: string): boolean
  /** Or could there be one, behind a link that leads out or in a folder that cannot be read? */
  mayHaveFile(path: string): boolean
}

/** `root` as the run names it. What leads out of the project is unknown to the tree, whether it is there or not. */
export function createTree(fs: FileSystem, root: string, host: Host): Tree {
  const absolute = absolutePath(fs.cwd, root)
  const project = projectAround(absolute, host)
  const real = fs.realPath(project) ?? project
  const look = createLook(fs, project, real)
  const isCheckout = rememberOnce(() => repositoryFolders(fs, project).length > 0)
  return {
    cwd: fs.cwd,
    project,
    find: (from, target) => {
      const presences = basesOf(from, target, project).map((base) => presenceAt(look, base, target))
      const found = strongest(presences)
      return { ...found, isWhole: found.state === 'folder-missing' && isCheckout() }
    },
    namesIn: (path) => {
      const folder = look(path)
      return folder.kind === 'directory' ? folder.entries.map(({ name }) => name).toSorted() : undefined
    },
    hasFile: (path) => look(path).kind === 'file',
    mayHaveFile: (path) => ['file', 'unknown'].includes(look(path).kind),
  }
}

/** The folder that holds the host's dot-folder, or the one called as folders of agents are; else the root itself. */
function projectAround(root: string, host: Host): string {
  const isNamed = isAgentFolder(root) || hostFolderOf(root, [host]) === host
  return isNamed ? projectOf(root, host) : root
}

function rememberOnce(make: () => boolean): () => boolean {
  let made: boolean | undefined
  return () => {
    made ??= make()
    return made
  }
}

type Found = Pick<Presence, 'state' | 'near'>

/** A target that climbs means the folder of its file; any other may be meant from every folder above as well. */
function basesOf(from: string, target: string, project: string): string[] {
  if (target.split('/').includes('..')) return [from]
  const bases: string[] = []
  for (let at = from; at === project || below(project, at) !== undefined; at = folderOf(at)) {
    bases.push(at)
    if (at === folderOf(at)) break
  }
  return bases
}

const order = ['there', 'unknown', 'missing', 'folder-missing'] as const

function strongest(presences: readonly Found[]): Found {
  for (const state of order) {
    const found = presences.filter((presence) => presence.state === state)
    if (found.length > 0) return found.find(({ near }) => near !== undefined) ?? { state, near: undefined }
  }
  return { state: 'unknown', near: undefined }
}

type Look = (path: string) => Seen

type Seen =
  | { readonly kind: 'directory'; readonly entries: readonly DirectoryEntry[] }
  | { readonly kind: 'file' | 'absent' | 'unknown' }

/** Names that Windows takes for devices, in whatever folder and with whatever ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\.|$)/i

function presenceAt(look: Look, base: string, target: string): Found {
  const isStrange =
    target.startsWith('/') || /[\\:\0]/.test(target) || target.split('/').some((part) => device.test(part))
  if (isStrange) return { state: 'unknown', near: undefined }
  const path = absolutePath(base, target)
  const seen = look(path)
  if (seen.kind !== 'absent') return { state: seen.kind === 'unknown' ? 'unknown' : 'there', near: undefined }
  const folder = look(folderOf(path))
  if (folder.kind !== 'directory') return { state: 'folder-missing', near: undefined }
  const names = folder.entries.map(({ name }) => name)
  return { state: 'missing', near: nearest(nameOf(path), names) }
}

/** What stands at a path: told from the listing of the folder above it, so nothing outside of the project is ever asked for. */
function createLook(fs: FileSystem, project: string, realProject: string): Look {
  const known = new Map<string, Seen>()
  const look: Look = (path) => {
    const before = known.get(path)
    if (before !== undefined) return before
    const seen = path === project ? list(fs, path) : lookBelow(fs, path, project, realProject, look)
    known.set(path, seen)
    return seen
  }
  return look
}

function lookBelow(fs: FileSystem, path: string, project: string, realProject: string, look: Look): Seen {
  if (below(project, path) === undefined) return { kind: 'unknown' }
  const folder = look(folderOf(path))
  if (folder.kind !== 'directory') return folder.kind === 'file' ? { kind: 'absent' } : folder
  const entry = folder.entries.find(({ name }) => name === nameOf(path))
  if (entry === undefined) return { kind: 'absent' }
  if (entry.kind === 'link') return followed(fs, path, realProject)
  return entry.kind === 'directory' ? list(fs, path) : { kind: entry.kind === 'file' ? 'file' : 'unknown' }
}

/** A link that leads out, or nowhere, says nothing: which of the two it is must not be told. */
function followed(fs: FileSystem, path: string, realProject: string): Seen {
  const real = fs.realPath(path)
  if (real === undefined || below(realProject, real) === undefined) return { kind: 'unknown' }
  const kind = fs.kindOf(path)
  if (kind === 'directory') return list(fs, path)
  return { kind: kind === 'file' ? 'file' : 'unknown' }
}

function list(fs: FileSystem, path: string): Seen {
  const listing = fs.readDirectory(path)
  return listing.ok ? { kind: 'directory', entries: listing.value } : { kind: 'unknown' }
}
