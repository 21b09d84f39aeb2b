import type { PassedOver } from '../core/report.ts'
import type { Host } from '../hosts/host-registry.ts'
import type { FileSystem } from '../io/file-system.ts'
import { absolutePath, folderOf, relativePath } from '../io/paths.ts'
import { expandGlob, isGlob } from '../io/user-globs.ts'
import { asListed } from './as-listed.ts'
import { hasEndingOfAgents, otherEndings, takesFile } from './files-of-hosts.ts'
import { below, createIgnoreScopes, type IgnoreScopes, repositoryFolders } from './ignore-scopes.ts'
import { keepLeftOvers } from './left-overs.ts'
import { hostFolderOf, hostOfFolder, isAgentFolder, readersOf } from './root-names.ts'
import { walk } from './walk.ts'

export interface DiscoverRequest {
  /**
   * As the user typed them: files, folders or globs. None: the agent folders of known hosts here and those that the
   * configuration names, else `./agents`.
   */
  readonly paths: readonly string[]
  /** Folders (absolute) whose hosts the configuration names, whether they are there or not. */
  readonly configured: readonly string[]
  readonly hosts: readonly Host[]
  /** Take every `.md` file, whatever its folder is called and whatever it looks like. */
  readonly everyMarkdownFile: boolean
  /** Patterns as in `.gitignore`, relative to `ignoresFolder`. */
  readonly ignores: readonly string[]
  readonly ignoresFolder: string
  /** Untracked files below the top of the repository do not count. */
  readonly tracked?: TrackedOnly | undefined
}

/** Absolute paths. */
export interface TrackedOnly {
  readonly top: string
  readonly files: ReadonlySet<string>
}

/** One agents root. Paths are relative to the current directory. */
export interface Root {
  readonly path: string
  /** By the folder's name; undefined where that does not tell. */
  readonly host: Host | undefined
  /** Every host that reads a folder of that name. */
  readonly readers: readonly Host[]
  /** Sorted. */
  readonly files: readonly string[]
}

export interface Discovery {
  readonly roots: readonly Root[]
  readonly passedOver: readonly PassedOver[]
  /** Arguments that nothing matches. */
  readonly unmatched: readonly string[]
  /** Folders that cannot be listed. */
  readonly unreadable: readonly { readonly path: string; readonly why: string }[]
  /** Files that were named one by one. */
  readonly focus: readonly string[]
}

/** A root while its files are being collected; paths are absolute. */
export interface RootInProgress {
  readonly path: string
  readonly host: Host | undefined
  readonly files: Set<string>
}

interface Search {
  readonly fs: FileSystem
  readonly request: DiscoverRequest
  readonly scopes: IgnoreScopes
  readonly roots: Map<string, RootInProgress>
  readonly taken: Set<string>
  readonly untracked: Set<string>
  readonly passedOver: PassedOver[]
  readonly unreadable: { path: string; why: string }[]
}

/** Finds the roots that the user's paths mean, and their files. */
export async function discover(fs: FileSystem, request: DiscoverRequest): Promise<Discovery> {
  const scopes = await createIgnoreScopes(fs, {
    patterns: request.ignores,
    folder: absolutePath(fs.cwd, request.ignoresFolder),
    gitignore: !request.everyMarkdownFile,
  })
  const sets = { roots: new Map(), taken: new Set<string>(), untracked: new Set<string>() }
  const search: Search = { fs, request, scopes, ...sets, passedOver: [], unreadable: [] }
  const unmatched: string[] = []
  if (request.paths.length === 0) await searchHere(search, unmatched)
  const targets: string[] = []
  for (const argument of request.paths) {
    const matches = await matchesOf(fs, argument)
    if (matches.length === 0) unmatched.push(argument)
    targets.push(...matches)
  }
  // Outer folders first, so that the order of the arguments changes nothing.
  const sorted = [...new Set(targets)].toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
  const folders = sorted.filter((path) => fs.kindOf(path) === 'directory')
  const named = sorted.filter((path) => fs.kindOf(path) !== 'directory')
  const files = asListed(fs, named)
  for (const path of folders) await searchFolder(search, path, false)
  const inFolders = new Set(search.taken)
  for (const path of files) await searchFile(search, path)
  // Folders that were named are wanted whole, also beside files that were named.
  const focus = files.length === 0 ? [] : [...files, ...inFolders]
  return finish(
    search,
    unmatched,
    focus.map((path) => relativePath(fs.cwd, path)),
  )
}

async function matchesOf(fs: FileSystem, argument: string): Promise<string[]> {
  const path = absolutePath(fs.cwd, argument)
  if (fs.kindOf(path) !== undefined) return [path]
  if (!isGlob(argument)) return []
  const matches = await expandGlob(argument, fs.cwd)
  return matches.map((match) => absolutePath(fs.cwd, match))
}

/** Without an argument: the folders of known hosts below and those that the configuration names here, else `./agents`. */
async function searchHere(search: Search, unmatched: string[]): Promise<void> {
  const { fs, request } = search
  const agents = absolutePath(fs.cwd, 'agents')
  const outside = await searchFolder(search, fs.cwd, true)
  const named = request.configured.filter((path) => isFolderHere(fs, path))
  for (const path of named) await searchFolder(search, path, false)
  if (search.roots.size > 0) return named.includes(agents) ? undefined : passOver(search, agents, outside)
  if (search.fs.kindOf(agents) === 'directory') await searchFolder(search, agents, false)
  else unmatched.push('./agents')
}

/** A configuration may be a stranger's, and must not lead out of the folder that the run is about, by a link neither. */
function isFolderHere(fs: FileSystem, path: string): boolean {
  const real = fs.realPath(path)
  const here = fs.realPath(fs.cwd)
  return real !== undefined && here !== undefined && below(here, real) !== undefined && fs.kindOf(path) === 'directory'
}

/** Agents in `./agents` are not read beside the folders of hosts, and that is said. */
function passOver({ fs, passedOver }: Search, agents: string, outside: readonly string[]): void {
  const inside = outside.filter((path) => below(agents, path) !== undefined)
  const { files } = keepLeftOvers(fs, agents, inside, { all: false, besideRoots: false })
  const why = 'there are folders of known hosts; to lint ./agents too, name it'
  for (const path of files) passedOver.push({ path, why })
}

/** A file stands for the whole root that it lies in; findings are about it. */
async function searchFile(search: Search, path: string): Promise<void> {
  const top = enclosingRoot(path, search.request.hosts)
  await searchFolder(search, top, false)
  const isFound = [...search.roots.values()].some(({ files }) => files.has(path))
  // Whoever names a file means it, whatever it is called or looks like; unless it is ignored, or of a kind that no host reads.
  if (isFound || search.scopes.isIgnored(path, false) || passesUntracked(search, path)) return
  if (hasEndingOfAgents(path, search.request.hosts)) addFiles(search, top, [path])
  else search.passedOver.push({ path, why: 'no host reads agents from files with that ending' })
}

/** A host's folder around the file, else the outermost that is called as folders of agents are, else its own. */
function enclosingRoot(path: string, hosts: readonly Host[]): string {
  let root = folderOf(path)
  for (let folder = root; folder !== folderOf(folder); folder = folderOf(folder)) {
    if (hostOfFolder(folder, hosts) !== undefined) return folder
    if (isAgentFolder(folder)) root = folder
  }
  return root
}

/** Adds the roots in a folder. Gives the files that lie in none of them, where those are not looked at. */
async function searchFolder(search: Search, top: string, hostFoldersOnly: boolean): Promise<readonly string[]> {
  const { fs, request, scopes, roots, taken } = search
  for (const folder of repositoryFolders(fs, top)) await scopes.enter(folder)
  const leftOver: string[] = []
  const found = new Set<RootInProgress>()
  const enter = (path: string, outer: RootInProgress | undefined): RootInProgress | undefined => {
    const host = hostOfFolder(path, request.hosts)
    // A host's folder is read on its own by that host, even inside a folder that is only called `agents`.
    const isRoot = host !== undefined ? outer?.host === undefined : outer === undefined && isAgentFolder(path)
    if (!isRoot || (hostFoldersOnly && host === undefined)) return outer
    const root = roots.get(path) ?? { path, host, files: new Set() }
    roots.set(path, root)
    found.add(root)
    return root
  }
  const file = (path: string, root: RootInProgress | undefined): void => {
    if (taken.has(path) || passesUntracked(search, path)) return
    if (root !== undefined || !hostFoldersOnly) taken.add(path)
    if (root === undefined) leftOver.push(path)
    else if (root.host === undefined || request.everyMarkdownFile || takesFile(root.host, root.path, path))
      root.files.add(path)
    else search.passedOver.push({ path, why: `${root.host.name} does not read files of that name or place` })
  }
  const other = (path: string, root: RootInProgress | undefined): void => {
    if (root?.host === undefined || taken.has(path) || !takesFile(root.host, root.path, path)) return
    taken.add(path)
    root.files.add(path)
  }
  // A team that several hosts share lies elsewhere, where no host would look for it.
  const enterAgain = (path: string): boolean => hostFoldersOnly && hostOfFolder(path, request.hosts) !== undefined
  const endings = otherEndings(request.hosts)
  const result = await walk(fs, top, scopes, undefined, { enter, file, other, enterAgain, otherEndings: endings })
  search.passedOver.push(...result.passedOver)
  search.unreadable.push(...result.unreadable)
  if (hostFoldersOnly) return leftOver
  const own = keepLeftOvers(fs, top, leftOver, { all: request.everyMarkdownFile, besideRoots: found.size > 0 })
  search.passedOver.push(...own.passedOver)
  if (own.files.length > 0) addFiles(search, top, own.files)
  return []
}

/** Is it passed over, as untracked files do not count in this run? */
function passesUntracked({ fs, request, passedOver, untracked }: Search, path: string): boolean {
  const { tracked } = request
  if (tracked === undefined || tracked.files.has(path) || below(tracked.top, path) === undefined) return false
  // Of a folder that is a link git has the files where they are.
  if (tracked.files.has(fs.realPath(path) ?? path)) return false
  if (!untracked.has(path)) passedOver.push({ path, why: 'git does not track it' })
  untracked.add(path)
  return true
}

function addFiles({ roots, request }: Search, top: string, files: readonly string[]): void {
  const root = roots.get(top) ?? { path: top, host: hostFolderOf(top, request.hosts), files: new Set() }
  roots.set(top, root)
  for (const path of files) root.files.add(path)
}

function finish(search: Search, unmatched: readonly string[], focus: readonly string[]): Discovery {
  const { fs, request } = search
  const relative = (path: string): string => relativePath(fs.cwd, path)
  const roots = [...search.roots.values()]
    .filter(({ files }) => files.size > 0)
    .map(({ path, host, files }) => ({
      path: relative(path),
      host,
      readers: readersOf(path, request.hosts),
      files: [...files].map(relative).toSorted(),
    }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const passedOver = onceEach(search.passedOver, relative).toSorted((a, b) => (a.path < b.path ? -1 : 1))
  return { roots, passedOver, unmatched, unreadable: onceEach(search.unreadable, relative), focus }
}

/** A folder may be come to twice. */
const onceEach = (found: readonly PassedOver[], relative: (path: string) => string): PassedOver[] => [
  ...new Map(found.map(({ path, why }) => [path, { path: relative(path), why }])).values(),
]
