import type { Progress } from '../engine/progress.ts'
import type { Environment } from './environment.ts'

/** Milliseconds: a run that is over before the first says nothing, and the line changes no more often than the second. */
const patience = { first: 500, next: 100 }

export interface ProgressLine {
  readonly progress: Progress
  /** Takes the line away, if it was ever there. */
  clear(): void
}

/**
 * A line on the terminal that says how far a long run is; undefined where nobody watches: in a pipe, a hook, a build. `now` is
 * in milliseconds.
 */
export function progressLine({ stderr, variables }: Environment, now: () => number): ProgressLine | undefined {
  const isSet = (name: string): boolean => !['', '0', 'false'].includes(variables[name] ?? '')
  if (stderr.isTTY !== true || variables.TERM === 'dumb' || isSet('CI') || isSet('PRE_COMMIT')) return undefined
  const start = now()
  let last: number | undefined
  return {
    progress: (done, total) => {
      const time = now()
      if (last === undefined ? time - start < patience.first : time - last < patience.next) return
      last = time
      stderr.write(`\r${Math.floor((done / total) * 100)} % of ${Math.ceil(total / 2)} files\u001b[K`)
    },
    clear: () => {
      if (last !== undefined) stderr.write('\r\u001b[K')
    },
  }
}
