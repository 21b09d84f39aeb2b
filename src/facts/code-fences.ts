import { type Span, span } from '../core/span.ts'
import type { Block, FenceBlock } from '../document/blocks.ts'

/** The first code fence of a body that does not hold what it was meant to hold: all behind it may be turned inside out. */
export interface BrokenFence {
  /** `nested`: a fence of the same length inside ends it early. `unclosed`: nothing ends it. */
  readonly kind: 'nested' | 'unclosed'
  /** The line that opens it, without indentation. */
  readonly span: Span
  /** Of a nested one: the line that opens the inner fence, and the one that ends the outer. */
  readonly inner: Span | undefined
  readonly close: Span | undefined
}

/** The first fence of `blocks` that is broken; undefined where there is none. Linear. */
export function findBrokenFence(text: string, blocks: readonly Block[]): BrokenFence | undefined {
  for (const block of blocks) {
    if (block.kind !== 'fence') continue
    const open = lineAt(text, block.span.start)
    if (!block.closed) return { kind: 'unclosed', span: open, inner: undefined, close: undefined }
    const inner = innerFence(text, block)
    if (inner !== undefined) {
      return { kind: 'nested', span: open, inner, close: lineAt(text, block.content.end) }
    }
  }
  return undefined
}

/** From the first character that is no blank to the end of the line. */
export function lineAt(text: string, from: number): Span {
  let start = from
  while (text.charCodeAt(start) === 32 || text.charCodeAt(start) === 9 || text.charCodeAt(start) === 62) start++
  let end = start
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++
  return span(start, end)
}

/** A line in a fence that opens another of the same kind: it names a language, which a closing line cannot. */
function innerFence(text: string, { span: at, content }: FenceBlock): Span | undefined {
  const mark = text.charAt(at.start)
  const length = runLength(text, at.start)
  const column = at.start - lineStart(text, at.start)
  let start = content.start
  while (start < content.end) {
    const line = lineAt(text, start)
    const marks = runLength(text, line.start)
    const isOpening = text.charAt(line.start) === mark && marks >= length && line.start - start < column + 4
    if (isOpening && /^[ \t]*[\w#+.{-]/.test(text.slice(line.start + marks, line.end).slice(0, 40))) {
      return line
    }
    start = nextLine(text, line.end)
  }
  return undefined
}

/** How often the character at an offset stands there in a row. */
export function runLength(text: string, from: number): number {
  const code = text.charCodeAt(from)
  let end = from
  while (text.charCodeAt(end) === code) end++
  return end - from
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

/** Where the line behind an end of a line starts. */
export const nextLine = (text: string, end: number): number =>
  end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1)
