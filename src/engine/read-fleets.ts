import { buildFleet } from '../fleet/build-fleet.ts'
import type { Fleet } from '../fleet/fleet.ts'
import type { FileSystem } from '../io/file-system.ts'
import { absolutePath } from '../io/paths.ts'
import { discover } from './discover.ts'
import { fleetRequest, projectOf } from './fleet-request.ts'
import { namesOfRoots } from './names-of-roots.ts'
import { type RootReading, type RootRequest, readRoot } from './read-root.ts'
import { rememberReads } from './remember-reads.ts'

export interface FleetsRequest extends RootRequest {
  readonly paths: readonly string[]
  readonly ignores: readonly string[]
  readonly ignoresFolder: string
  /** Folders (absolute) whose hosts the configuration names. */
  readonly configured: readonly string[]
}

/** A fleet with what its facts are offsets of. */
export interface ReadFleet {
  readonly fleet: Fleet
  /** Absolute: where the patterns of its claims start. */
  readonly project: string
  readonly texts: ReadonlyMap<string, string>
}

export interface FleetsResult {
  readonly fleets: readonly ReadFleet[]
  readonly unmatched: readonly string[]
  readonly failures: readonly { readonly path: string; readonly why: string }[]
}

/** The fleets that the paths mean, without any rule being run. */
export async function readFleets(disk: FileSystem, request: FleetsRequest): Promise<FleetsResult> {
  const fs = rememberReads(disk)
  const discovery = await discover(fs, { ...request, hosts: request.settings.hosts, everyMarkdownFile: false })
  const readings: RootReading[] = []
  for (const root of discovery.roots) readings.push(await readRoot(fs, root, request))
  const elsewhere = namesOfRoots(readings)
  const fleets = readings.map((reading): ReadFleet => {
    const { root, documents, analyses } = reading
    const facts = analyses.map((analysis) => analysis.facts)
    const around = { isElsewhere: elsewhere(reading) }
    const asked = fleetRequest(fs, root.path, documents.host, facts, request.settings, around)
    return {
      fleet: buildFleet(asked),
      project: projectOf(absolutePath(fs.cwd, root.path), documents.host),
      texts: new Map(documents.documents.map(({ source }) => [source.path, source.text])),
    }
  })
  const failures = [...discovery.unreadable, ...readings.flatMap(({ documents }) => documents.failures)]
  return { fleets, unmatched: discovery.unmatched, failures }
}
