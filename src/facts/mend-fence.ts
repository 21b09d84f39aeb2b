import { type Span, slice, span } from '../core/span.ts'
import { scanBlocks } from '../document/scan-blocks.ts'
import { type BrokenFence, findBrokenFence, lineAt, nextLine, runLength } from './code-fences.ts'

/** What would make a broken fence hold what it was meant to hold. */
export interface FenceMend {
  /** `lengthen`: the outer fence, at both ends. `close`: at the end of the text. `remove`: a line that opens nothing. */
  readonly kind: 'lengthen' | 'close' | 'remove'
  readonly edits: readonly FenceEdit[]
}

/** A text in the place of what a span covers. */
export interface FenceEdit {
  readonly span: Span
  readonly text: string
}

/** No author writes more marks than that. */
const mostMarks = 16

/**
 * What would mend the first broken fence of a body, where only one thing can be meant: undefined else, and where a fence
 * would be broken all the same. Linear.
 */
export function mendFence(text: string, body: Span, broken: BrokenFence): FenceMend | undefined {
  const { start } = broken.span
  // In a list or a quote the lines of a fence have marks of their own before them.
  if (start > body.start && text.charCodeAt(start - 1) !== 10) return undefined
  const mend = broken.kind === 'nested' ? lengthen(text, body, broken) : endOrRemove(text, body, broken)
  return mend !== undefined && isWhole(text, body, mend.edits) ? mend : undefined
}

/** Where fences are counted as pairs, the outer one has an end of its own. */
function lengthen(text: string, body: Span, { span: open }: BrokenFence): FenceMend | undefined {
  const outer = runLength(text, open.start)
  const pairs = { open: [outer], longest: outer }
  for (let start = nextLine(text, open.end); start < body.end; ) {
    const line = lineAt(text, start)
    const marks = marksOf(text, open, start, line)
    if (marks >= outer) count(pairs, marks, slice(text, span(line.start + marks, line.end)).trim())
    if (pairs.longest >= mostMarks) return undefined
    if (pairs.open.length === 0) {
      const longer = text.charAt(open.start).repeat(pairs.longest + 1)
      const ends = [span(open.start, open.start + outer), span(line.start, line.start + marks)]
      return { kind: 'lengthen', edits: ends.map((at) => ({ span: at, text: longer })) }
    }
    start = nextLine(text, line.end)
  }
  return undefined
}

/** How many of the marks of the outer fence a line starts with, where it is indented as a fence may be. */
function marksOf(text: string, open: Span, from: number, line: Span): number {
  const isFence = text.charAt(line.start) === text.charAt(open.start)
  return isFence && /^ {0,3}$/.test(text.slice(from, Math.min(line.start, from + 5))) ? runLength(text, line.start) : 0
}

interface Pairs {
  /** The marks of each fence that is open, from the outside. */
  readonly open: number[]
  longest: number
}

function count(pairs: Pairs, marks: number, info: string): void {
  if (info.includes('`')) return
  const isEnd = info === '' && marks >= (pairs.open.at(-1) ?? 0)
  if (isEnd) pairs.open.pop()
  else if (info !== '') pairs.open.push(marks)
  // The line that ends the outer one becomes longer itself.
  if (pairs.open.length > 0) pairs.longest = Math.max(pairs.longest, marks)
}

/** Code without an empty line is one piece, to the end of the text; bare marks at the end of it are left over. */
function endOrRemove(text: string, body: Span, { span: open }: BrokenFence): FenceMend | undefined {
  const written = slice(text, open)
  const info = written.slice(runLength(written, 0))
  const start = nextLine(text, open.end)
  const rest = text.slice(start, body.end).trimEnd()
  if (rest.trim() === '') return info.trim() === '' ? remove(text, body, open) : undefined
  if (info.trim() === '' || /(?:^|\n)[ \t]*\r?\n/.test(rest)) return undefined
  const marks = written.slice(0, runLength(written, 0))
  const at = start + rest.length
  return { kind: 'close', edits: [{ span: span(at, at), text: slice(text, span(open.end, start)) + marks }] }
}

/** A prompt of nothing but marks is no prompt that something was left over from; and the last line stays open or ended. */
function remove(text: string, body: Span, open: Span): FenceMend | undefined {
  const end = nextLine(text, open.end)
  const hasText = text.slice(body.start, open.start).trim() !== ''
  return hasText && end <= body.end ? { kind: 'remove', edits: [{ span: span(open.start, end), text: '' }] } : undefined
}

/** Is no fence of the body broken once the edits, which are in the order of the text, are made? */
function isWhole(text: string, body: Span, edits: readonly FenceEdit[]): boolean {
  let mended = ''
  let at = 0
  for (const { span: place, text: written } of edits) {
    mended += text.slice(at, place.start) + written
    at = place.end
  }
  mended += text.slice(at, body.end)
  return findBrokenFence(mended, scanBlocks(mended, span(body.start, mended.length))) === undefined
}
