import type { HostDescriptor } from '../core/host.ts'
import type { JsonObject } from '../core/json.ts'
import { builtInHostData } from './built-in-hosts.ts'
import type { Host } from './host-registry.ts'

/**
 * The hosts of this project. The order counts where two call the same folder their own: the first decides severities.
 */
export const builtInHosts: readonly Host[] = builtInHostData.map(([descriptor, schema]) => asHost(descriptor, schema))

/** A test holds every descriptor against `schemas/host.schema.json`, which is what makes the cast true. */
function asHost(descriptor: unknown, schema: JsonObject): Host {
  return { ...(descriptor as HostDescriptor), schema, schemaId: String(schema.$id) }
}

export const hostById = (id: string): Host | undefined => builtInHosts.find((host) => host.id === id)

/** The host of folders whose files say nothing about theirs: the one that most people use. */
export const defaultHostId = 'claude-code'
