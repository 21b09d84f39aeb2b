import type { Report } from '../core/report.ts'
import type { LoadedSettings } from './load-settings.ts'

/** Everything a command knows of the process that it runs in: nothing else of it is touched. */
export interface Environment {
  readonly argv: readonly string[]
  readonly cwd: string
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly stdout: Output
  readonly stderr: Output
  /** The standard input, opened when it is asked for; not every environment has one. */
  readonly stdin?: () => AsyncIterable<Uint8Array>
  /** The folder (absolute) with the pages of the rules, where the program has brought it along. */
  readonly pages?: string | undefined
  /** Who runs the program may want to know what it found, beside what it prints. */
  readonly reported?: (settings: LoadedSettings, report: Report) => void
}

export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

/** 0: in order. 1: findings at or above the threshold. 2: the job could not be done. */
export const exitCodes = { clean: 0, findings: 1, failure: 2 } as const

/** Is the run a hook of pre-commit's? */
export const isHook = ({ variables }: Pick<Environment, 'variables'>): boolean => (variables.PRE_COMMIT ?? '') !== ''

export type ColorChoice = 'auto' | 'always' | 'never'

/** Colour on a stream? A flag beats `FORCE_COLOR`, which beats `NO_COLOR`, which beats what the stream is. */
export function wantsColor(choice: ColorChoice, { variables }: Environment, output: Output): boolean {
  if (choice !== 'auto') return choice === 'always'
  const forced = variables.FORCE_COLOR
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false'
  if ((variables.NO_COLOR ?? '') !== '' || variables.TERM === 'dumb') return false
  return output.isTTY === true
}

/** Columns of a stream. A hook's pseudo-terminal says 0, a pipe nothing. */
export const widthOf = (output: Output): number => {
  const columns = output.columns ?? 0
  return columns > 0 ? columns : 80
}

/** A mistake of the user's: one line, what to do, and exit code 2. */
export class UsageError extends Error {
  readonly help: string | undefined
  constructor(message: string, help?: string) {
    super(message)
    this.help = help
  }
}
