import type { Command } from 'commander'
import { hostIds } from '../composition.ts'
import { presetNames } from '../config/presets.ts'
import { formatNames } from '../reporters/index.ts'
import { UsageError } from './environment.ts'
import { addFixFlags } from './fix-flags.ts'
import { addOutput } from './outputs.ts'
import { lintDefaults } from './run-lint.ts'

type Library = typeof import('commander')

/** Declares the flags of a run that lints, in the groups that the help shows them in. */
export function addLintFlags(library: Library, command: Command): void {
  addFileFlags(library, command.optionsGroup('What is read:'))
  addRuleFlags(command.optionsGroup('By which rules:'))
  addPrintFlags(library, command.optionsGroup('What is printed:'))
  addVerdictFlags(library, command.optionsGroup('What fails:'))
  addSilenceFlags(command.optionsGroup('What is silenced:'))
  addFixFlags(command.optionsGroup('What is mended:'), library.Option)
}

function addFileFlags({ Option }: Library, command: Command): void {
  command
    .addOption(
      new Option('--host <hosts>', `the host that loads the files, or several with commas (${hostIds.join(', ')})`),
    )
    .addOption(new Option('--staged', 'read what is staged, and show only findings about it').conflicts('changed'))
    .option(
      '--changed [ref]',
      'only findings about what changed since the last commit, or (`--changed=main`) since the branch left a ref',
    )
    .option('--tracked-only', 'leave out files that git does not track (on with --staged, and where PRE_COMMIT is set)')
    .option('--no-tracked-only', 'take untracked files too')
    .option('--stdin', 'read one file from the standard input, and the rest of its fleet from the disk')
    .option('--stdin-filename <path>', 'the file that the standard input stands for')
    .option('--watch', 'run again whenever an agent or the configuration changes')
    .option('--list-files', 'print which files are read and which are passed over, and why')
}

function addRuleFlags(command: Command): void {
  command
    .option('--config <file>', 'the configuration to use')
    .option('--no-config', 'use no configuration')
    .option('--preset <presets>', `the rules to run instead of the configuration's: ${presetNames.join(', ')}`)
    .option(
      '--print-config [file]',
      'print what is configured, in general or for a file, and where each value came from',
    )
}

function addPrintFlags({ Option }: Library, command: Command): void {
  command
    .addOption(new Option('--format <format>', 'how to print').choices([...formatNames]).default(lintDefaults.format))
    .addOption(
      new Option('-o, --output <format=file>', 'write a report to a file as well; may be given again').argParser(
        addOutput,
      ),
    )
    .option('--quiet', 'print errors only')
    .option('--info', 'print advice too')
    .addOption(new Option('--color <when>', 'colour').choices(['auto', 'always', 'never']).default(lintDefaults.color))
    .option('--stats', 'print what was read and how often each rule found something, to stderr')
    .option('--timing', 'print what took how long, to stderr')
}

function addVerdictFlags({ Option }: Library, command: Command): void {
  command
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that fails')
        .choices(['error', 'warning', 'info', 'never'])
        .default(lintDefaults.failOn),
    )
    .addOption(new Option('--max-warnings <number>', 'fail with more warnings than this').argParser(wholeNumber))
    .option('--no-error-on-unmatched-pattern', 'do not fail for a path that matches nothing')
}

function addSilenceFlags(command: Command): void {
  command
    .option('--no-inline', 'heed no comments that silence findings, as for files of a stranger')
    .option('--baseline <file>', 'the baseline to use (default: agent-lint-baseline.json, where there is one)')
    .option('--no-baseline', 'use no baseline')
    .option('--update-baseline', 'write what is found to the baseline, so that only what is new is shown from now on')
    .option('--strict-baseline', 'fail where the baseline has findings that are gone')
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new UsageError(`--max-warnings takes a whole number, not ${text}`)
  return Number(text)
}
