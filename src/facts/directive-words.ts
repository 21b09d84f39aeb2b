import { vocabulary } from './built-in-vocabulary.ts'
import type { SharedCommand } from './compile-vocabulary.ts'

/** Lists below `directives` of the vocabulary files. */
export type DirectiveList =
  | 'run'
  | 'use'
  | 'leads'
  | 'bans'
  | 'forbidden'
  | 'availability'
  | 'others'
  | 'notOrders'
  | 'clauses'
  | 'fillers'
  | 'joiners'
  | 'choices'
  | 'toolWords'
  | 'readOnly'
  | 'readOnlyNouns'
  | 'readOnlyWords'
  | 'readOnlyIntroductions'
  | 'readOnlyLimits'
  | 'exemptions'
  | 'premises'
  | 'passing'
  | 'firmBans'
  | 'adverbs'
  | 'selves'
  | 'wholePlaces'
  | 'changes'
  | 'otherChanges'
  | 'everything'
  | 'produces'
  | 'products'
  | 'writeTargets'
  | 'parallel'
  | 'worktrees'
  | 'shellNames'

/** The words of a list. */
export const directiveWords = (list: DirectiveList): readonly string[] => vocabulary.directives[list] ?? []

/** The source of a regular expression for any word of the lists, the longest first, as whole words; blanks may wrap. */
export function anyOf(...lists: readonly DirectiveList[]): string {
  const words = lists.flatMap(directiveWords).toSorted((a, b) => b.length - a.length)
  // One look whether a word starts here, in place of one for each word that could.
  if (words.every((word) => /^\w.*\w$/.test(word))) return `\\b(?:${words.map(blanksMayWrap).join('|')})\\b`
  return `(?:${words.map(wordSource).join('|')})`
}

function wordSource(word: string): string {
  const source = blanksMayWrap(word)
  return `${/^\w/.test(word) ? '\\b' : ''}${source}${/\w$/.test(word) ? '\\b' : ''}`
}

const blanksMayWrap = (word: string): string => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(' ', '\\s+')

/** The same where a first letter may be a capital, for an expression that tells case apart: such run faster. */
export function anyOfCapitalised(...lists: readonly DirectiveList[]): string {
  const words = lists.flatMap(directiveWords).map((word) => {
    const first = word.charAt(0)
    return `[${first}${first.toUpperCase()}]${word.slice(1)}`
  })
  return `\\b(?:${words.join('|')})\\b`
}

const known = new Map<DirectiveList, RegExp>()

/** Stands a word of the list in the text? */
export function hasAny(text: string, list: DirectiveList): boolean {
  const pattern = known.get(list) ?? new RegExp(anyOf(list), 'i')
  known.set(list, pattern)
  return pattern.test(text)
}

let shell: ReadonlySet<string> | undefined

/**
 * Does a command need a shell, by its first word? Variables set in front of it are passed over. A word that is not known
 * counts where `isRun` says that the text calls it something to run, and it has options.
 */
export function needsShell(command: string, isRun: boolean): boolean {
  shell ??= new Set(vocabulary.commands.shell)
  const first = /^(?:[A-Z_][A-Z0-9_]{0,40}=\S{0,80}\s+)?(\S{1,40})(?:\s|$)/.exec(command)?.[1]
  if (first === undefined || vocabulary.commands.searching.includes(first)) return false
  return shell.has(first) || (isRun && hasOptions(command))
}

const hasOptions = (command: string): boolean => /^[a-z][\w.-]{0,40}(?:\s[^\s]{1,80}){0,6}\s--?[a-z]/.test(command)

/** Commands that touch what others work on as well. */
export const sharedCommands = (): readonly SharedCommand[] => vocabulary.commands.shared

/** May a tool of that name, which somebody else provides, run commands? */
export const mayRunCommands = (tool: string): boolean =>
  tool.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).some((word) => directiveWords('shellNames').includes(word.toLowerCase()))
