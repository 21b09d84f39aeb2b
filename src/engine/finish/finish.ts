import type { Baseline, BaselineEntry } from '../../core/baseline.ts'
import type { Diagnostic, Severity, SuppressedDiagnostic } from '../../core/diagnostic.ts'
import type { AgentFacts } from '../../facts/agent-facts.ts'
import type { FileSystem } from '../../io/file-system.ts'
import type { LintingView } from '../../kit/linting-view.ts'
import { isOn, reporterFor } from '../run-rule.ts'
import type { Settings } from '../settings.ts'
import type { Comparison } from './compare-baseline.ts'
import { dedupe } from './dedupe.ts'
import { focusTest } from './focus.ts'
import type { Looked } from './looked-at.ts'
import { sortDiagnostics } from './sort.ts'
import type { SuppressResult } from './suppress.ts'

export interface FinishRequest {
  readonly diagnostics: readonly Diagnostic[]
  /** Of all files of the run. */
  readonly facts: readonly AgentFacts[]
  readonly settings: Settings
  /** Heed comments that silence findings? */
  readonly inline: boolean
  readonly baseline: Baseline | undefined
  readonly strictBaseline: boolean
  readonly looked: Looked
  readonly texts: ReadonlyMap<string, string>
  /** The files that are read for a host that is not theirs. */
  readonly forAnother: () => ReadonlySet<string>
}

export interface Finished {
  /** The findings of the whole fleets that nothing silences, whatever is shown of them. */
  readonly all: readonly Diagnostic[]
  readonly diagnostics: readonly Diagnostic[]
  readonly suppressed: readonly SuppressedDiagnostic[]
  /** How many findings are left out, advice aside; not there where all were asked for. */
  readonly outsideFocus?: number
  /** What the baseline has to say from now on, with findings from a severity up. */
  readonly nextBaseline: (least: Severity) => readonly BaselineEntry[]
}

/** From all that the rules found to what is shown: silenced, compared with the baseline, in focus, and in order. */
export async function finish(fs: FileSystem, request: FinishRequest): Promise<Finished> {
  const { settings, facts, strictBaseline } = request
  const inline = await suppressInline(sortDiagnostics(dedupe(request.diagnostics)), request)
  const known = await compare(fs, inline.kept, request)
  const ruleIds = settings.rules.map(({ meta }) => meta.id)
  const own = lintLinting({ directives: inline.directives, stale: known.stale, strictBaseline, ruleIds }, settings)
  const all = own.length === 0 ? known.kept : sortDiagnostics([...known.kept, ...own])
  const silenced = sortDiagnostics([...inline.suppressed, ...known.suppressed])
  const isShown = focusTest(request.looked.focus, () => facts.flatMap(({ name, aliases }) => [name.value, ...aliases]))
  const next = (found: readonly Diagnostic[]) => (least: Severity) => known.next(found, least)
  const found = [...known.kept, ...known.suppressed]
  if (isShown === undefined) return { diagnostics: all, all, suppressed: silenced, nextBaseline: next(found) }
  return {
    all,
    diagnostics: all.filter(isShown),
    suppressed: silenced.filter(isShown),
    outsideFocus: all.filter((diagnostic) => diagnostic.severity !== 'info' && !isShown(diagnostic)).length,
    nextBaseline: next(found.filter(isShown)),
  }
}

/** What most runs do without is not loaded. */
async function suppressInline(
  diagnostics: readonly Diagnostic[],
  { facts, settings, inline, forAnother }: FinishRequest,
): Promise<SuppressResult> {
  if (!inline || facts.every(({ suppressions }) => suppressions.length === 0)) {
    return { kept: diagnostics, suppressed: [], directives: [] }
  }
  const { suppress } = await import('./suppress.ts')
  return suppress(diagnostics, facts, settings, forAnother())
}

async function compare(fs: FileSystem, kept: readonly Diagnostic[], request: FinishRequest): Promise<Comparison> {
  const { baseline } = request
  if (baseline === undefined) return { kept, suppressed: [], stale: [], next: () => [] }
  const { compareBaseline } = await import('./compare-baseline.ts')
  return compareBaseline(fs, kept, { ...request, baseline })
}

function lintLinting(view: LintingView, settings: Settings): Diagnostic[] {
  const found: Diagnostic[] = []
  if (view.directives.length === 0 && view.stale.length === 0) return found
  for (const rule of settings.rules) {
    if (rule.kind !== 'linting' || !isOn(rule, settings)) continue
    rule.check(
      view,
      reporterFor(rule, undefined, settings, (diagnostic) => found.push(diagnostic)),
    )
  }
  return found
}
