import type { Command } from 'commander'
import { commandSpecs } from './command-specs.ts'
import { bashCompletion } from './completion-bash.ts'
import { fishCompletion } from './completion-fish.ts'
import { zshCompletion } from './completion-zsh.ts'
import { type Environment, exitCodes } from './environment.ts'
import type { ShellName } from './shell-names.ts'

const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion }

/** `agent-lint completion <shell>`: a script that completes commands, flags and their values. */
export async function printCompletion({ stdout }: Environment, program: Command, shell: ShellName): Promise<number> {
  stdout.write(scripts[shell](commandSpecs(program)))
  return exitCodes.clean
}
