import { lint as lintFleets } from '../composition.ts'
import type { Diagnostic, RelatedLocation, SuppressedDiagnostic } from '../core/diagnostic.ts'
import { type Counts, countDiagnostics, type Report } from '../core/report.ts'
import type { Location } from '../core/span.ts'
import type { LintResult } from '../engine/lint.ts'
import { overlayFile } from '../io/overlay-fs.ts'
import { type FindLines, lineFinder, type Position, positionAt } from '../reporters/position.ts'
import { diskAt, prepare, type RunOptions, slashed } from './prepare.ts'

export interface LintOptions extends RunOptions {
  /** Folders, files (findings about them only) or globs. None: the agent folders of known hosts, else `./agents`. */
  readonly paths?: readonly string[]
}

export interface LintTextOptions extends RunOptions {
  /** Where the text would stand: the agents beside it are read too. */
  readonly path: string
}

/** Lines and columns from 1, columns in UTF-16 units; the end is after the last character. */
export interface Range {
  readonly start: Position
  readonly end: Position
}

export interface LintDiagnostic extends Diagnostic {
  readonly range: Range
  readonly related: readonly (RelatedLocation & { readonly range: Range })[]
}

export interface LintReport extends Report {
  readonly diagnostics: readonly LintDiagnostic[]
  readonly suppressed: readonly (LintDiagnostic & SuppressedDiagnostic)[]
  readonly counts: Counts
  /** Paths that nothing matches. */
  readonly unmatched: readonly string[]
}

/** Lints the fleets that the paths mean. Throws for a configuration or a host that cannot be used, never for a file. */
export async function lint(options: LintOptions = {}): Promise<LintReport> {
  const fs = diskAt(options.cwd)
  return toReport(await lintFleets(fs, await prepare(fs, slashed(options.paths ?? []), options)))
}

/** Lints a text as if it stood at a path, with the fleet around it; gives the findings that it takes part in. */
export async function lintText(text: string, options: LintTextOptions): Promise<LintReport> {
  const paths = slashed([options.path])
  const bytes = Buffer.from(text)
  const fs = overlayFile(diskAt(options.cwd), paths[0] ?? '', bytes, bytes.length)
  return toReport(await lintFleets(fs, await prepare(fs, paths, options)))
}

function toReport({ report, unmatched }: LintResult): LintReport {
  const findLines = lineFinder(report)
  const diagnostics = report.diagnostics.map((diagnostic) => withRange(diagnostic, findLines))
  const suppressed = report.suppressed.map((diagnostic) => withRange(diagnostic, findLines))
  return { ...report, diagnostics, suppressed, counts: countDiagnostics(diagnostics), unmatched }
}

const withRange = <T extends Diagnostic>(diagnostic: T, findLines: FindLines) => ({
  ...diagnostic,
  range: rangeOf(diagnostic, findLines),
  related: diagnostic.related.map((place) => ({ ...place, range: rangeOf(place, findLines) })),
})

function rangeOf({ path, span }: Location, findLines: FindLines): Range {
  const index = findLines(path)
  const at = (offset: number): Position => (index === undefined ? { line: 1, column: 1 } : positionAt(index, offset))
  return { start: at(span.start), end: at(span.end) }
}
