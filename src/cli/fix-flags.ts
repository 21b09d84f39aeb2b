import type { Command, Option as CommanderOption } from 'commander'
import type { FixLevel } from '../core/fix.ts'
import { UsageError } from './environment.ts'

export interface FixFlags {
  readonly fix?: boolean
  readonly unsafeFixes?: boolean
  readonly fixDryRun?: boolean
  readonly diff?: boolean
}

/** Flags that do not go with all of them. */
interface OtherFlags {
  readonly stdin?: boolean
  readonly watch?: boolean
  readonly updateBaseline?: boolean
}

/** Declares the flags on a command. */
export const addFixFlags = (command: Command, Option: typeof CommanderOption): Command =>
  command
    .option('--fix', 'mend what can be mended without changing what a host sees, and print what is left')
    .option('--unsafe-fixes', 'with --fix, --fix-dry-run or --diff: make the fixes that change it, too')
    .option('--fix-dry-run', 'print what would be left after --fix, and write nothing')
    .addOption(new Option('--diff', 'print what --fix would change, and write nothing; 1 if there is something'))

/** Which fixes are to be made; undefined where none are asked for. Throws a usage error for half a question. */
export function fixLevel(flags: FixFlags & OtherFlags): FixLevel | undefined {
  const { fix, unsafeFixes, fixDryRun, diff } = flags
  const isAsked = fix === true || fixDryRun === true || diff === true
  if (isAsked) checkTogether(flags)
  if (isAsked) return unsafeFixes === true ? 'unsafe' : 'safe'
  if (unsafeFixes !== true) return undefined
  throw new UsageError(
    '--unsafe-fixes says which fixes, not what to do with them',
    'add --fix, --fix-dry-run or --diff',
  )
}

function checkTogether({ fixDryRun, diff, stdin, watch, updateBaseline }: FixFlags & OtherFlags): void {
  const isDryRun = fixDryRun === true || diff === true
  if (!isDryRun && stdin === true) throw new UsageError('--fix writes files, and --stdin is none', 'add --diff')
  // A run that writes would be the reason for the next one.
  if (watch === true) throw new UsageError('--watch and fixes do not go together')
  if (isDryRun && updateBaseline === true) {
    throw new UsageError('--update-baseline writes what is left, and a dry run leaves nothing as it says')
  }
}
