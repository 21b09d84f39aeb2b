import { lazy } from '../core/lazy.ts'
import type { AgentFacts } from '../facts/agent-facts.ts'
import { allStopWords } from '../facts/stop-words.ts'
import { isOneOf } from '../facts/vocabulary.ts'
import type { FleetRequest } from '../fleet/build-fleet.ts'
import { normalName } from '../fleet/resolve-agent.ts'
import type { Host } from '../hosts/host-registry.ts'
import type { FileSystem } from '../io/file-system.ts'
import { absolutePath, folderOf, normalise } from '../io/paths.ts'
import type { FormerAgent } from './former-names.ts'
import { below } from './ignore-scopes.ts'
import type { IsElsewhere } from './names-of-roots.ts'
import { liesInPlugin } from './plugin-root.ts'
import { hostOfFolder } from './root-names.ts'
import type { Settings } from './settings.ts'

/** The names around a root. */
export interface NamesAround {
  readonly isElsewhere: IsElsewhere
  /** Agents as they were before the change that the run is about, wherever they lay. */
  readonly former?: readonly FormerAgent[] | undefined
}

/** What the fleet of a root is built from. */
export function fleetRequest(
  fs: FileSystem,
  root: string,
  host: Host,
  facts: readonly AgentFacts[],
  settings: Settings,
  { isElsewhere, former = [] }: NamesAround,
): FleetRequest {
  const given = lazy(() => new Set([...host.builtInAgents, ...settings.externalAgents].map(normalName)))
  return {
    root,
    host,
    facts,
    others: {
      isElsewhere: (normal) => given().has(normal) || isElsewhere(normal),
      former: () => former.filter(({ path }) => isIn(fs, root, path)).flatMap(({ names }) => names),
      isExit: (name) => isOneOf(name.replaceAll('-', ' '), 'exits'),
    },
    stopWords: allStopWords,
    isLoadedWhole: () => isOwnFolder(absolutePath(fs.cwd, root), host) || liesInPlugin(fs, root, host),
    tracked: () => fs.trackedFiles(projectOf(absolutePath(fs.cwd, root), host)),
  }
}

/** Does a file (absolute) lie in a root, or in the folder that it is a link to? */
const isIn = (fs: FileSystem, root: string, path: string): boolean =>
  [absolutePath(fs.cwd, root), fs.realPath(root)].some((at) => at !== undefined && below(at, path) !== undefined)

/** Where the patterns of a root (an absolute path) start: the folder that holds the host's dot-folder, or the agents. */
export function projectOf(root: string, host: Host): string {
  const own = [...host.folders, ...host.alsoReads].find((folder) => root.endsWith(`/${folder}`))
  if (own !== undefined) return normalise(root.slice(0, -own.length))
  const parent = folderOf(root)
  return /\/\.[^./][^/]*$/.test(parent) ? folderOf(parent) : parent
}

const isOwnFolder = (root: string, host: Host): boolean => hostOfFolder(root, [host]) !== undefined
