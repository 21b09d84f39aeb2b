import { letters, wordLetters } from '../core/letters.ts'
import { indexBetween, type Span } from '../core/span.ts'
import type { Statement } from './statement.ts'
import { findWords } from './vocabulary.ts'

export interface Label {
  /** Offset behind the label and its colon. */
  readonly end: number
  /** Nothing but the label is there. */
  readonly isAlone: boolean
}

const keyLine = new RegExp(`^\\s*(?:[-•✅❌🚫⛔]\\s*)?[${letters}][${wordLetters}' _/()-]{1,48}:(?=\\s|$)`, 'u')

/** A quick look whether `labelOf` could find a label in a line. */
export function looksLikeLabel(text: string, { start, end }: Span): boolean {
  const last = text.charAt(end - 1)
  if (last === ':' || last === '：') return true
  const first = text.charAt(start)
  if (first === '*' || first === '_') return true
  const colon = indexBetween(text, ':', start, Math.min(end, start + 56))
  return colon !== -1 ? keyLine.test(text.slice(start, start + 64)) : isBoldEnd(text, end)
}

const isBoldEnd = (text: string, end: number): boolean => /[:：]\s*(?:\*\*|__)$/.test(text.slice(end - 6, end))

/** The label of a line: a bold lead, a `KEY:`, or the whole line where it ends in a colon. */
export function labelOf(statement: Statement): Label | undefined {
  const { plain, span: at, lead } = statement
  if (/[:：]\s*$/.test(plain) && plain.length <= 160) return { end: at.end, isAlone: true }
  if (lead !== undefined && lead.span.start - at.start <= 4) return leadLabel(statement, lead)
  const key = keyLine.exec(plain)
  return key === null ? undefined : { end: at.start + key[0].length, isAlone: isBlank(plain.slice(key[0].length)) }
}

const isBlank = (text: string): boolean => text.trim() === ''

function leadLabel({ plain, span: at, text }: Statement, lead: NonNullable<Statement['lead']>): Label | undefined {
  const behind = plain.slice(lead.span.end - at.start)
  if (lead.colon !== undefined) {
    const end = lead.colon === 'after' ? text.indexOf(':', lead.span.end) + 1 : lead.span.end
    return { end, isAlone: isBlank(plain.slice(end - at.start)) }
  }
  if (isBlank(behind)) return { end: at.end, isAlone: true }
  const dash = /^\s*(?:\([^)]{0,60}\)\s*)?(?:[-–—]|:)\s/.exec(behind)
  return dash === null ? undefined : { end: lead.span.end + dash[0].length, isAlone: false }
}

/** May the label of a line say anything? A look at no more than the label itself; most labels only name a subject. */
export function hasContextWord(text: string, { start, end }: Span): boolean {
  const isBold = text.startsWith('**', start) || text.startsWith('__', start)
  const close = indexBetween(text, isBold ? text.slice(start, start + 2) : ':', isBold ? start + 2 : start, end)
  return findWords(text, start, close === -1 ? end : close).some(({ list }) => list.startsWith('contexts.'))
}
