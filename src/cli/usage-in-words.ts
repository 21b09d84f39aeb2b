import { nearest } from '../core/nearest.ts'

/** How the command line's parser says that a value is none of those it takes, of an option or of an argument. */
const refusal =
  /^(?:option '(?:-\w, )?(--[\w-]+)[^']*' argument|command-argument value) '([^']*)' is invalid(?: for argument '([^']*)')?\. Allowed choices are ([^.]*)\.\n$/

/**
 * What the command line's parser says, in the words in which everything else here is refused: what is wrong, then, on a
 * line of its own, what may be meant. `command`: what was typed first, for an argument that is missing.
 */
export function usageInWords(text: string, command: string | undefined): string {
  const said = text.replace(/^error: /, '').replace(/\n\(Did you mean (.*)\?\)/, '\n  did you mean $1?')
  const [, option, typed = '', argument = '', list = ''] = refusal.exec(said) ?? []
  if (list !== '') return `${option ?? `<${argument}>`} is one of ${list}, not ${typed}\n${hint(typed, list)}`
  const [, one, other] = /^option '(--[\w-]+)[^']*' cannot be used with option '(--[\w-]+)[^']*'\n$/.exec(said) ?? []
  if (one !== undefined) return `${one} and ${other} do not go together\n`
  const [, flag, value] = /^option '(?:-\w, )?(--[\w-]+) ([^']*)' argument missing\n$/.exec(said) ?? []
  if (flag !== undefined) return `${flag} takes a value: ${flag} ${value}\n`
  const help = `agent-lint ${command === undefined ? '' : `${command} `}--help`
  return said.startsWith('missing required argument') ? `${said}  ${help} says what it is\n` : said
}

/** The choice that was meant, as a line of its own; empty where nothing is near. */
function hint(typed: string, list: string): string {
  const near = nearest(typed, list.split(', '))
  return near === undefined ? '' : `  did you mean ${near}?\n`
}
