import { hasWord, letters } from '../core/letters.ts'
import { namesAt } from './names.ts'
import { namesBefore } from './names-before.ts'
import { pathStart, type WrittenPath } from './paths.ts'
import { codeFill, plainBetween, type Statement, says } from './statement.ts'
import { isOneOf } from './vocabulary.ts'

/** Words soon behind a path that make an owner one of several. */
export function qualifierIn(sentence: Statement, path: WrittenPath): string | undefined {
  const from = path.span.end
  const word = sentence.words.find(({ list, start }) => list === 'qualifiers' && start >= from && start <= from + 60)
  return word === undefined ? undefined : plainBetween(sentence, word.start, word.end)
}

/** `painter`: `canvas/**`: in a list of who owns what, the line starts with the owner. */
export function leadingName(sentence: Statement, path: WrittenPath): string | undefined {
  const [name] = namesAt(sentence, sentence.span.start, sentence.span.end)
  if (name === undefined || name.span.end > path.span.start) return undefined
  const rest = plainBetween(sentence, name.span.end, pathStart(path))
  return /^[`*\s]*(?:\([^)]*\)\s*)?[`*\s]*(?:[:–—]|-\s)/.test(rest.replaceAll(codeFill, '`')) ? name.name : undefined
}

/** The agent that a line gives the path to: "(backend's zone)", "→ backend". */
export function ownerIn(sentence: Statement, path: WrittenPath): string | undefined {
  const rest = plainBetween(sentence, path.span.end, sentence.span.end)
  const arrow = /(?:→|->|=>)\s*/.exec(rest)
  if (arrow !== null)
    return namesAt(sentence, path.span.end + arrow.index + arrow[0].length, sentence.span.end)[0]?.name
  const paren = /\(\s*/.exec(rest)
  if (paren === null || !says(sentence, 'ownerWords', path.span.end, sentence.span.end)) return undefined
  return namesAt(sentence, path.span.end + paren.index + paren[0].length, sentence.span.end)[0]?.name
}

/** "Painter owns `canvas/**`": the line starts with who has what comes next. */
export function namedOwner(sentence: Statement, path: WrittenPath): string | undefined {
  const word = sentence.words.find(({ list, start }) => list === 'follows.owns' && start < path.span.start)
  if (word === undefined) return undefined
  const [name, more] = namesBefore(sentence, word.start)
  if (name === undefined || more !== undefined) return undefined
  const before = plainBetween(sentence, sentence.span.start, name.span.start).replaceAll(codeFill, '')
  return hasWord(before) ? undefined : name.name
}

/** `canvas/**` → `painter`: in a list of who owns what, the line ends in the owner. */
export function trailingName(sentence: Statement, path: WrittenPath): string | undefined {
  const rest = plainBetween(sentence, path.span.end, Math.min(path.span.end + 40, sentence.span.end))
  const arrow = /^[\s`*]*(?:→|->|=>)\s*/.exec(rest.replaceAll(codeFill, '`'))
  if (arrow === null) return undefined
  const name = namesAt(sentence, path.span.end + arrow[0].length, sentence.span.end).at(-1)
  if (name === undefined) return undefined
  const behind = plainBetween(sentence, name.span.end, sentence.span.end).match(wordsOfLetters) ?? []
  return behind.every((word) => isOneOf(word, 'agentWords')) ? name.name : undefined
}

const wordsOfLetters = new RegExp(`[${letters}]+`, 'g')
