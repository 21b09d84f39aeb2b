import { entryKey, formatEntry } from '../../config/baseline-file.ts'
import type { Baseline, BaselineEntry } from '../../core/baseline.ts'
import { type Diagnostic, isAtLeast, type Severity, type SuppressedDiagnostic } from '../../core/diagnostic.ts'
import { span } from '../../core/span.ts'
import type { StaleEntry } from '../../kit/linting-view.ts'
import type { Identify } from './identify.ts'

export interface BaselineResult {
  readonly kept: readonly Diagnostic[]
  readonly suppressed: readonly SuppressedDiagnostic[]
  readonly stale: readonly StaleEntry[]
}

/**
 * Takes out the findings that the baseline has, each entry as often as it says. `diagnostics` are in order, so that it is
 * the later ones that are too many. Entries for which `isLookedAt` is false are left alone.
 */
export function applyBaseline(
  diagnostics: readonly Diagnostic[],
  baseline: Baseline,
  identify: Identify,
  isLookedAt: (entry: BaselineEntry) => boolean,
): BaselineResult {
  const left = new Map(baseline.entries.map((entry) => [entryKey(entry), entry.count]))
  const kept: Diagnostic[] = []
  const suppressed: SuppressedDiagnostic[] = []
  for (const diagnostic of diagnostics) {
    const keys = identify(diagnostic).map(entryKey)
    const isKnown = keys.length > 0 && keys.every((key) => (left.get(key) ?? 0) > 0)
    // What is found again is not gone, also where there is more beside it that is new.
    for (const key of keys) left.set(key, Math.max(0, (left.get(key) ?? 0) - 1))
    if (isKnown) suppressed.push({ ...diagnostic, suppressed: { kind: 'baseline', reason: undefined } })
    else kept.push(diagnostic)
  }
  const stale = baseline.entries.filter((entry) => (left.get(entryKey(entry)) ?? 0) > 0 && isLookedAt(entry))
  return { kept, suppressed, stale: stale.map((entry) => toStale(entry, left.get(entryKey(entry)) ?? 0, baseline)) }
}

function toStale(entry: BaselineEntry, left: number, { path, text }: Baseline): StaleEntry {
  const line = formatEntry(entry)
  const start = Math.max(0, text.indexOf(line))
  const end = text.startsWith(line, start) ? start + line.length : start
  return { ...entry, path, span: span(start, end), found: entry.count - left }
}

/** What the baseline says once it is brought up to date: what is found, from `least` up, and what was not looked at. */
export function updateBaseline(
  diagnostics: readonly Diagnostic[],
  baseline: Baseline,
  identify: Identify,
  isLookedAt: (entry: BaselineEntry) => boolean,
  least: Severity,
): BaselineEntry[] {
  const counts = new Map<string, BaselineEntry>()
  for (const diagnostic of diagnostics) {
    if (!isAtLeast(diagnostic.severity, least)) continue
    for (const found of identify(diagnostic)) {
      const key = entryKey(found)
      counts.set(key, { ...found, count: (counts.get(key)?.count ?? 0) + 1 })
    }
  }
  const others = baseline.entries.filter((entry) => !isLookedAt(entry) && !counts.has(entryKey(entry)))
  return [...counts.values(), ...others]
}
