import { resolve } from 'node:path'
import { describeRules } from '../composition.ts'
import type { Severity } from '../core/diagnostic.ts'
import type { Report } from '../core/report.ts'
import { withSlashes } from '../io/paths.ts'
import { workspacePaths } from '../io/workspace-paths.ts'
import { type FormatName, formatNames, makeReporter } from '../reporters/index.ts'
import { diskAt } from './prepare.ts'

export interface FormatOptions {
  /** What the report's paths are relative to. Default: the current directory. */
  readonly cwd?: string
  /** What paths for code hosts are relative to. Default: the top of the repository around `cwd`. */
  readonly workspace?: string
  readonly color?: boolean
  /** Columns to wrap in. Default: 80. */
  readonly width?: number
  /** Only errors, in formats for people. */
  readonly quiet?: boolean
  /** Advice too, in formats for people. */
  readonly info?: boolean
  /** What counts as failed, in formats that know only passed and failed. Default: `error`. */
  readonly failOn?: Severity | 'never'
}

/** A report in one of the formats of `--format`, as the command line would print it. Throws for an unknown format. */
export async function formatReport(report: Report, format: FormatName, options: FormatOptions = {}): Promise<string> {
  if (!formatNames.includes(format)) throw new Error(`there is no format called ${format}`)
  const { color = false, width = 80, quiet = false, info = false, failOn = 'error' } = options
  const workspace = options.workspace === undefined ? undefined : withSlashes(resolve(options.workspace))
  const workspacePath = workspacePaths(diskAt(options.cwd), workspace)
  const reporter = await makeReporter(format, color, describeRules)
  return reporter(report, { color, width, quiet, info, workspacePath, failOn })
}
