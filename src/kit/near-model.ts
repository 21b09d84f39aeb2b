import type { HostDescriptor } from '../core/host.ts'
import { nearest } from '../core/nearest.ts'

/**
 * The model that `name` (as `modelName` gives it) most likely means, or undefined: an id that is only spelt in another
 * way, the alias of the kind that the name speaks of, or what is misspelt. A model that is gone is never proposed.
 */
export function nearModel({ models }: HostDescriptor, name: string): string | undefined {
  const gone = new Set(models.retired?.flatMap(({ ids }) => ids))
  const ids = models.ids.filter((id) => !gone.has(id))
  const spelling = withHyphens(name)
  return (
    ids.find((id) => withHyphens(id) === spelling) ??
    models.aliases.find((alias) => spelling.split('-').includes(alias)) ??
    nearest(name, [...models.aliases, ...ids])
  )
}

/** Versions are written with dots, and names with blanks, where people read them. */
const withHyphens = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
