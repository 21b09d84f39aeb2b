import { quote } from '../core/message.ts'
import { entryOf, type MapValue } from '../core/value.ts'
import { isVersion } from '../core/versions.ts'
import type { KnownIds } from './config.ts'
import { type Mistake, unknownName } from './mistake.ts'
import { entriesBelow } from './to-config.ts'

/** What is wrong with the releases of hosts: `hosts`, where its values are mappings. */
export function checkHostVersions(root: MapValue, { hostIds, hasEarlierReleases }: KnownIds): Mistake[] {
  return entriesBelow(root, 'hosts').flatMap(({ key, keySpan, value }) => {
    if (value.kind !== 'map') return []
    const unknown = unknownName('host', key, keySpan, hostIds, `the hosts are ${hostIds.join(', ')}`)
    if (unknown !== undefined) return unknown
    const version = entryOf(value.entries, 'version')?.value
    if (version?.kind !== 'scalar' || typeof version.value !== 'string') return []
    if (!isVersion(version.value)) {
      const message = `${quote(version.value)} is not the number of a release`
      return { span: version.span, message, help: 'write it as `2.1.100`, in quotes' }
    }
    if (hasEarlierReleases(key)) return []
    const message = `nothing is known of other releases of ${quote(key)}, so \`version\` changes nothing`
    const known = hostIds.filter(hasEarlierReleases).join(', ')
    return { span: keySpan, message, help: `take the entry out; releases are known of ${known}` }
  })
}
