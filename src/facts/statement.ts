import { type Span, span } from '../core/span.ts'
import type { CodeInline, Inline, LeadInline } from '../document/blocks.ts'
import { scanInline } from '../document/scan-inline.ts'
import type { PhraseMatch } from './phrases.ts'
import { findWords, hasWord, type WordList } from './vocabulary.ts'

/** A stretch of running text that is read as one: a paragraph's line, an item, a cell. Offsets are those of the file. */
export interface Statement {
  readonly text: string
  readonly span: Span
  /**
   * The text of the span in a form for matching, unit for unit: code is filled with `codeFill`, links keep their text
   * only, marks of emphasis are blanks, typographic quotes and hyphens are plain ones.
   */
  readonly plain: string
  readonly codes: readonly CodeInline[]
  /** What stands between `**` or `__`. */
  readonly bolds: readonly Span[]
  readonly lead: LeadInline | undefined
  /** The words of the vocabulary outside of code, at offsets of the file. */
  readonly words: readonly PhraseMatch[]
}

/** Stands for each unit of a code span: no letter, no blank, no punctuation. */
export const codeFill = '\uE000'

/** Reads a span of running text. */
export function readStatement(text: string, at: Span): Statement {
  const words = findWords(text, at.start, at.end)
  const inlines = scanInline(text, at)
  const codes = inlines.filter((inline): inline is CodeInline => inline.kind === 'code')
  const lead = inlines.find((inline): inline is LeadInline => inline.kind === 'lead')
  const plain = plainText(text, at, inlines)
  const outside =
    codes.length === 0 ? words : words.filter((word) => !codes.some(({ span: code }) => isInside(word, code)))
  return { text, span: at, plain, codes, bolds: boldSpans(text, at, codes), lead, words: outside }
}

const isInside = (word: PhraseMatch, code: Span): boolean => word.start >= code.start && word.end <= code.end

/** A statement whose span starts with a path that is meant as if it were in code. */
export function withCode(statement: Statement, code: Span): Statement {
  const { plain, span: whole } = statement
  const rest = plain.slice(code.end - whole.start)
  return {
    ...statement,
    plain: codeFill.repeat(code.end - whole.start) + rest,
    codes: [{ kind: 'code', span: code, content: code }, ...statement.codes],
  }
}

/** The part of a statement from one offset of the file to another. */
export function partOf(statement: Statement, start: number, end: number): Statement {
  const { text, plain, codes, bolds, lead, words, span: whole } = statement
  return {
    text,
    span: span(start, end),
    plain: plain.slice(start - whole.start, end - whole.start),
    codes: codes.filter(({ span: at }) => at.start >= start && at.end <= end),
    bolds: bolds.filter((at) => at.start >= start && at.end <= end),
    lead: lead !== undefined && lead.span.start >= start && lead.span.end <= end ? lead : undefined,
    words: words.filter((word) => word.start >= start && word.end <= end),
  }
}

/** Has the statement a word of the list, between two offsets of the file? */
export const says = (
  { words, span: whole }: Statement,
  list: WordList,
  from: number = whole.start,
  to: number = whole.end,
): boolean => hasWord(words, list, from, to)

/** The plain text between two offsets of the file. */
export const plainBetween = (sentence: Statement, from: number, to: number): string =>
  sentence.plain.slice(from - sentence.span.start, Math.max(0, to - sentence.span.start))

function plainText(text: string, at: Span, inlines: readonly Inline[]): string {
  let out = ''
  let from = at.start
  for (const inline of inlines) {
    if (inline.span.start < from || inline.kind === 'lead') continue
    out += text.slice(from, inline.span.start)
    out += inlineText(text, inline)
    from = inline.span.end
  }
  return evened(out + text.slice(from, at.end))
}

function inlineText(text: string, inline: Inline): string {
  const length = inline.span.end - inline.span.start
  if (inline.kind === 'code') return codeFill.repeat(length)
  if (inline.kind !== 'link') return ' '.repeat(length)
  const before = ' '.repeat(inline.text.start - inline.span.start)
  return before + text.slice(inline.text.start, inline.text.end) + ' '.repeat(inline.span.end - inline.text.end)
}

/** Most texts have nothing to even out. */
function evened(text: string): string {
  const unmarked = /\*\*|__/.test(text) ? withoutMarks(text) : text
  return unevenSign.test(unmarked) ? unmarked.replaceAll(unevenSigns, (char) => plainer[char] ?? ' ') : unmarked
}

function withoutMarks(text: string): string {
  const pairs = new Set([...text.matchAll(boldRun)].filter(isBold).map(({ index, 0: run }) => index + run.length - 2))
  return text.replaceAll(/\*\*|__/g, (mark, at: number) => (isOfPath(text, at) && !pairs.has(at) ? mark : '  '))
}

const unevenSign = /[’‘\u2010\u2011\u00a0\u202f\r\t]/
const unevenSigns = new RegExp(unevenSign, 'g')

/** `src/**`, `**\/x`, `src/__tests__/x`: beside a slash they are no marks, unless they close what others opened. */
const isOfPath = (text: string, at: number): boolean => text[at - 1] === '/' || text[at + 2] === '/'

const plainer: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '\u2010': '-', '\u2011': '-' }

const boldRun = /(?<!\/)(\*\*|__)(?=\S)([^*\n]{1,120}?)\1/g

/** What stands between two globs is not bold: `**\/src/**`. */
const isBold = ([, , content = '']: RegExpMatchArray): boolean => !(content.startsWith('/') && content.endsWith('/'))

function boldSpans(text: string, at: Span, codes: readonly CodeInline[]): Span[] {
  const written = text.slice(at.start, at.end)
  if (!written.includes('**') && !written.includes('__')) return []
  const found: Span[] = []
  for (const match of written.matchAll(boldRun)) {
    if (!isBold(match)) continue
    const start = at.start + match.index + 2
    const inside = codes.some(({ span: code }) => start > code.start && start < code.end)
    if (!inside) found.push(span(start, start + (match[2] ?? '').length))
  }
  return found
}

const sentenceEnd = /[.!?](?=\s|$)|[。！？]|;(?=\s)/g
const abbreviation = /(?:\b(?:e\.g|i\.e|etc|vs|cf|incl|approx|no)|^\s*\d+)\.$/i

/** How many parentheses are open behind a text. */
function openAfter(text: string, before: number): number {
  let open = before
  for (const [mark] of text.matchAll(/[()]/g)) open = Math.max(0, open + (mark === '(' ? 1 : -1))
  return open
}

/** The sentences of a statement, as parts of it; what stands in parentheses is none of its own. */
export function sentencesOf(statement: Statement): Statement[] {
  const { plain, span: at } = statement
  const found: Statement[] = []
  let start = 0
  let open = 0
  let counted = 0
  for (const match of plain.matchAll(sentenceEnd)) {
    const end = match.index + 1
    open = match[0] === ';' ? openAfter(plain.slice(counted, end), open) : 0
    counted = end
    if (open > 0) continue
    // No more than an abbreviation's length is looked at, else a text full of them would take quadratic time.
    if (abbreviation.test(plain.slice(Math.max(start, end - 12), end))) continue
    found.push(partOf(statement, at.start + start, at.start + end))
    start = end
  }
  if (plain.slice(start).trim() !== '') found.push(partOf(statement, at.start + start, at.end))
  return found
}
