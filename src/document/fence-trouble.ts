import { textStart } from '../core/source-file.ts'
import { type Span, span } from '../core/span.ts'
import type { AgentDocument } from './agent-document.ts'
import { isBlank, lineEndAt, nextLineStart, skipBlanks, trimEnd } from './lines.ts'
import { topLevelKeyEnd } from './salvage.ts'
import { dashLine } from './split.ts'

/**
 * What is wrong with the fences of a file that has, or was meant to have, frontmatter. `span` is the place to mend.
 * `language-tag`: `---js`. `not-first`: something stands before the opening fence. `decorated-open`: the opening line is
 * more than three dashes. `unclosed`: nothing closes it. `decorated-close`: the closing line is more than three dashes.
 * `closed-early`: the block ends at dashes inside a value, and keys below are lost.
 */
export interface FenceTrouble {
  readonly kind: 'language-tag' | 'not-first' | 'decorated-open' | 'unclosed' | 'decorated-close' | 'closed-early'
  readonly span: Span
  /** Top-level keys that the host does not get to see. */
  readonly lostKeys: readonly string[]
}

export function findFenceTrouble(document: AgentDocument): FenceTrouble | undefined {
  const { text } = document.source
  if (document.dialect.fence === 'whole-file') return undefined
  if (document.fence !== undefined) return troubleWithClose(text, document.fence.close)
  return troubleWithOpen(text)
}

/** The language after the opening dashes (`---js`): gray-matter would run such a block. */
export function languageTag(text: string): Span | undefined {
  const start = textStart(text)
  if (!text.startsWith('---', start)) return undefined
  const end = lineEndAt(text, start)
  const from = skipBlanks(text, start + 3, end)
  const to = trimEnd(text, from, end)
  return from < to && isWordCode(text.charCodeAt(from)) ? span(from, to) : undefined
}

const isWordCode = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

function troubleWithClose(text: string, close: Span): FenceTrouble | undefined {
  const lineEnd = lineEndAt(text, close.end)
  const startsLine = close.start === 0 || text.charCodeAt(close.start - 1) === 10
  // An unclosed block that reaches to the end of the file is its host's own rule.
  if (close.start === close.end) return { kind: 'unclosed', span: firstLine(text), lostKeys: [] }
  if (startsLine && isBlank(text, close.end, lineEnd)) return undefined
  const lostKeys = keysBeforeNextFence(text, nextLineStart(text, lineEnd))
  if (startsLine && lostKeys.length === 0) {
    return { kind: 'decorated-close', span: span(close.start, trimEnd(text, close.end, lineEnd)), lostKeys }
  }
  return { kind: 'closed-early', span: close, lostKeys }
}

/** Keys between a place and the next line of dashes, if everything in between looks like frontmatter. */
function keysBeforeNextFence(text: string, from: number): string[] {
  const fence = dashLine(text, from)
  if (fence === undefined) return []
  const keys: string[] = []
  let start = from
  while (start < fence.start) {
    const end = lineEndAt(text, start)
    const keyEnd = topLevelKeyEnd(text, start, end)
    if (keyEnd !== undefined) keys.push(text.slice(start, keyEnd))
    else if (looksLikeBody(text, start, end)) return []
    start = nextLineStart(text, end)
  }
  return keys
}

/** A heading ends any doubt; a fence below it is a thematic break. */
const looksLikeBody = (text: string, start: number, end: number): boolean =>
  text.charCodeAt(start) === 35 && end > start + 1 && (text.charAt(start + 1) === ' ' || text.charAt(start + 1) === '#')

const firstLine = (text: string): Span => span(textStart(text), lineEndAt(text, 0))

/** No fence was seen: was one meant? Only where keys follow something like an opening fence near the top. */
function troubleWithOpen(text: string): FenceTrouble | undefined {
  const tag = languageTag(text)
  if (tag !== undefined) return { kind: 'language-tag', span: tag, lostKeys: [] }
  const opening = firstDashLine(text)
  if (opening === undefined) return undefined
  const lostKeys = keysBelow(text, nextLineStart(text, lineEndAt(text, opening.start)))
  if (!lostKeys.includes('name') && !lostKeys.includes('description')) return undefined
  if (opening.start !== textStart(text)) return { kind: 'not-first', span: opening, lostKeys }
  const isPlainFence = isBlank(text, opening.start + 3, lineEndAt(text, opening.start))
  // A host that wants nothing but dashes sees no fence in a line that looks like one, though one closes it.
  const isClosed = dashLine(text, nextLineStart(text, lineEndAt(text, opening.start))) !== undefined
  return { kind: isPlainFence && !isClosed ? 'unclosed' : 'decorated-open', span: opening, lostKeys }
}

const linesBeforeFence = 10

/** The first line near the top that starts with three dashes, whatever stands before it. */
function firstDashLine(text: string): Span | undefined {
  let start = textStart(text)
  for (let line = 0; line < linesBeforeFence && start < text.length; line++) {
    const end = lineEndAt(text, start)
    const from = skipBlanks(text, start, end)
    if (text.startsWith('---', from)) return span(from, trimEnd(text, from, end))
    start = nextLineStart(text, end)
  }
  return undefined
}

/** The keys of the lines right below; the first line must be one. */
function keysBelow(text: string, from: number): string[] {
  const keys: string[] = []
  let start = from
  while (start < text.length) {
    const end = lineEndAt(text, start)
    const keyEnd = topLevelKeyEnd(text, start, end)
    if (keyEnd === undefined) break
    keys.push(text.slice(start, keyEnd))
    start = nextLineStart(text, end)
  }
  return keys
}
