import type { CommandSpec, FlagSpec } from './command-specs.ts'

/** The script for bash (3.2 and later). It starts nothing: all it knows is in it. */
export function bashCompletion(commands: readonly CommandSpec[]): string {
  const names = commands.map(({ name }) => name).filter((name) => name !== '')
  return `# Completion for agent-lint; put this into ~/.bashrc: eval "$(agent-lint completion bash)"
_agent_lint() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command='' words='' files=yes i line
  # bash takes \`=\` for a word of its own.
  if [[ $cur == '=' ]]; then cur=''; elif [[ $prev == '=' ]]; then prev="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in
      ${names.join('|')}) command="\${COMP_WORDS[i]}"; break ;;
    esac
  done
  COMPREPLY=()
  case "$command $prev" in
${commands.flatMap(valueCases).join('\n')}
  esac
  if [[ $cur == -* ]]; then
    files=''
    case "$command" in
${commands.map(({ name, flags }) => `      '${name}') words='${flags.flatMap(spellings).join(' ')}' ;;`).join('\n')}
    esac
  else
    case "$command" in
${commands.map((command) => argumentCase(command, names)).join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  if [[ -n $files ]]; then
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$cur")
  fi
}
complete -o filenames -F _agent_lint agent-lint
`
}

const spellings = ({ short, long }: FlagSpec): string[] => (short === undefined ? [long] : [short, long])

/** The value of a flag: one of its words; a file where there are none. */
const valueCases = ({ name, flags }: CommandSpec): string[] =>
  flags
    .filter(({ takesValue }) => takesValue)
    .map((flag) => {
      const pattern = spellings(flag)
        .map((spelling) => `'${name} ${spelling}'`)
        .join('|')
      if (flag.words.length === 0) return `    ${pattern}) COMPREPLY=($(compgen -f -- "$cur")); return ;;`
      const words = `COMPREPLY=($(compgen -W '${flag.words.join(' ')}' -- "$cur"))`
      const open = flag.words.some((word) => word.endsWith('=')) ? '; compopt -o nospace 2>/dev/null' : ''
      return `    ${pattern}) ${words}${open}; return ;;`
    })

function argumentCase({ name, words, takesPaths }: CommandSpec, names: readonly string[]): string {
  if (name === '') return `      '') [[ $COMP_CWORD -eq 1 ]] && words='${names.join(' ')}' ;;`
  return takesPaths ? `      ${name}) ;;` : `      ${name}) words='${words.join(' ')}' files='' ;;`
}
