import type { FleetGraph } from '../../core/graph.ts'
import { countDiagnostics, type Report } from '../../core/report.ts'
import { createNodeFileSystem } from '../../io/node-fs.ts'
import { workspacePaths } from '../../io/workspace-paths.ts'
import { troublesOf } from '../../reporters/fleet-troubles.ts'
import { annotations, type Remark } from '../../reporters/github.ts'
import { inlineCode } from '../../reporters/markdown-text.ts'
import { stepSummary } from '../../reporters/step-summary.ts'
import { exitCodes } from '../environment.ts'
import type { Variables } from './inputs.ts'

/** What came of a run. */
export interface Run {
  /** Absolute, with `/`. */
  readonly cwd: string
  readonly exitCode: number
  readonly log: string
  /** Not there where the run did not get so far. */
  readonly report?: Report | undefined
  /** Why the job could not be done, where it could not. */
  readonly failure?: string | undefined
  /** What is to be known about the run, though nothing is wrong with it. */
  readonly notices: readonly string[]
  /** The files that the event changes, relative to `cwd`. */
  readonly changed?: ReadonlySet<string> | undefined
  readonly graphs: readonly FleetGraph[]
  /** Reports that were written: the outputs that name them, and their paths. */
  readonly files: Readonly<Record<string, string>>
}

/** A log in which the runner looks for no commands. What ends it is random: no file that is printed can know it. */
export function protectedLog(log: string): string {
  const end = crypto.randomUUID()
  return `::stop-commands::${end}\n${log}${log.endsWith('\n') ? '' : '\n'}::${end}::\n`
}

/** The annotations of a run, with what kept it from its work and what else is to be known. */
export function annotationsOf(run: Run, env: Variables, hasSummary: boolean): string {
  const { report, failure, notices, changed, cwd } = run
  const remarks: Remark[] = notices.map((text) => ({ severity: 'info', text }))
  if (failure !== undefined) remarks.unshift({ severity: 'error', text: failure.replaceAll('\n', ' · ') })
  const lines = annotations(report ?? nothing, report?.diagnostics ?? [], {
    workspacePath: pathsIn(cwd, env),
    ...(changed === undefined ? {} : { changed }),
    remarks,
    ...(hasSummary ? { elsewhere: '; the summary of the job has them' } : {}),
  })
  return lines.map((line) => `${line}\n`).join('')
}

const nothing = { texts: new Map(), secrets: new Map() }

const pathsIn = (cwd: string, env: Variables): ((path: string) => string) =>
  workspacePaths(createNodeFileSystem(cwd), env.GITHUB_WORKSPACE)

/** What the page of the job says about a run. */
export function summaryOf({ report, failure, notices, changed, graphs, cwd }: Run, env: Variables): string {
  const problem = failure === undefined || failure === '' ? [] : failure.split('\n').slice(0, 20)
  if (report === undefined || report.fleets.length === 0) {
    const lines = ['## agent-lint: the job could not be done', ...problem.map(inlineCode), ...notices]
    return `${lines.join('\n\n')}\n`
  }
  return stepSummary(report, {
    workspacePath: pathsIn(cwd, env),
    changed,
    remarks: [...problem, ...notices],
    graphs,
    address: addressOf(env),
  })
}

/** Where the files of the commit can be looked at. */
function addressOf({ GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA }: Variables): string | undefined {
  const address = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${GITHUB_SHA}/`
  return /^https:\/\/[\w.:-]+\/[\w.-]+\/[\w.-]+\/blob\/[0-9a-f]{40,64}\/$/.test(address) ? address : undefined
}

/** Code scanning refuses a run with more results. */
const mostResults = 25_000

/** What is to be known about a SARIF report before it is uploaded. */
export function uploadNotices(report: Pick<Report, 'diagnostics'> | undefined): string[] {
  const results = report?.diagnostics.length ?? 0
  if (results <= mostResults) return []
  return [
    `the SARIF report has ${results} results, and code scanning takes no more than ${mostResults}: lint fewer paths in one job`,
  ]
}

const results: Readonly<Record<number, string>> = {
  [exitCodes.clean]: 'passed',
  [exitCodes.findings]: 'failed',
  [exitCodes.failure]: 'error',
}

/** The outputs of the step. Files that were not asked for, or not written, are empty; so is SARIF of a job that could not be done. */
export function outputsOf({ report, exitCode, files }: Run): Record<string, string | number> {
  const { errors, warnings, infos } = countDiagnostics(report?.diagnostics ?? [])
  const { overlaps, cycles } = troublesOf(report?.diagnostics ?? [])
  return {
    result: results[exitCode] ?? 'error',
    errors,
    warnings,
    infos,
    agents: (report?.fleets ?? []).reduce((sum, fleet) => sum + fleet.agents, 0),
    overlaps: overlaps.length,
    cycles: cycles.length,
    // A code host takes what a report does not have for mended.
    'sarif-file': exitCode === exitCodes.failure ? '' : (files['sarif-file'] ?? ''),
    'json-file': files['json-file'] ?? '',
    'exit-code': exitCode,
  }
}
