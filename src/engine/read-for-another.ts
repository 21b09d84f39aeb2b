import { fallbackHost, inferHost } from '../hosts/infer-host.ts'
import type { ChosenHost } from './read-documents.ts'
import type { RootReading } from './read-root.ts'
import type { Settings } from './settings.ts'

/**
 * The files of folders that the user asks about for once as if they were another host's: `usualHosts` of a root are those of the
 * configuration. What a comment in them silences for the folder's own host is not seen in such a run.
 */
export function readForAnother(
  readings: readonly RootReading[],
  usualHosts: (root: string) => readonly Pick<ChosenHost, 'host'>[],
  settings: Settings,
): ReadonlySet<string> {
  const asked = readings.filter(({ documents }) => documents.hostFrom === 'flag')
  const isAnother = ({ root, documents }: RootReading): boolean => {
    const hosts = asked.filter((reading) => reading.root === root).map((reading) => reading.documents.host)
    const usual = usualHosts(root.path).map(({ host }) => host)
    const own = root.host ?? inferHost(documents.documents, settings.hosts) ?? fallbackHost(settings.hosts)
    return (usual.length > 0 ? usual : [own]).some((host) => host !== undefined && !hosts.includes(host))
  }
  return new Set(
    asked.filter(isAnother).flatMap(({ documents }) => documents.documents.map(({ source }) => source.path)),
  )
}
