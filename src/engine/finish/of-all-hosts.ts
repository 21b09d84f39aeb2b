import type { Diagnostic } from '../../core/diagnostic.ts'
import type { Host } from '../../hosts/host-registry.ts'
import type { RootReading } from '../read-root.ts'
import type { Settings } from '../settings.ts'
import { mergeHosts } from './for-hosts.ts'
import { provenFixes } from './proven-fixes.ts'

export interface RunForHosts {
  readonly readings: readonly RootReading[]
  readonly texts: ReadonlyMap<string, string>
  readonly settings: Settings
}

/** The findings of folders that are linted for several hosts, each once, with fixes that are safe for all of these. */
export function ofAllHosts(
  diagnostics: readonly Diagnostic[],
  { readings, texts, settings }: RunForHosts,
): Promise<readonly Diagnostic[]> {
  const hosts = new Map<string, Host[]>()
  for (const { documents } of readings) {
    for (const { source } of documents.documents) {
      hosts.set(source.path, [...(hosts.get(source.path) ?? []), documents.host])
    }
  }
  const hostsOf = (path: string): readonly Host[] => hosts.get(path) ?? []
  const merged = mergeHosts(diagnostics, (path) => Math.max(hostsOf(path).length, 1))
  return provenFixes(merged, { hostsOf, texts, settings })
}
