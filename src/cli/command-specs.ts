import type { Argument, Command, Option } from 'commander'
import { hostIds, ruleIds } from '../composition.ts'
import { formatNames } from '../reporters/index.ts'

/** A flag as a shell completes it. `words`: what its value can be, where that is known; else it is a file or free. */
export interface FlagSpec {
  readonly short: string | undefined
  readonly long: string
  readonly description: string
  readonly takesValue: boolean
  readonly words: readonly string[]
}

/** A command as a shell completes it; the one without a name lints. Its arguments are `words`, or paths, or there are none. */
export interface CommandSpec {
  readonly name: string
  readonly description: string
  readonly flags: readonly FlagSpec[]
  readonly words: readonly string[]
  readonly takesPaths: boolean
}

/** All that can be typed, read from the program itself, so that no list of it can go stale. */
export function commandSpecs(program: Command): CommandSpec[] {
  const lint = commandSpec(program, '')
  return [lint, ...program.commands.map((command) => commandSpec(command, command.name()))]
}

function commandSpec(command: Command, name: string): CommandSpec {
  const words = command.registeredArguments.flatMap(argumentWords)
  return {
    name,
    description: command.description(),
    flags: command.createHelp().visibleOptions(command).map(flagSpec),
    words,
    takesPaths: words.length === 0 && command.registeredArguments.length > 0,
  }
}

const flagSpec = (option: Option): FlagSpec => ({
  short: option.short ?? undefined,
  long: option.long ?? '',
  description: option.description,
  takesValue: option.required || option.optional,
  words: option.argChoices ?? wordsOf[option.long ?? ''] ?? [],
})

/** What the program takes without a list of its own: it has better words than "allowed choices" for a wrong one. */
const wordsOf: Readonly<Record<string, readonly string[]>> = {
  '--host': hostIds,
  '--output': formatNames.map((name) => `${name}=`),
  rule: ruleIds,
}

const argumentWords = (argument: Argument): readonly string[] => argument.argChoices ?? wordsOf[argument.name()] ?? []
