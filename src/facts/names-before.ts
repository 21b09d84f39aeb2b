import { capitals, letters, wordLetters } from '../core/letters.ts'
import { span } from '../core/span.ts'
import type { WrittenName } from './names.ts'
import type { Statement } from './statement.ts'
import { isOneOf } from './vocabulary.ts'

/** No name with the words around it is longer. */
const longest = 80

const kebab = `[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*`
const title = `[${capitals}][${wordLetters}]*(?: [${capitals}][${wordLetters}]*){1,3}`
/** What ends a name where others follow it: "the painter's job", `painter`'a, painter를. */
const ending = `(?:'[${letters}]{1,4}|[^\\x00-\\x7f\\s—–…·•]{1,4})?`

const beforeIt = new RegExp(`(^|[\\s([*"“@\`、,/:—–-])(${title}|${kebab})([\`*_"”]{0,4})${ending}\\s*$`, 'u')

const lastWord = new RegExp(`\\s([${letters}]+)\\s*$`, 'u')

const joiner = new RegExp(`(?:\\s*[,/&、]|\\s([${letters}]+))\\s*[\`*_@]*$`)

/** The names that end right before `at`, in order: "`a` and `b` own those". */
export function namesBefore(statement: Statement, at: number): WrittenName[] {
  const found: WrittenName[] = []
  let name = nameBefore(statement, at)
  while (name !== undefined) {
    found.unshift(name)
    const before = statement.text.slice(Math.max(statement.span.start, name.span.start - 12), name.span.start)
    const match = joiner.exec(before)
    const isJoined = match !== null && (match[1] === undefined || isOneOf(match[1], 'joiners'))
    name = isJoined ? nameBefore(statement, name.span.start - before.length + match.index) : undefined
  }
  return found
}

/**
 * The name that ends right before `at` (an offset of the file), with no more than an ending, or "agent", in between:
 * "`painter` does that", "`painter`에게".
 */
function nameBefore({ text, span: whole, plain }: Statement, at: number): WrittenName | undefined {
  const from = Math.max(whole.start, at - longest)
  const before = text.slice(from, at).replaceAll('’', "'")
  const agentWord = agentWordAt(before)
  const match = beforeIt.exec(agentWord === -1 ? before : before.slice(0, agentWord))
  const name = match?.[2]
  if (match === null || name === undefined) return undefined
  const start = from + match.index + (match[1]?.length ?? 0)
  const isMarked = match[3] !== '' || match[1] === '@'
  if (!isMarked && isCode(plain, start - whole.start)) return undefined
  const form = agentWord !== -1 ? (isMarked || name.includes('-') ? 'sure' : 'called') : isMarked ? 'marked' : 'plain'
  return { name, span: span(start, start + name.length), form }
}

/** Where the "agent" at the end of a text starts, with the ending that some languages give it; -1 where there is none. */
function agentWordAt(before: string): number {
  const match = lastWord.exec(before)
  const word = match?.[1] ?? ''
  const isAgent = [0, 1, 2].some((ending) => isOneOf(word.slice(0, word.length - ending), 'agentWords'))
  return match !== null && isAgent ? match.index : -1
}

const isCode = (plain: string, at: number): boolean => plain.charAt(at) === '\uE000'
