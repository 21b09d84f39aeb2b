import type { Span } from '../core/span.ts'
import type { FenceBlock } from '../document/blocks.ts'
import type { Context } from './context.ts'
import { isPath } from './paths.ts'

/** A line with one word on it, and perhaps a remark behind that. */
const pathLine = /^[ \t>]*(\S{2,200})(?:[ \t]+(?:#|\/\/|←|<-|[-–—(])[^\n]*)?[ \t\r]*$/u

/** What is longer lists no paths that a person wrote. */
const longestList = 5000

/**
 * The lines of a code block that lists nothing but paths below a heading or lead that says whose they are; none of any
 * other block: one line of code, or of a drawn tree, and the block is an example. Offsets are those of `text`.
 */
export function fencedPaths(text: string, { content }: FenceBlock, context: Context | undefined): Span[] {
  if (context?.stance === undefined || context.confidence === 'low' || content.end - content.start > longestList)
    return []
  const lines: Span[] = []
  let start = content.start
  for (const line of text.slice(content.start, content.end).split('\n')) {
    const end = start + line.length
    if (line.trim() !== '') {
      if (!isPath(pathLine.exec(line)?.[1] ?? '', true)) return []
      lines.push({ start: start + line.search(/[^ \t>]/), end: end - (line.length - line.trimEnd().length) })
    }
    start = end + 1
  }
  // One path alone may as well be an example.
  return lines.length > 1 ? lines : []
}
