import { type Span, span } from '../core/span.ts'
import { lineEndAt, nextLineStart, skipBlanks, trimEnd } from './lines.ts'
import { topLevelKeyEnd } from './salvage.ts'

/** A top-level key with what stands behind its colon and on the lines below, as lines: no YAML is needed for it. */
export interface ValueLines {
  readonly key: string
  /** The text behind the colon, blanks at both ends left away; empty where there is none. */
  readonly first: Span
  /** The lines up to the next key that are neither empty nor comments in column 0, without line breaks. */
  readonly below: readonly Span[]
}

/** `isKey` says which names end the value above them: text that was pasted in may have lines like `user: …`. */
export function readValueLines(text: string, content: Span, isKey: (key: string) => boolean): ValueLines[] {
  const values: { key: string; first: Span; below: Span[] }[] = []
  for (let start = content.start; start < content.end; ) {
    const end = Math.min(lineEndAt(text, start), content.end)
    const keyEnd = topLevelKeyEnd(text, start, end)
    const key = keyEnd === undefined ? undefined : text.slice(start, keyEnd)
    if (keyEnd !== undefined && key !== undefined && (isKey(key) || values.length === 0)) {
      const from = skipBlanks(text, keyEnd + 1, end)
      values.push({ key, first: span(from, trimEnd(text, from, end)), below: [] })
    } else if (!isEmptyOrComment(text, start, end)) values.at(-1)?.below.push(span(start, end))
    start = Math.max(Math.min(nextLineStart(text, end), content.end), start + 1)
  }
  return values
}

const isEmptyOrComment = (text: string, start: number, end: number): boolean =>
  text.charCodeAt(start) === 35 || trimEnd(text, start, end) === start
