import type { Diagnostic } from '../../core/diagnostic.ts'
import { listNames } from '../../core/message.ts'

/** A finding of a folder that is linted for several hosts. */
export interface ForHost extends Diagnostic {
  /** The host that it is about, as people call it; absent where a folder has one. */
  readonly forHost?: string
}

/**
 * The findings of several hosts about the same files, each once: what holds for some of them only says for whom. `hosts` tells
 * how many a file is linted for.
 */
export function mergeHosts(diagnostics: readonly ForHost[], hosts: (path: string) => number): Diagnostic[] {
  const merged = new Map<string, { readonly diagnostic: Diagnostic; readonly names: Set<string> }>()
  for (const { forHost, ...diagnostic } of diagnostics) {
    const { rule, path, span, message, severity } = diagnostic
    const key = JSON.stringify([rule, path, span, message, severity])
    const same = merged.get(key) ?? { diagnostic, names: new Set() }
    if (forHost !== undefined) same.names.add(forHost)
    merged.set(key, same)
  }
  return [...merged.values()].map(({ diagnostic, names }) =>
    names.size === 0 || names.size === hosts(diagnostic.path) ? diagnostic : saidFor(diagnostic, [...names]),
  )
}

/** Most messages name the host anyway. */
function saidFor(diagnostic: Diagnostic, names: readonly string[]): Diagnostic {
  const { message } = diagnostic
  const data = { ...diagnostic.data, forHosts: names }
  const isSaid = names.every((name) => message.includes(name))
  return { ...diagnostic, data, message: isSaid ? message : `${message} (for ${listNames(names)})` }
}
