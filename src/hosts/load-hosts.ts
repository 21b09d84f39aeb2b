import { builtInHostData } from './built-in-hosts.ts'
import type { Host } from './host-registry.ts'

/**
 * The hosts of this project. The order counts where two call the same folder their own: the first decides severities.
 */
export const builtInHosts: readonly Host[] = builtInHostData.map(asHost)

/**
 * What a folder's name tells is at hand; the rest of a host is loaded where it is asked for: most runs meet one. A test
 * holds every descriptor against `schemas/host.schema.json`, which is what makes the casts true.
 */
function asHost(data: (typeof builtInHostData)[number]): Host {
  const [descriptor, keys, schemaId, load] = data
  let loaded: Readonly<Record<string, unknown>> | undefined
  const onDemand = (key: string): PropertyDescriptor => ({
    get: () => {
      loaded ??= load()
      return loaded[key]
    },
    enumerable: true,
    configurable: true,
  })
  const lazy = Object.fromEntries(keys.map((key: string) => [key, onDemand(key)]))
  return Object.defineProperties({ ...descriptor, schemaId } as unknown as Host, lazy)
}

export const hostById = (id: string): Host | undefined => builtInHosts.find((host) => host.id === id)

/** The host of folders whose files say nothing about theirs: the one that most people use. */
export const defaultHostId = 'claude-code'
