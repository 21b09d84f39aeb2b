import type { ToolVocabulary } from '../core/host.ts'
import type { Host } from './host-registry.ts'
import { knownKeys } from './violations.ts'

/** What tells the files that are written for one host from those for another. */
export interface HostTerms {
  readonly endings: readonly string[]
  readonly keys: ReadonlySet<string>
  readonly toolField: string
  readonly tools: ReadonlySet<string>
  /** The same in lower case: what is not in here is no tool of the host, however it is written. */
  readonly toolsInAnyCase: ReadonlySet<string>
}

const cache = new WeakMap<Host, HostTerms>()

// The bundle step puts a table in place of this file's looking (src/generate/esbuild-plugins.ts): the same answers,
// without the data of every host being read.
export function termsOf(host: Host): HostTerms {
  const known = cache.get(host)
  if (known !== undefined) return known
  const { identity, tools } = host
  const names = toolNames(tools)
  const terms = {
    endings: identity.fileEndings,
    keys: knownKeys(host),
    toolField: tools.field,
    tools: names,
    toolsInAnyCase: new Set([...names].map((name) => name.toLowerCase())),
  }
  cache.set(host, terms)
  return terms
}

/** Every name that was ever a tool's. */
export const toolNames = ({ names, aliases, retired }: ToolVocabulary): ReadonlySet<string> =>
  new Set([names, aliases, retired].flatMap(Object.keys))
