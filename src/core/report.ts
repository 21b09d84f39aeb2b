import type { Diagnostic, Severity, SuppressedDiagnostic } from './diagnostic.ts'
import { applicableFix } from './fix.ts'
import type { Span } from './span.ts'

/** How the host of a fleet was decided. */
export type HostFrom = 'flag' | 'config' | 'path' | 'inferred'

/** One agents root of one host. */
export interface FleetSummary {
  readonly root: string
  readonly host: string
  readonly hostName: string
  readonly hostFrom: HostFrom
  readonly agents: number
  /** Every file that was read as one of the fleet. */
  readonly files: readonly string[]
}

/** A file below the paths that was not read as an agent, and why not. */
export interface PassedOver {
  readonly path: string
  readonly why: string
}

/**
 * Everything a reporter may know. Paths are relative to the current directory, with `/`. Diagnostics are sorted.
 */
export interface Report {
  readonly version: string
  readonly fleets: readonly FleetSummary[]
  readonly diagnostics: readonly Diagnostic[]
  /** Findings that a comment or the baseline silences; sorted. */
  readonly suppressed: readonly SuppressedDiagnostic[]
  /** How many more there are, advice aside, where the run was asked about some files only. */
  readonly outsideFocus?: number
  readonly passedOver: readonly PassedOver[]
  /** Ids of the files that could not be read at all: the job was not done for them. */
  readonly unreadable: readonly string[]
  /** Was something to be read that is not there? Then what is missing here is not in order for it. */
  readonly isIncomplete?: boolean
  /** The text of each file that a diagnostic points into, by path. */
  readonly texts: ReadonlyMap<string, string>
  /** Of those texts: what may not be printed, by path. Reporters see texts through `lineFinder`, which covers it. */
  readonly secrets: ReadonlyMap<string, readonly Span[]>
  /** What was mended before these findings were made; absent where nothing was asked for. */
  readonly fixed?: FixedSummary
}

export interface FixedSummary {
  readonly findings: number
  readonly files: number
  /** Was nothing written, on demand? */
  readonly isDryRun: boolean
}

export interface Counts {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}

export function countDiagnostics(diagnostics: readonly Diagnostic[]): Counts {
  let errors = 0
  let warnings = 0
  for (const { severity } of diagnostics) {
    if (severity === 'error') errors++
    else if (severity === 'warning') warnings++
  }
  return { errors, warnings, infos: diagnostics.length - errors - warnings }
}

/** How many of the findings can be mended without a person: by `--fix`, and by `--unsafe-fixes` on top of it. */
export function countFixable(diagnostics: readonly Diagnostic[]): { readonly safe: number; readonly unsafe: number } {
  let safe = 0
  let unsafe = 0
  for (const { fixes } of diagnostics) {
    const applicability = applicableFix(fixes, 'unsafe')?.applicability
    if (applicability === 'safe') safe++
    else if (applicability === 'unsafe') unsafe++
  }
  return { safe, unsafe }
}

/** A pure function from a finished report to what is printed. */
export type Reporter = (report: Report, options: ReporterOptions) => string

export interface ReporterOptions {
  /** Print colour? Decided by the CLI, per stream. */
  readonly color: boolean
  /** Columns of the terminal. */
  readonly width: number
  /** The address of a rule's page, where the output is a terminal that can make a link of its name. */
  readonly pageOf?: ((rule: string) => string | undefined) | undefined
  /** Hide warnings and infos. */
  readonly quiet: boolean
  /** Print infos too (pretty and compact; machine formats always have them). */
  readonly info: boolean
  /** Turns a diagnostic's path, relative to the current directory, into one relative to the workspace's top. */
  readonly workspacePath: (path: string) => string
  /** The least severity that fails the run, for formats that know only passed and failed; without one, `error`. */
  readonly failOn?: Severity | 'never'
  /** `false`: leave silenced findings out where they could be marked as such; for readers that take no notice. */
  readonly silenced?: boolean
}
