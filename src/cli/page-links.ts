import { hostname } from 'node:os'
import { pathToFileURL } from 'node:url'
import { rules } from '../composition.ts'

/** Gives the address of a rule's page below a folder (absolute), with the machine that it is on: the terminal may be another's. */
export function pageLinks(folder: string): (rule: string) => string | undefined {
  // With a drive behind it, a name would be that of a server.
  const base = pathToFileURL(folder).href.replace(
    /^file:\/\/(?!\/[A-Za-z]:)/,
    `file://${encodeURIComponent(hostname())}`,
  )
  const places = new Map(rules.map(({ meta }) => [meta.id, `${meta.category}/${meta.id}/README.md`]))
  return (rule) => {
    const place = places.get(rule)
    return place === undefined ? undefined : `${base}/${place}`
  }
}
