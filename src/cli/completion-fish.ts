import type { CommandSpec, FlagSpec } from './command-specs.ts'

/** The script for fish. */
export function fishCompletion(commands: readonly CommandSpec[]): string {
  const named = commands.filter(({ name }) => name !== '')
  const names = named.map(({ name }) => name).join(' ')
  const lines = commands.flatMap((command) => commandLines(command, names))
  return `# Completion for agent-lint; put it where fish looks: agent-lint completion fish > ~/.config/fish/completions/agent-lint.fish
${lines.join('\n')}
`
}

function commandLines({ name, description, flags, words, takesPaths }: CommandSpec, names: string): string[] {
  const seen = name === '' ? `not __fish_seen_subcommand_from ${names}` : `__fish_seen_subcommand_from ${name}`
  const itself = name === '' ? [] : [`${start('__fish_use_subcommand')} -a ${name} -d ${quoted(description)}`]
  const values = takesPaths ? [] : [`${start(seen)} -f -a ${quoted(words.join(' '))}`]
  return [...itself, ...values, ...flags.map((flag) => flagLine(flag, seen))]
}

const start = (condition: string): string => `complete -c agent-lint -n ${quoted(condition)}`

function flagLine({ short, long, description, takesValue, words }: FlagSpec, condition: string): string {
  const names = `${short === undefined ? '' : ` -s ${short.slice(1)}`} -l ${long.slice(2)}`
  const value = takesValue ? (words.length === 0 ? ' -r' : ` -x -a ${quoted(words.join(' '))}`) : ''
  return `${start(condition)}${names}${value} -d ${quoted(description)}`
}

const quoted = (text: string): string => `'${text.replaceAll(/[\\']/g, '\\$&')}'`
