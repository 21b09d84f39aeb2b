import { isDeepStrictEqual } from 'node:util'
import type { AnalysisMemory } from './analysis-memory.ts'
import type { DocumentMemory } from './document-memory.ts'
import type { Settings } from './settings.ts'

/** What earlier runs of the same process found out, and later ones need not. No finding is kept: those depend on all files. */
export interface RunMemory {
  readonly documents: DocumentMemory
  readonly analyses: AnalysisMemory
  /** Those of the last run, and what they were made from. */
  last: { readonly from: unknown; readonly settings: Settings } | undefined
}

export const createMemory = (): RunMemory => ({ documents: new WeakMap(), analyses: new WeakMap(), last: undefined })

/** The settings of the last run where they were made from the same, else those that `make` makes. */
export async function settingsFrom(memory: RunMemory, from: unknown, make: () => Promise<Settings>): Promise<Settings> {
  if (memory.last === undefined || !isDeepStrictEqual(memory.last.from, from)) {
    memory.last = { from, settings: await make() }
  }
  return memory.last.settings
}
