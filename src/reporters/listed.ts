import type { Diagnostic, SuppressedDiagnostic } from '../core/diagnostic.ts'
import type { Report } from '../core/report.ts'

/** A finding, with why it is silenced, if it is. */
export type Listed = Diagnostic & Partial<SuppressedDiagnostic>

/** All findings. Silenced ones stand where they would if they were not; both lists are in order already. */
export function listAll({ diagnostics, suppressed }: Pick<Report, 'diagnostics' | 'suppressed'>): readonly Listed[] {
  if (suppressed.length === 0) return diagnostics
  const listed: Listed[] = [...diagnostics, ...suppressed]
  return listed.toSorted((a, b) => (a.path === b.path ? a.span.start - b.span.start : a.path < b.path ? -1 : 1))
}
