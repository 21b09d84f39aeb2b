import type { Span } from '../core/span.ts'
import type { Cited } from '../core/value.ts'
import type { CodeInline } from '../document/blocks.ts'
import { scanBlocks } from '../document/scan-blocks.ts'
import { anyOf, anyOfCapitalised, directiveWords, hasAny, needsShell } from './directive-words.ts'
import { type Passage, passagesAt } from './prose.ts'
import { readStatement, type Statement, sentencesOf } from './statement.ts'

/** What the prose orders, or forbids: to run a command, or to use something by its name. */
export interface Directive {
  readonly kind: 'run' | 'use'
  /** By which words: "run" and its kin, "use" and its kin, or none, where it is a step of a list. */
  readonly verb: 'run' | 'use' | 'none'
  /** The command, or the names, as written between the backticks. */
  readonly names: readonly Cited<string>[]
  /** Is one of the names enough? */
  readonly isChoice: boolean
  readonly isBan: boolean
}

/** A prompt with more places than this is a list of commands. */
const mostPlaces = 500

/** Which directives are looked for. */
export interface Wanted {
  /** Do steps count that start with a command, without a verb? */
  readonly steps: boolean
  /** Asked about the hundred units behind a verb: where it never says yes, the body is not read. */
  readonly isWorthALook: (near: string) => boolean
}

/**
 * The directives of a body, in order. What is only an example, what holds only where something is available, and what
 * others are to do is left out. Code blocks say nothing. Most bodies are passed over after one look at the text.
 */
export function readDirectives(text: string, body: Span, { steps, isWorthALook }: Wanted): Directive[] {
  verbPlaces ??= verbPattern()
  const found = [...placesOf(text, body, verbPlaces), ...(steps ? placesOf(text, body, step) : [])]
  const places = found.filter((at) => isWorthALook(text.slice(at, at + 100))).toSorted((a, b) => a - b)
  if (places.length === 0) return []
  const passages = passagesAt(text, scanBlocks(text, body), places)
  return passages.flatMap((passage) => readPassage(text, passage))
}

let verbPlaces: RegExp | undefined
const step = /^[ \t]*\d{1,3}[.)][ \t]+`/gm

function placesOf(text: string, { start, end }: Span, pattern: RegExp): number[] {
  const found: number[] = []
  for (const match of text.slice(start, end).matchAll(pattern)) {
    found.push(start + match.index + match[0].length - 1)
    if (found.length === mostPlaces) break
  }
  return found
}

/** Verbs that may have a name behind them. */
function verbPattern(): RegExp {
  const named = `${gap}(?:${bareName}|\\w{1,30}\\s${anyOf('toolWords')})`
  return new RegExp(`${anyOfCapitalised('run', 'use')}(?=[^\`]{0,40}\`|${named})`, 'g')
}

const gap = '\\s+(?:the\\s+)?'
/** A name that needs no backticks: two capitals in a word. */
const bareName = '[A-Za-z]{1,30}[a-z][A-Z]'

function readPassage(text: string, passage: Passage): Directive[] {
  const labels = passage.labels.map(({ start, end }) => text.slice(start, Math.min(end, start + longestLabel)))
  if (labels.some(isNoOrder)) return []
  const isUnderBan = labels.some((label) => hasAny(label, 'bans'))
  const statement = readStatement(text, passage.at)
  if (/^\s*\[[ xX]\]/.test(statement.plain)) return []
  const found = sentencesOf(statement).flatMap((sentence) => readSentence(sentence, passage.isStep, statement))
  return isUnderBan ? found.map((directive) => ({ ...directive, isBan: true })) : found
}

/** What is longer is a text of its own. */
const longestLabel = 200

const isNoOrder = (label: string): boolean => hasAny(label, 'notOrders') || hasAny(label, 'availability')

function readSentence(sentence: Statement, isStep: boolean, whole: Statement): Directive[] {
  if (hasAny(sentence.plain, 'availability')) return []
  const isForbidden = hasAny(sentence.plain, 'forbidden')
  const found: Directive[] = isStep && sentence.span.start === whole.span.start ? stepOf(sentence) : []
  for (const { start, end, verb } of verbsOf(sentence)) {
    const before = sentence.plain.slice(0, start - sentence.span.start)
    if (hasAny(before, 'others')) continue
    const isBan = isForbidden || hasAny(before, 'bans')
    if (!isBan && !isImperative(before)) continue
    found.push(...(verb === 'run' ? commandsAt(sentence, end, isBan) : namesAfter(sentence, end, isBan)))
  }
  return found
}

interface FoundVerb extends Span {
  readonly verb: 'run' | 'use'
}

let verbs: RegExp | undefined

function verbsOf({ plain, span: at }: Statement): FoundVerb[] {
  verbs ??= new RegExp(anyOf('run', 'use'), 'gi')
  return [...plain.matchAll(verbs)].map(({ index, 0: word }) => ({
    start: at.start + index,
    end: at.start + index + word.length,
    verb: directiveWords('run').includes(word.toLowerCase()) ? 'run' : 'use',
  }))
}

let leads: ReadonlySet<string> | undefined

const clauseEnd = /[,;:–—()→]|\s-+\s/

/** Is a verb behind these words an order? It is where its clause starts with it, or with words like "always". */
function isImperative(before: string): boolean {
  leads ??= new Set(directiveWords('leads'))
  const clause = before.slice(-200).split(clauseEnd).at(-1) ?? ''
  const words: readonly string[] = clause.toLowerCase().match(/[\p{L}\p{N}'\uE000-]+/gu) ?? []
  const own = words.slice(1 + words.findLastIndex((word) => directiveWords('clauses').includes(word)))
  return own.every((word) => leads?.has(word) === true || /^\d+$/.test(word))
}

/** A step that starts with a command. */
function stepOf(sentence: Statement): Directive[] {
  const [first] = sentence.codes
  if (first === undefined || sentence.plain.slice(0, first.span.start - sentence.span.start).trim() !== '') return []
  return commandOf(sentence, first, 'none', false)
}

/** Commands behind a verb: the first near to it, and those joined to that. */
function commandsAt(sentence: Statement, from: number, isBan: boolean): Directive[] {
  return codesAfter(sentence, from, /^[^.;!?]{0,40}$/).flatMap((code) => commandOf(sentence, code, 'run', isBan))
}

function commandOf(
  { text }: Statement,
  { content, span }: CodeInline,
  verb: Directive['verb'],
  isBan: boolean,
): Directive[] {
  const value = text.slice(content.start, content.end)
  return needsShell(value, verb === 'run')
    ? [{ kind: 'run', verb, names: [{ value, span }], isChoice: false, isBan }]
    : []
}

let fillers: RegExp | undefined
let bare: RegExp | undefined

/** Names behind a verb: in backticks, or written so that they can be nothing else. */
function namesAfter(sentence: Statement, from: number, isBan: boolean): Directive[] {
  fillers ??= new RegExp(`^(?:\\s|${anyOf('fillers')})*$`, 'i')
  const codes = codesAfter(sentence, from, fillers)
  if (codes.length > 0) {
    const names = codes.map(({ content, span }) => ({
      value: sentence.text.slice(content.start, content.end),
      span,
    }))
    const commands = codes.flatMap((code) => commandOf(sentence, code, 'use', isBan))
    return commands.length > 0
      ? commands
      : [{ kind: 'use', verb: 'use', names, isChoice: isChoice(sentence, codes), isBan }]
  }
  bare ??= new RegExp(`^${gap}([A-Za-z]{1,30}[a-z][A-Z]\\w{0,30}|[A-Za-z]\\w{1,30}(?=\\s+${anyOf('toolWords')}))`)
  const match = bare.exec(sentence.plain.slice(from - sentence.span.start))
  if (match?.[1] === undefined) return []
  const end = from + match[0].length
  const name = { value: match[1], span: { start: end - match[1].length, end } }
  return [{ kind: 'use', verb: 'use', names: [name], isChoice: hasAny(sentence.plain, 'choices'), isBan }]
}

let joined: RegExp | undefined

/** The first code where the words before it fit, and the codes joined to it by commas and the like. */
function codesAfter({ plain, codes, span: at }: Statement, from: number, before: RegExp): CodeInline[] {
  joined ??= new RegExp(`^(?:\\s|[,/&]|${anyOf('joiners')})*$`, 'i')
  const found: CodeInline[] = []
  let end = from
  for (const code of codes) {
    if (code.span.start < from) continue
    const between = plain.slice(end - at.start, code.span.start - at.start)
    if (!(found.length === 0 ? before : joined).test(between)) break
    found.push(code)
    end = code.span.end
  }
  return found
}

function isChoice({ plain, span: at }: Statement, codes: readonly CodeInline[]): boolean {
  const first = codes[0]?.span.start ?? at.start
  const last = codes.at(-1)?.span.end ?? at.end
  return hasAny(plain.slice(first - at.start, last - at.start), 'choices')
}
