import type { JsonObject } from '../core/json.ts'
import { compareVersions } from '../core/versions.ts'
import type { Host } from './host-registry.ts'

/**
 * The host as it was in that release: what has changed since is put back, the newest change first. Of a release that is
 * newer than the facts nothing else is known than what they say.
 */
export function hostAt(host: Host, release: string): Host {
  const later = (host.changes ?? []).filter(({ since }) => compareVersions(release, since) < 0)
  const newestFirst = later.toSorted((a, b) => compareVersions(b.since, a.since))
  const before = newestFirst.reduce<unknown>((data, change) => patched(data, change.before), { ...host })
  return { ...(before as Host), release }
}

/** What a JSON merge patch makes of a value: `null` takes a key away. */
function patched(value: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch
  const result: Record<string, unknown> = isObject(value) ? { ...value } : {}
  for (const [key, change] of Object.entries(patch)) {
    if (change === null) delete result[key]
    else result[key] = patched(result[key], change)
  }
  return result
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
