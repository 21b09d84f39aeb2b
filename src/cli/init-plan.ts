import { lint } from '../composition.ts'
import { baselineName } from '../config/baseline-name.ts'
import type { Config } from '../config/config.ts'
import { type Counts, countDiagnostics, countFixable, type FleetSummary, type Report } from '../core/report.ts'
import type { FileSystem } from '../io/file-system.ts'
import { absolutePath, joinPath, relativePath } from '../io/paths.ts'
import { configName, hookName, isPlainPath, workflowName } from './init-files.ts'

/** What `init` proposes for a project. Paths are relative to the folder that the files go to. */
export interface InitPlan {
  readonly fleets: readonly FleetSummary[]
  /** What a run has to name; nothing where it finds the agents by itself. */
  readonly paths: readonly string[]
  /** Folders whose host was guessed from their files. */
  readonly guessed: readonly FleetSummary[]
  /** What is found now, advice left out. */
  readonly found: Counts
  /** How many of the findings `--fix` mends, advice left out. */
  readonly fixable: number
  /** How many files are in no fleet. */
  readonly passedOver: number
  readonly files: readonly ProposedFile[]
}

export interface ProposedFile {
  readonly kind: 'config' | 'baseline' | 'hook' | 'workflow'
  readonly path: string
  /** Why it is not proposed: because it is there, or does not fit. */
  readonly left: string | undefined
}

export interface InitRequest {
  readonly paths: readonly string[]
  readonly config: Config
  /** The configuration that holds already. */
  readonly configPath: string | undefined
  readonly configFolder: string
}

/** Looks at a project, from its top (`fs.cwd`). Undefined where no agents are found. */
export async function planInit(fs: FileSystem, request: InitRequest): Promise<InitPlan | undefined> {
  const run = (paths: readonly string[]) => lint(fs, { ...request, paths })
  const asked = await run(request.paths)
  const found = asked.report.fleets.length > 0 || request.paths.length > 0 ? asked : await run(['.'])
  const { report } = found
  if (report.fleets.length === 0) return undefined
  const worse = report.diagnostics.filter(({ severity }) => severity !== 'info')
  const paths = asked.report.fleets.length > 0 && request.paths.length === 0 ? [] : rootsOf(report)
  return {
    fleets: report.fleets,
    paths,
    guessed: request.configPath === undefined ? report.fleets.filter(({ hostFrom }) => hostFrom === 'inferred') : [],
    found: countDiagnostics(worse),
    fixable: countFixable(worse).safe,
    passedOver: report.passedOver.length,
    files: proposals(fs, request.configPath, paths, report),
  }
}

const rootsOf = ({ fleets }: Report): string[] => [...new Set(fleets.map(({ root }) => root))]

function proposals(
  fs: FileSystem,
  configPath: string | undefined,
  paths: readonly string[],
  report: Report,
): ProposedFile[] {
  const has = (path: string): boolean => fs.kindOf(path) !== undefined
  const isThere = (path: string): string | undefined => (has(path) ? 'it is there' : undefined)
  const isRepository = has('.git')
  const runnable = isRepository ? undefined : 'this is no git repository'
  const nameable = paths.every(isPlainPath)
    ? undefined
    : 'the folder of the agents has a name that needs care in a shell'
  const isQuiet = report.diagnostics.every(({ severity }) => severity === 'info')
  return [
    { kind: 'config', path: configName, left: thereIs(fs, configPath) },
    { kind: 'baseline', path: baselineName, left: isThere(baselineName) ?? (isQuiet ? 'nothing is found' : undefined) },
    { kind: 'hook', path: hookName, left: runnable ?? nameable ?? isThere(hookName) },
    { kind: 'workflow', path: workflowName, left: runnable ?? nameable ?? isThere(workflowName) ?? otherService(fs) },
  ]
}

/** A configuration may have another name than the one that is proposed. */
function thereIs(fs: FileSystem, path: string | undefined): string | undefined {
  if (path === undefined) return undefined
  const name = relativePath(fs.cwd, absolutePath(fs.cwd, path))
  return name === configName ? 'it is there' : `${name} is there`
}

const otherServices = ['.gitlab-ci.yml', '.circleci', 'azure-pipelines.yml', 'bitbucket-pipelines.yml', 'Jenkinsfile']

/** Who builds elsewhere has no use for a workflow of GitHub, unless there are some. */
function otherService(fs: FileSystem): string | undefined {
  const other = otherServices.find((path) => fs.kindOf(path) !== undefined)
  const isHere = fs.kindOf(joinPath('.github', 'workflows')) !== undefined
  return other === undefined || isHere ? undefined : `the project is built with ${other}`
}
