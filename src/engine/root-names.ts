import type { Host } from '../hosts/host-registry.ts'
import { folderOf, nameOf } from '../io/paths.ts'

const agentFolderNames = new Set(['agents', 'agent', 'subagents', 'droids'])

/** Is a folder called as people call folders of agents? */
export const isAgentFolder = (path: string): boolean => agentFolderNames.has(nameOf(path))

const endsWith = (path: string, folder: string): boolean => path.endsWith(`/${folder}`)

/** The host whose own folder this is; the first where several say so. `path` is absolute. */
export const hostOfFolder = (path: string, hosts: readonly Host[]): Host | undefined =>
  hosts.find((host) => host.folders.some((folder) => endsWith(path, folder)))

/** The host whose folder this is or lies in. */
export function hostFolderOf(path: string, hosts: readonly Host[]): Host | undefined {
  for (let at = path; ; at = folderOf(at)) {
    const host = hostOfFolder(at, hosts)
    if (host !== undefined || at === folderOf(at)) return host
  }
}

/** Every host that reads a folder of that path. */
export const readersOf = (path: string, hosts: readonly Host[]): Host[] =>
  hosts.filter((host) => [...host.folders, ...host.alsoReads].some((folder) => endsWith(path, folder)))
