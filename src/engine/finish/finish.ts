import type { Baseline, BaselineEntry } from '../../core/baseline.ts'
import type { Diagnostic, Severity, SuppressedDiagnostic } from '../../core/diagnostic.ts'
import type { AgentFacts } from '../../facts/agent-facts.ts'
import type { FileSystem } from '../../io/file-system.ts'
import { absolutePath, relativePath } from '../../io/paths.ts'
import type { LintingView } from '../../kit/linting-view.ts'
import { isOn, reporterFor } from '../run-rule.ts'
import type { Settings } from '../settings.ts'
import { applyBaseline, updateBaseline } from './baseline.ts'
import { dedupe } from './dedupe.ts'
import { inFocus } from './focus.ts'
import { createIdentify } from './identify.ts'
import { type Looked, lookedAt } from './looked-at.ts'
import { sortDiagnostics } from './sort.ts'
import { suppress } from './suppress.ts'

export interface FinishRequest {
  readonly diagnostics: readonly Diagnostic[]
  /** Of all files of the run. */
  readonly facts: readonly AgentFacts[]
  readonly settings: Settings
  /** Heed comments that silence findings? */
  readonly inline: boolean
  readonly baseline: Baseline | undefined
  readonly looked: Looked
  readonly texts: ReadonlyMap<string, string>
}

export interface Finished {
  readonly diagnostics: readonly Diagnostic[]
  readonly suppressed: readonly SuppressedDiagnostic[]
  /** What the baseline has to say from now on, with findings from a severity up. */
  readonly nextBaseline: (least: Severity) => readonly BaselineEntry[]
}

/** From all that the rules found to what is shown: silenced, compared with the baseline, in focus, and in order. */
export function finish(fs: FileSystem, request: FinishRequest): Finished {
  const { settings, looked, baseline } = request
  const all = sortDiagnostics(dedupe(request.diagnostics))
  const inline = request.inline ? suppress(all, request.facts, settings) : { kept: all, suppressed: [], directives: [] }
  const known = compare(fs, request, inline.kept)
  const ruleIds = settings.rules.map(({ meta }) => meta.id)
  const own = lintLinting({ directives: inline.directives, stale: known.stale, ruleIds }, settings)
  const shown = inFocus(own.length === 0 ? known.kept : sortDiagnostics([...known.kept, ...own]), looked.focus)
  const silenced = [...inline.suppressed, ...known.suppressed]
  const suppressed = silenced.length === 0 ? [] : inFocus(sortDiagnostics(silenced), looked.focus)
  const asked = inFocus([...known.kept, ...known.suppressed], looked.focus)
  return {
    diagnostics: shown,
    suppressed,
    nextBaseline: (least) => (baseline === undefined ? [] : known.next(asked, least)),
  }
}

/** What a baseline makes of the findings; nothing where there is none. */
function compare(fs: FileSystem, { settings, baseline, looked, texts }: FinishRequest, kept: readonly Diagnostic[]) {
  if (baseline === undefined) return { kept, suppressed: [], stale: [], next: () => [] }
  const toKey = (path: string): string => relativePath(baseline.folder, absolutePath(fs.cwd, path))
  const identify = createIdentify(settings.rules, (path) => texts.get(path) ?? '', toKey)
  const isLookedAt = lookedAt(fs, looked, settings, baseline.folder)
  const next = (found: readonly Diagnostic[], least: Severity): BaselineEntry[] =>
    updateBaseline(found, baseline, identify, isLookedAt, least)
  return { ...applyBaseline(kept, baseline, identify, isLookedAt), next }
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
