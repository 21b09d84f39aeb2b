import type { Span } from '../core/span.ts'
import type { FenceBlock } from '../document/blocks.ts'
import type { Context } from './context.ts'
import { isPath } from './paths.ts'

/** A path that stands alone on a line of a code block. */
export interface FencedPath {
  readonly at: Span
  /** The path itself, without the remark behind it. */
  readonly path: Span
  /** What the last line of the block over it that ends in a colon says ("NEVER change:"), or what stands over the block. */
  readonly context: Context
}

/** What starts a remark behind a path. */
const remark = /^(?:#|\/\/|←|<-|[-–—(])/u

/** "ONLY change these files:" */
const labelLine = /^[ \t]*[^\s:#/.`$][^:/`$]{2,80}:[ \t\r]*$/u

/** "# The routes": two words, so that `#!` and `#include` are none. */
const remarkLine = /^[ \t]*(?:#|\/\/)[ \t]+\S/u

/** What is longer lists no paths that a person wrote. */
const longestList = 5000

/**
 * The lines of a code block that lists nothing but paths below a heading or lead that says whose they are; none of any
 * other block: one line of code, or of a drawn tree, and the block is an example. Offsets are those of `text`.
 */
export function fencedPaths(
  text: string,
  { content }: FenceBlock,
  above: Context | undefined,
  labelled: (label: Span) => Context | undefined,
): FencedPath[] {
  if (above?.stance === undefined || above.confidence === 'low' || content.end - content.start > longestList) return []
  const lines: FencedPath[] = []
  let context = above
  let start = content.start
  for (const line of text.slice(content.start, content.end).split('\n')) {
    const at = { start: start + line.search(/[^ \t>]|$/), end: start + line.trimEnd().length }
    start += line.length + 1
    if (line.trim() === '' || remarkLine.test(line)) continue
    const paths = pathsOfLine(text, at)
    if (paths.length > 0) lines.push(...paths.map((path) => ({ ...path, context })))
    else if (labelLine.test(line)) context = labelled(at) ?? above
    else return []
  }
  // One path alone may as well be an example.
  return lines.length > 1 ? lines : []
}

/** The paths of a line with nothing else on it but a remark behind them; none where there is more. */
function pathsOfLine(text: string, at: Span): Omit<FencedPath, 'context'>[] {
  const found: Omit<FencedPath, 'context'>[] = []
  for (const { 0: word, index } of text.slice(at.start, at.end).matchAll(/\S+/g)) {
    const start = at.start + index
    if (found.length > 0 && remark.test(word)) break
    if (!isPath(word, true)) return []
    found.push({ at: { start, end: start + word.length }, path: { start, end: start + word.length } })
  }
  // A remark is of the path before it.
  return found.map((path, i) => (i === found.length - 1 ? { ...path, at: { ...path.at, end: at.end } } : path))
}
