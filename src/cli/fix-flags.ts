import type { Command, Option as CommanderOption } from 'commander'
import type { FixLevel } from '../core/fix.ts'
import { UsageError } from './environment.ts'

export interface FixFlags {
  readonly fix?: boolean
  readonly unsafeFixes?: boolean
  readonly fixDryRun?: boolean
  readonly diff?: boolean
  readonly stdin?: boolean
}

/** Declares the flags on a command. */
export const addFixFlags = (command: Command, Option: typeof CommanderOption): Command =>
  command
    .option('--fix', 'mend what can be mended without changing what a host sees, and print what is left')
    .option('--unsafe-fixes', 'with --fix, --fix-dry-run or --diff: make the fixes that change it, too')
    .option('--fix-dry-run', 'print what would be left after --fix, and write nothing')
    .addOption(new Option('--diff', 'print what --fix would change, and write nothing; 1 if there is something'))

/** Which fixes are to be made; undefined where none are asked for. Throws a usage error for half a question. */
export function fixLevel({ fix, unsafeFixes, fixDryRun, diff, stdin }: FixFlags): FixLevel | undefined {
  const writes = fix === true && fixDryRun !== true && diff !== true
  if (writes && stdin === true) throw new UsageError('--fix writes files, and --stdin is none', 'add --diff')
  const isAsked = fix === true || fixDryRun === true || diff === true
  if (isAsked) return unsafeFixes === true ? 'unsafe' : 'safe'
  if (unsafeFixes !== true) return undefined
  throw new UsageError(
    '--unsafe-fixes says which fixes, not what to do with them',
    'add --fix, --fix-dry-run or --diff',
  )
}
