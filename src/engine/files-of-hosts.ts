import type { Host } from '../hosts/host-registry.ts'
import { folderOf, nameOf } from '../io/paths.ts'

/** Does the host look at a file of that name and place? `root` is its folder; both paths are absolute. */
export function takesFile(host: Host, root: string, path: string): boolean {
  const { endings, never, skips, recursive } = host.files
  const name = nameOf(path)
  if (never.includes(name) || !endings.some((ending) => name.endsWith(ending))) return false
  if (skips?.some((pattern) => new RegExp(pattern).test(name))) return false
  return recursive || folderOf(path) === root
}

/** What files of hosts end in that are no Markdown. */
export const otherEndings = (hosts: readonly Host[]): string[] =>
  [...new Set(hosts.flatMap(({ files }) => files.endings))].filter((ending) => !ending.endsWith('.md'))

/** Does a file end as agents do on some host, in whatever case? */
export const hasEndingOfAgents = (path: string, hosts: readonly Host[]): boolean =>
  ['.md', ...otherEndings(hosts)].some((ending) => path.toLowerCase().endsWith(ending))
