import type { Diagnostic, SuppressedDiagnostic } from '../core/diagnostic.ts'
import {
  type Counts,
  countDiagnostics,
  countFixable,
  type FleetSummary,
  type Report,
  type ReporterOptions,
} from '../core/report.ts'
import { count } from './count.ts'
import { safeText } from './safe-text.ts'
import { shownDiagnostics } from './shown.ts'

/**
 * The last line for a person, without a line break: what was found where, for which hosts, and what is not shown.
 * `3 errors, 1 warning in 12 agents (claude-code); 2 infos not shown (--info)`, `12 agents, no problems (claude-code)`.
 */
export function summaryLine(report: Report, options: Pick<ReporterOptions, 'quiet' | 'info'>): string {
  const shown = shownDiagnostics(report.diagnostics, options)
  const found = listCounts(countDiagnostics(shown))
  const agents = agentsIn(report.fleets)
  const nothing = options.quiet ? 'no errors' : 'no problems'
  const result = found === '' ? `${agents}, ${nothing}` : `${found} in ${agents}`
  return [result + hostsOf(report.fleets), ...remarks(report, shown, options.quiet)].join('; ')
}

/** `2 errors, 1 info`; empty when there are none. */
export function listCounts({ errors, warnings, infos }: Counts): string {
  const parts: string[] = []
  if (errors > 0) parts.push(count(errors, 'error'))
  if (warnings > 0) parts.push(count(warnings, 'warning'))
  if (infos > 0) parts.push(count(infos, 'info'))
  return parts.join(', ')
}

function agentsIn(fleets: readonly FleetSummary[]): string {
  // A folder that is linted for several hosts is one all the same.
  const byRoot = new Map<string, number>()
  for (const fleet of fleets) byRoot.set(fleet.root, Math.max(fleet.agents, byRoot.get(fleet.root) ?? 0))
  const agents = [...byRoot.values()].reduce((sum, some) => sum + some, 0)
  const folders = byRoot.size
  return folders > 1 ? `${count(agents, 'agent')} in ${count(folders, 'folder')}` : count(agents, 'agent')
}

function hostsOf(fleets: readonly FleetSummary[]): string {
  if (fleets.length === 0) return ''
  const hosts = [...new Set(fleets.map(({ host }) => safeText(host)))]
  const inferred = fleets.filter(({ hostFrom }) => hostFrom === 'inferred').length
  if (inferred === fleets.length) hosts.push('inferred')
  else if (inferred > 0) hosts.push(`inferred for ${inferred} of ${fleets.length}`)
  return ` (${hosts.join(', ')})`
}

function remarks(report: Report, shown: readonly Diagnostic[], quiet: boolean): string[] {
  const remarks = fixRemarks(report.fixed, shown)
  const seen = new Set(shown)
  const kept = report.diagnostics.filter((diagnostic) => !seen.has(diagnostic))
  if (kept.length > 0) remarks.push(keptBack(kept, quiet ? '--quiet' : '--info'))
  if (report.suppressed.length > 0) remarks.push(silenced(report.suppressed))
  if ((report.outsideFocus ?? 0) > 0) remarks.push(`${report.outsideFocus} more outside of the focus`)
  if (report.unreadable.length > 0) remarks.push(`${count(report.unreadable.length, 'file')} could not be read`)
  if (report.passedOver.length > 0) {
    remarks.push(`${count(report.passedOver.length, 'file')} passed over (--list-files)`)
  }
  return remarks
}

/** `3 infos not shown (--info), 1 of them fixable`: whoever is told of a fix wants to see what for. */
function keptBack(kept: readonly Diagnostic[], flag: string): string {
  const { safe, unsafe } = countFixable(kept)
  const fixable = safe + unsafe === 0 ? '' : `, ${safe + unsafe} of them fixable`
  return `${listCounts(countDiagnostics(kept))} not shown (${flag})${fixable}`
}

/** What was mended, and what can be of what is shown. */
function fixRemarks(fixed: Report['fixed'], shown: readonly Diagnostic[]): string[] {
  const remarks: string[] = []
  if (fixed !== undefined && fixed.findings > 0) {
    const done = fixed.isDryRun ? 'would be fixed' : 'fixed'
    remarks.push(`${fixed.findings} ${done} in ${count(fixed.files, 'file')}`)
  }
  const { safe, unsafe } = countFixable(shown)
  if (safe > 0 && unsafe > 0) remarks.push(`${safe} fixable with --fix, ${unsafe} more with --unsafe-fixes`)
  else if (safe > 0) remarks.push(`${safe} fixable with --fix`)
  else if (unsafe > 0) remarks.push(`${unsafe} fixable with --fix --unsafe-fixes`)
  return remarks
}

/** `3 silenced by comments`, `3 silenced (2 by comments, 1 by the baseline)` */
function silenced(suppressed: readonly SuppressedDiagnostic[]): string {
  const inline = suppressed.filter((diagnostic) => diagnostic.suppressed.kind === 'inline').length
  const known = suppressed.length - inline
  if (known === 0) return `${inline} silenced by comments`
  if (inline === 0) return `${known} silenced by the baseline`
  return `${suppressed.length} silenced (${inline} by comments, ${known} by the baseline)`
}
