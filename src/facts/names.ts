import { capitals, letters, wordLetters } from '../core/letters.ts'
import { type Span, span } from '../core/span.ts'
import { codeFill, type Statement } from './statement.ts'
import { isOneOf } from './vocabulary.ts'

/** A word that may name an agent, as it stands in a text. */
export interface WrittenName {
  readonly name: string
  readonly span: Span
  /** `sure`: the form itself says that an agent is meant. `marked`: code or bold. `called`: words with "agent" behind. */
  readonly form: 'sure' | 'marked' | 'called' | 'plain'
}

const nameInCode = new RegExp(`^@?[${letters}][${wordLetters}]*(?:[-_ .:][${wordLetters}<>]+)*$`)
const placeholder = new RegExp(`^[${wordLetters}_-]*<[^<>]+>[${wordLetters}_-]*$`)

export const isNameShaped = (text: string): boolean =>
  text.length <= 64 && (nameInCode.test(text) || placeholder.test(text)) && text.split(/\s+/).length <= 5

/**
 * The names at `from` (an offset of the file): what a verb or an arrow points at. Words like "the" are passed over,
 * several names may be joined, and the first other word ends the list.
 */
export function namesAt(statement: Statement, from: number, end: number): WrittenName[] {
  const found: WrittenName[] = []
  let at = skipFillers(statement, from, end)
  while (at < end) {
    const name = nameAt(statement, at, end)
    if (name === undefined) break
    found.push(name)
    const next = skipJoiners(statement, afterAgentWord(statement, name.span.end, end), end)
    if (next === undefined) break
    at = skipFillers(statement, next, end)
  }
  return found
}

function nameAt(statement: Statement, at: number, end: number): WrittenName | undefined {
  const marked = markedAt(statement, at)
  if (marked !== undefined) {
    if (isSomethingElse(statement, marked.end, end)) return undefined
    const name = statement.text.slice(marked.start, marked.end).replace(/^@|:$/g, '')
    if (marked.end > end || !isNameShaped(name)) return undefined
    if (hasAgentWord(statement, marked.end, end)) return { name, span: marked, form: 'sure' }
    return { name: withoutAgentWord(name), span: marked, form: /\s/.test(name) ? 'plain' : 'marked' }
  }
  return plainNameAt(statement, at, end)
}

/** Code or bold text that starts here: its content. */
function markedAt({ codes, bolds, plain, span: whole }: Statement, at: number): Span | undefined {
  const code = codes.find(({ span: place }) => place.start === at)
  if (code !== undefined) return code.content
  const bold = bolds.find((place) => place.start === at)
  if (bold === undefined) return undefined
  const inside = plain.slice(bold.start - whole.start, bold.end - whole.start)
  if (!inside.includes(codeFill)) return bold
  const inner = codes.find(({ span: place }) => place.start === bold.start && place.end === bold.end)
  return inner?.content
}

const atName = new RegExp(`^@([${wordLetters}][${wordLetters}_-]*)`)
const kebabName = new RegExp(
  `^(?:[${wordLetters}]+[-_:])+[${wordLetters}]+(?:<[^<>\\s]+>)?|^[${wordLetters}_-]*<[^<>\\s]+>[${wordLetters}_-]*`,
)
const titleName = new RegExp(`^[${capitals}][${wordLetters}]*(?:[ -][${capitals}][${wordLetters}]*){0,4}`)
const oneWord = new RegExp(`^[${wordLetters}]+`)
const wordAndComma = new RegExp(`^\\s+([${letters}]+),\\s*`)

const numbered = new RegExp(`^([${letters}]+) (?:[A-Z]|[0-9]{1,2})[a-z]?(?!\\.?[${wordLetters}])`)

/** "Agent B", "agent 3": where agents are numbered, the word is part of the name. */
function numberedAt({ plain, span: whole }: Statement, at: number, end: number): Span | undefined {
  const match = numbered.exec(plain.slice(at - whole.start, Math.min(end - whole.start, at - whole.start + 40)))
  if (match === null || !isOneOf(match[1] ?? '', 'agentWords')) return undefined
  return span(at, at + match[0].length)
}

function plainNameAt(statement: Statement, at: number, end: number): WrittenName | undefined {
  const { plain, span: whole } = statement
  const rest = plain.slice(at - whole.start, end - whole.start)
  const one = numberedAt(statement, at, end)
  if (one !== undefined) return { name: statement.text.slice(one.start, one.end), span: one, form: 'called' }
  const pinged = atName.exec(rest)
  if (pinged !== null && !/^[[<{(]/.test(rest.slice(pinged[0].length)))
    return { name: pinged[1] ?? '', span: span(at, at + pinged[0].length), form: 'marked' }
  for (const shape of [kebabName, titleName, oneWord]) {
    const match = shape.exec(rest)
    if (match === null || /^[./(]\w/.test(rest.slice(match[0].length))) continue
    if (isSomethingElse(statement, at + match[0].length, end)) return undefined
    const place = span(at, at + match[0].length)
    const written = statement.text.slice(place.start, place.end)
    const name = withoutAgentWord(written)
    const isCalledAgent = name !== written || hasAgentWord(statement, place.end, end)
    const isSure = shape === kebabName && isCalledAgent
    return { name, span: span(at, at + name.length), form: isSure ? 'sure' : isCalledAgent ? 'called' : 'plain' }
  }
  return undefined
}

/** "`x` skill", "`x` tool": no agent. */
function isSomethingElse(statement: Statement, at: number, end: number): boolean {
  const start = closed(statement, at)
  const blanks = leadingBlanks(statement, start)
  const word = blanks === 0 ? undefined : wordAt(statement, start + blanks, end)
  return word !== undefined && isOneOf(word.text, 'noAgents')
}

/** "Frontend Agent" is called "Frontend". */
function withoutAgentWord(name: string): string {
  const match = /[ ](\S+)$/.exec(name)
  return match !== null && isOneOf(match[1] ?? '', 'agentWords') ? name.slice(0, match.index) : name
}

const hasAgentWord = (statement: Statement, at: number, end: number): boolean =>
  afterAgentWord(statement, at, end) > closed(statement, at)

/** Past the marks that close code or bold text. */
function closed({ text }: Statement, at: number): number {
  let next = at
  while ('`*_'.includes(text.charAt(next)) && text.charAt(next) !== '') next++
  return next
}

function afterAgentWord(statement: Statement, at: number, end: number): number {
  const start = closed(statement, at)
  const blanks = start + leadingBlanks(statement, start)
  const word = wordAt(statement, blanks, end)
  const isAgentWord = word !== undefined && blanks > start && isOneOf(word.text, 'agentWords')
  return isAgentWord && numberedAt(statement, blanks, end) === undefined ? word.end : start
}

const leadingBlanks = ({ text }: Statement, at: number): number =>
  /^[\s"“]*/.exec(text.slice(at, at + 20))?.[0].length ?? 0

const wordOrMark = new RegExp(`^[${wordLetters}:/&-]+`)

function wordAt({ plain, span: whole }: Statement, at: number, end: number): { text: string; end: number } | undefined {
  const match = wordOrMark.exec(plain.slice(at - whole.start, end - whole.start))
  return match === null ? undefined : { text: match[0], end: at + match[0].length }
}

function skipFillers(statement: Statement, from: number, end: number): number {
  let at = from
  for (;;) {
    at = skipMarks(statement, at, end)
    const word = wordAt(statement, at, end)
    if (word === undefined || !isOneOf(word.text.replace(/:$/, ''), 'fillers')) return at
    if (numberedAt(statement, at, end) !== undefined) return at
    // "lead" may be a filler's neighbour or a name of its own: a hyphen or a capital makes it a name.
    at = word.end
  }
}

/** Blanks, quotes, opening brackets, and the marks of bold text, up to what is marked. */
function skipMarks(statement: Statement, from: number, end: number): number {
  let at = from
  while (
    at < end &&
    /[\s"“'([:*_–—-]/.test(statement.text.charAt(at)) &&
    !statement.bolds.some(({ start }) => start === at)
  )
    at++
  return at
}

/** After `,`, "and" and the like; undefined where the list ends. */
function skipJoiners(statement: Statement, from: number, end: number): number | undefined {
  const { plain, span: whole } = statement
  const rest = plain.slice(from - whole.start, end - whole.start)
  const marks = (/^\s*(?:[,/+&、·]|→|->)\s*/.exec(rest) ?? afterAdverb(rest))?.[0].length ?? 0
  const blanks = marks > 0 ? marks : (/^\s+/.exec(rest)?.[0].length ?? 0)
  const word = wordAt(statement, from + blanks, end)
  const isJoiner = word !== undefined && isOneOf(word.text, 'joiners')
  if (isJoiner) return word.end
  return marks > 0 ? from + marks : undefined
}

/** "`a` first, then `b`" */
function afterAdverb(rest: string): RegExpExecArray | null {
  const match = wordAndComma.exec(rest)
  return match !== null && isOneOf(match[1] ?? '', 'fillers') ? match : null
}

const marksOfNames = new RegExp(`[\`@/*→⇒➜➡-]|[${letters}] agent`, 'i')

/** Verbs behind which a name needs no mark, and names of several words, which need none either. */
const handsOver = new RegExp(
  `\\b(?:[Hh]ands?|[Ee]scalates?|[Dd]elegates?|[Rr]outes?|[Dd]efers?)\\b[^.]{0,80} to \\w|[${capitals}][${letters}]+ [${capitals}][${letters}]`,
)

/** A quick look whether a line is written as if it named an agent. */
export const mayNameAgents = (text: string): boolean => marksOfNames.test(text) || handsOver.test(text)
