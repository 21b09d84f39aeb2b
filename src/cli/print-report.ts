import { describeRules } from '../composition.ts'
import type { Severity } from '../core/diagnostic.ts'
import type { Report } from '../core/report.ts'
import type { FileSystem } from '../io/file-system.ts'
import { workspacePaths } from '../io/workspace-paths.ts'
import { type FormatName, makeReporter } from '../reporters/index.ts'
import { type Environment, widthOf } from './environment.ts'

/** What the user asked to see, whichever format shows it. */
export interface ShownFlags {
  readonly quiet?: boolean
  readonly info?: boolean
  readonly failOn: Severity | 'never'
}

/** Only a terminal makes links, and one that shows no colour shows none; a build service's log would have them as text. */
async function pagesFor({ pages, stdout, variables }: Environment, color: boolean) {
  const isLinking = color && stdout.isTTY === true && (variables.CI ?? '') === '' && variables.TERM !== 'dumb'
  return isLinking && pages !== undefined ? (await import('./page-links.ts')).pageLinks(pages) : undefined
}

/** The report in one format; `color` as decided for where it goes. */
export async function renderReport(
  environment: Environment,
  fs: FileSystem,
  report: Report,
  format: FormatName,
  color: boolean,
  flags: ShownFlags,
): Promise<string> {
  const reporter = await makeReporter(format, color, describeRules)
  const { GITHUB_WORKSPACE, GITHUB_ACTIONS, CI_PROJECT_DIR } = environment.variables
  return reporter(report, {
    color,
    pageOf: await pagesFor(environment, color),
    width: widthOf(environment.stdout),
    quiet: flags.quiet ?? false,
    info: flags.info ?? false,
    workspacePath: workspacePaths(fs, GITHUB_WORKSPACE || CI_PROJECT_DIR),
    failOn: flags.failOn,
    // GitHub opens an alert for every result, also for one that is marked as silenced (github/codeql-action#1230).
    silenced: GITHUB_ACTIONS !== 'true',
  })
}
