import { builtInHostData } from './built-in-hosts.ts'
import type { Host } from './host-registry.ts'

/**
 * The hosts of this project. The order counts where two call the same folder their own: the first decides severities.
 */
export const builtInHosts: readonly Host[] = builtInHostData.map(asHost)

/**
 * Vocabularies and schemas are only parsed where they are asked for: most runs meet one host. A test holds every
 * descriptor against `schemas/host.schema.json`, which is what makes the casts true.
 */
function asHost(data: (typeof builtInHostData)[number]): Host {
  const [descriptor, schemaId, tools, schema] = data
  const host = { ...descriptor, schemaId }
  return Object.defineProperties(host as unknown as Host, { tools: onDemand(tools), schema: onDemand(schema) })
}

function onDemand(make: () => object): PropertyDescriptor {
  let made: object | undefined
  const get = (): object => {
    made ??= make()
    return made
  }
  return { get, enumerable: true, configurable: true }
}

export const hostById = (id: string): Host | undefined => builtInHosts.find((host) => host.id === id)

/** The host of folders whose files say nothing about theirs: the one that most people use. */
export const defaultHostId = 'claude-code'
