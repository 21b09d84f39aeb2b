import { type FormatName, formatNames } from '../../reporters/index.ts'
import { UsageError } from '../environment.ts'

/** What `with:` of a workflow says. Texts are empty where nothing is said. */
export interface ActionInputs {
  readonly paths: readonly string[]
  readonly workingDirectory: string
  readonly host: string
  readonly changedOnly: boolean
  readonly annotations: boolean
  readonly summary: boolean
  readonly graph: boolean
  /** How the log of the step is printed. */
  readonly format: FormatName
  readonly sarifFile: string
  readonly jsonFile: string
  /** Flags that stand for an input each, `--name=value`. */
  readonly flags: readonly string[]
}

export type Variables = Readonly<Record<string, string | undefined>>

/**
 * The inputs, from the environment alone: nothing of them ever meets a shell. Throws a usage error for what cannot be
 * meant; the values of flags are judged where flags are.
 */
export function readInputs(env: Variables): ActionInputs {
  const input = (name: string): string => (env[`INPUT_${name}`] ?? '').trim()
  const lines = (name: string): string[] => input(name).split(/\r?\n/).map(trimmed).filter(Boolean)
  const flag = (name: string): string[] => (input(name) === '' ? [] : [`--${name.toLowerCase()}=${input(name)}`])
  return {
    paths: lines('PATHS'),
    workingDirectory: input('WORKING-DIRECTORY'),
    host: input('HOST'),
    changedOnly: truth('changed-only', input('CHANGED-ONLY'), false),
    annotations: truth('annotations', input('ANNOTATIONS'), true),
    summary: truth('summary', input('SUMMARY'), true),
    graph: truth('graph', input('GRAPH'), true),
    format: formatOf(input('FORMAT')),
    sarifFile: input('SARIF-FILE'),
    jsonFile: input('JSON-FILE'),
    flags: [
      ...['HOST', 'CONFIG', 'FAIL-ON', 'MAX-WARNINGS', 'BASELINE'].flatMap(flag),
      ...lines('ARGS').map((line) => flagOf(line)),
    ],
  }
}

const trimmed = (line: string): string => line.trim()

function truth(name: string, text: string, otherwise: boolean): boolean {
  if (text === '') return otherwise
  const lower = text.toLowerCase()
  if (lower !== 'true' && lower !== 'false') throw new UsageError(`${name} is true or false, not ${text}`)
  return lower === 'true'
}

function formatOf(text: string): FormatName {
  if (text === '') return 'pretty'
  const format = formatNames.find((name) => name === text)
  if (format === undefined) throw new UsageError(`format is one of ${formatNames.join(', ')}, not ${text}`)
  return format
}

/** They check nothing, or never end: a job that had them would be in order whatever it holds. */
const withoutCheck = /^(?:-[hv]|--(?:help|version|list-files|print-config|stdin|stdin-filename|watch)(?:=|$))/

function flagOf(line: string): string {
  if (!line.startsWith('-') || line === '--') {
    throw new UsageError(
      `args takes flags, one a line, not ${line}`,
      'write a value behind `=`; paths are an input of their own',
    )
  }
  if (withoutCheck.test(line)) throw new UsageError(`args takes no ${line}: a job checks, and ends`)
  return line
}
