import type { Command } from 'commander'
import { version } from '../composition.ts'
import { safeText } from '../reporters/safe-text.ts'
import { type Environment, exitCodes } from './environment.ts'
import { explain } from './explain.ts'
import { addLintFlags } from './lint-flags.ts'
import { listRules, type RulesFormat, rulesFormats } from './list-rules.ts'
import { printConfig } from './print-config.ts'
import { runGraph } from './run-graph.ts'
import { runInspect } from './run-inspect.ts'
import { lintDefaults, runLint } from './run-lint.ts'
import { runOwners } from './run-owners.ts'
import { type SchemaName, schemaNames } from './schema-names.ts'
import { type ShellName, shellNames } from './shell-names.ts'
import { usageInWords } from './usage-in-words.ts'

const examples = `
Examples:
  agent-lint                         the agent folders below this one, else ./agents
  agent-lint ./agents                one folder
  agent-lint --format json > r.json  for a program
  agent-lint --fix                   mend what can be mended safely
  agent-lint --unsafe-fixes --diff   what all fixes would change
  agent-lint inspect ./agents        what each host does with each file
  agent-lint owners src/api/x.ts     which agent owns a file, and by which line
  agent-lint graph --format mermaid  who owns what, who hands what to whom
  agent-lint explain no-usable-tool  what a rule is about

Exit codes: 0 in order, 1 findings at or above --fail-on, 2 the job could not be done.
`

type Library = typeof import('commander')
type Start = (run: Promise<number>) => Promise<void>

/** Parses the command line and runs what it says. Gives the exit code; throws a usage error for a wrong value. */
export async function runProgram(environment: Environment): Promise<number> {
  const library = await import('commander')
  let exitCode: number = exitCodes.clean
  const program = createProgram(library, environment, async (run) => {
    exitCode = await run
  })
  try {
    await program.parseAsync(closed(environment.argv, program), { from: 'user' })
    return exitCode
  } catch (error) {
    if (!(error instanceof library.CommanderError)) throw error
    // Help and version end in an "error" too; usage errors are printed by the library already.
    return error.exitCode === 0 ? exitCodes.clean : exitCodes.failure
  }
}

/**
 * `--changed` takes a ref behind `=` only: what follows it is a path. So is all that follows `--`, where the library would
 * still take the first for a command.
 */
function closed(argv: readonly string[], { commands }: Command): string[] {
  const end = argv.indexOf('--')
  const isCommand = (argument: string): boolean => commands.some((command) => command.name() === argument)
  return argv.map((argument, at) => {
    if (end !== -1 && at > end) return at === end + 1 && isCommand(argument) ? `./${argument}` : argument
    return argument === '--changed' ? '--changed=' : argument
  })
}

function createProgram(library: Library, environment: Environment, start: Start): Command {
  const program = new library.Command('agent-lint')
    .description(
      'Lints folders of AI agent definition files: what the host will do with each, and where they contradict.',
    )
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => environment.stdout.write(text),
      writeErr: (text) => environment.stderr.write(printable(text)),
      outputError: (text, write) => write(`agent-lint: ${usageInWords(text, environment.argv[0])}`),
    })
    .addHelpText('after', examples)
  addLintCommand(library, program, environment, start)
  addInspectCommand(library, program, environment, start)
  addFleetCommands(library, program, environment, start)
  program
    .command('init')
    .description('propose a configuration, a baseline, a hook and a workflow, and write what is agreed to')
    .argument('[paths...]', 'folders of agents, where they are not found from here')
    .option('-y, --yes', 'take all proposals, ask nothing; what is there is left as it is')
    .action((paths: string[], flags: { yes?: boolean }) =>
      start(import('./run-init.ts').then(({ runInit }) => runInit(environment, paths, flags))),
    )
  addReferenceCommands(library, program, environment, start)
  return program
}

/** The library repeats what the user typed, which may hold anything; its own line breaks stay. */
const printable = (text: string): string => text.split('\n').map(safeText).join('\n')

function addLintCommand(library: Library, program: Command, environment: Environment, start: Start): void {
  program
    .argument('[paths...]', 'folders of agents, single agents (findings about them only), or globs')
    .action((paths: string[], flags) =>
      start(
        flags.printConfig === undefined ? runLint(environment, paths, flags) : printConfig(environment, paths, flags),
      ),
    )
  addLintFlags(library, program)
}

function addInspectCommand({ Option }: Library, program: Command, environment: Environment, start: Start): void {
  program
    .command('inspect')
    .description('print what each host does with each file: loads it or not, under which name, with which tools')
    .argument('[paths...]', 'folders, files or globs')
    .option('--host <hosts>', 'ask these hosts, separated by commas, about every `.md` file; `all` for all')
    .option('--config <file>', 'the configuration to use')
    .option('--no-config', 'use no configuration')
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json']).default('table'))
    .action((paths: string[], flags) => start(runInspect(environment, paths, flags)))
}

function addFleetCommands({ Option }: Library, program: Command, environment: Environment, start: Start): void {
  program
    .command('owners')
    .description('print which agent owns each of these files, by which claim')
    .argument('<paths...>', 'files of the project, which need not exist')
    .option('--agents <folders...>', 'the folders of agents, where they are not found from here')
    .option('--host <host>', 'the host that loads the agents')
    .option('--config <file>', 'the configuration to use')
    .option('--no-config', 'use no configuration')
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json']).default('table'))
    .action((paths: string[], flags) => start(runOwners(environment, paths, flags)))
  program
    .command('graph')
    .description('print a fleet as a graph: who owns what, who hands what to whom')
    .argument('[paths...]', 'folders of agents')
    .option('--host <host>', 'the host that loads the agents')
    .option('--config <file>', 'the configuration to use')
    .option('--no-config', 'use no configuration')
    .addOption(new Option('--format <format>', 'how to print').choices(['mermaid', 'dot', 'json']).default('mermaid'))
    .action((paths: string[], flags) => start(runGraph(environment, paths, flags)))
}

/** Commands that lint nothing: what the program knows, printed. */
function addReferenceCommands(library: Library, program: Command, environment: Environment, start: Start): void {
  const { Argument, Option } = library
  program
    .command('explain')
    .description('print the page of a rule')
    .argument('<rule>', 'the id of a rule')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'markdown']).default('text'))
    .addOption(new Option('--color <when>', 'colour').choices(['auto', 'always', 'never']).default(lintDefaults.color))
    .action((rule: string, flags) => start(explain(environment, rule, flags)))
  program
    .command('rules')
    .description('list all rules')
    .addOption(new Option('--format <format>', 'how to print').choices(rulesFormats).default('table'))
    .action((flags: { format: RulesFormat }) => start(listRules(environment, flags.format)))
  program
    .command('schema')
    .description('print a JSON schema: of the configuration, an agent, a report or a host')
    .addArgument(new Argument('<name>', 'which one').choices(schemaNames))
    .action((name: SchemaName) => start(import('./print-schema.ts').then((it) => it.printSchema(environment, name))))
  program
    .command('completion')
    .description('print a script that completes commands and flags in a shell')
    .addArgument(new Argument('<shell>', 'which one').choices(shellNames))
    .action((shell: ShellName) =>
      start(import('./completion.ts').then((it) => it.printCompletion(environment, program, shell))),
    )
}
