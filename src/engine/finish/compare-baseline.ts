import type { Baseline, BaselineEntry } from '../../core/baseline.ts'
import type { Diagnostic, Severity } from '../../core/diagnostic.ts'
import type { FileSystem } from '../../io/file-system.ts'
import { absolutePath, relativePath } from '../../io/paths.ts'
import type { Settings } from '../settings.ts'
import { applyBaseline, type BaselineResult, updateBaseline } from './baseline.ts'
import { createIdentify } from './identify.ts'
import { type Looked, lookedAt } from './looked-at.ts'

export interface BaselineRequest {
  readonly baseline: Baseline
  readonly settings: Settings
  readonly looked: Looked
  readonly texts: ReadonlyMap<string, string>
}

export interface Comparison extends BaselineResult {
  /** What the baseline has to say once these are what is found, from a severity up. */
  readonly next: (found: readonly Diagnostic[], least: Severity) => readonly BaselineEntry[]
}

/** What is new beside a baseline, and what of it is gone. `diagnostics` are in order. */
export function compareBaseline(
  fs: FileSystem,
  diagnostics: readonly Diagnostic[],
  { baseline, settings, looked, texts }: BaselineRequest,
): Comparison {
  const toKey = (path: string): string => relativePath(baseline.folder, absolutePath(fs.cwd, path))
  const identify = createIdentify(settings.rules, (path) => texts.get(path) ?? '', toKey)
  const isLookedAt = lookedAt(fs, looked, settings, baseline.folder)
  return {
    ...applyBaseline(diagnostics, baseline, identify, isLookedAt),
    next: (found, least) => updateBaseline(found, baseline, identify, isLookedAt, least),
  }
}
