import type { Span } from '../core/span.ts'

/**
 * The parser aborts Node 20 on deep nesting, without an exception (measured with yaml 2.9.1, 2026-11), so depth and
 * size are checked before it sees a text. Real frontmatter is at most 6 levels deep.
 */
export const deepestYaml = 100

/**
 * Where nesting first exceeds `limit`, or undefined. Brackets are counted wherever they stand, in quotes and comments
 * too: the count may come out too high, never too low, and no real file comes near the limit. One pass.
 */
export function yamlDepth(text: string, at: Span, limit: number): number | undefined {
  const indents: number[] = []
  let flow = 0
  let offset = at.start
  while (offset < at.end) {
    const lineEnd = endOfLine(text, offset, at.end)
    let cursor = offset
    let column = 0
    for (; cursor < lineEnd; cursor++, column++) {
      const code = text.charCodeAt(cursor)
      if (code === 32 || code === 9) continue
      if (!isMarker(text, cursor)) break
      push(indents, column)
      if (indents.length + flow > limit) return cursor
    }
    if (cursor < lineEnd) push(indents, column)
    for (; cursor < lineEnd; cursor++) {
      const code = text.charCodeAt(cursor)
      if (code === 91 || code === 123) flow++
      else if ((code === 93 || code === 125) && flow > 0) flow--
      if (indents.length + flow > limit) return cursor
    }
    offset = lineEnd + 1
  }
  return undefined
}

/** `- `, `? ` and `: ` open a level on the line they stand on. */
function isMarker(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset)
  if (code !== 45 && code !== 63 && code !== 58) return false
  const next = text.charCodeAt(offset + 1)
  return next === 32 || next === 9 || next === 10 || next === 13 || Number.isNaN(next)
}

function push(indents: number[], column: number): void {
  while ((indents.at(-1) ?? -1) >= column) indents.pop()
  indents.push(column)
}

function endOfLine(text: string, from: number, end: number): number {
  const newline = text.indexOf('\n', from)
  return newline === -1 || newline > end ? end : newline
}
