import { rules } from '../composition.ts'
import { type TimedRules, timeRules } from '../engine/timed-rules.ts'
import type { FileSystem } from '../io/file-system.ts'
import { type ReadCost, timeReads } from '../io/timed-fs.ts'
import { count } from '../reporters/count.ts'
import type { Environment } from './environment.ts'
import { printTable } from './table.ts'

const shownRules = 10

/** What a run takes, in milliseconds, for `--timing`. */
export interface Timing {
  readonly rules: TimedRules['rules']
  /** Puts a clock around a file system. */
  watch(fs: FileSystem): FileSystem
  /** Says that what was done since the last call was this. */
  done(phase: string): void
  /** Prints everything to stderr. */
  print(environment: Environment): void
}

/** Starts the clock. */
export function startTiming(): Timing {
  const clock = (): number => performance.now()
  const timed = timeRules(rules, clock)
  const reads: ReadCost = { files: 0, folders: 0, milliseconds: 0 }
  const phases: [string, number][] = []
  let last = clock()
  return {
    rules: timed.rules,
    watch: (fs) => timeReads(fs, reads, clock),
    done: (phase) => {
      const now = clock()
      phases.push([phase, now - last])
      last = now
    },
    print: ({ stderr }) => stderr.write(printTable(['time', 'ms'], rowsOf(phases, reads, timed.spent))),
  }
}

function rowsOf(
  phases: readonly [string, number][],
  { files, folders, milliseconds }: ReadCost,
  spent: ReadonlyMap<string, number>,
): string[][] {
  const slowest = [...spent].sort(([, a], [, b]) => b - a)
  const rest = slowest.slice(shownRules)
  const rows: [string, number][] = [
    ...phases,
    [`of these, reading ${count(files, 'file')} and ${count(folders, 'folder')}`, milliseconds],
    ['of these, rules', sum(slowest)],
    ...slowest.slice(0, shownRules).map(([id, time]): [string, number] => [`  ${id}`, time]),
    ...(rest.length === 0 ? [] : [[`  ${count(rest.length, 'other rule')}`, sum(rest)] as [string, number]]),
    ['together, without the start of Node', sum(phases)],
  ]
  return rows.map(([what, time]) => [what, time.toFixed(1)])
}

const sum = (times: readonly (readonly [string, number])[]): number =>
  times.reduce((total, [, time]) => total + time, 0)
