import type { CommandSpec, FlagSpec } from './command-specs.ts'

/** The script for zsh. */
export function zshCompletion(commands: readonly CommandSpec[]): string {
  const named = commands.filter(({ name }) => name !== '')
  const names = named.map(({ name }) => name).join('|')
  return `# Completion for agent-lint; put this into ~/.zshrc after compinit: eval "$(agent-lint completion zsh)"
_agent_lint_first() {
  local -a commands
  commands=(
${named.map(({ name, description }) => `    ${quoted(`${name}:${description.replaceAll(':', '\\:')}`)}`).join('\n')}
  )
  _describe -t commands command commands
  _files
}
_agent_lint() {
  local command='' word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case $word in
      ${names}) command=$word; break ;;
    esac
  done
  case $command in
${commands.map(commandCase).join('\n')}
  esac
}
compdef _agent_lint agent-lint
`
}

function commandCase({ name, flags, words, takesPaths }: CommandSpec): string {
  const first = name === '' ? "'1:command or path:_agent_lint_first'" : "'1:command:'"
  const values = words.length === 0 ? [] : [quoted(`*:${name}:(${words.join(' ')})`)]
  const rest = takesPaths ? ["'*:path:_files'"] : values
  const specs = [first, ...rest, ...flags.flatMap(flagSpecs)].map((spec) => `        ${spec}`)
  return `    '${name}')\n      _arguments -S \\\n${specs.join(' \\\n')} ;;`
}

/** `*` lets a flag be given again, which costs nothing where it is of no use. */
function flagSpecs({ short, long, description, takesValue, words }: FlagSpec): string[] {
  const text = description.replaceAll(/[[\]:\\]/g, '\\$&')
  const value = takesValue ? `:value:${words.length === 0 ? '_files' : `(${words.join(' ')})`}` : ''
  const spelled = short === undefined ? [long] : [short, long]
  return spelled.map((name) => quoted(`*${name}${takesValue && name === long ? '=' : ''}[${text}]${value}`))
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
