import { indexBetween, type Span, span } from '../core/span.ts'

/** Where runs of backticks start, by length, and how far each list is used up. Made once a text, so it stays linear. */
export type CodeRuns = Map<number, { readonly starts: number[]; used: number }>

/** Where the run of backticks that holds `from` ends. */
export function runEnd(text: string, from: number, end: number): number {
  let offset = from
  while (offset < end && text.charCodeAt(offset) === 96) offset++
  return offset
}

export function codeRuns(text: string, from: number, end: number): CodeRuns {
  const runs: CodeRuns = new Map()
  let start = indexBetween(text, '`', from, end)
  while (start !== -1) {
    const after = runEnd(text, start, end)
    const same = runs.get(after - start)
    if (same === undefined) runs.set(after - start, { starts: [start], used: 0 })
    else same.starts.push(start)
    start = indexBetween(text, '`', after, end)
  }
  return runs
}

/** The first run of that length at or after `from`, or -1. Asked with growing `from` only. */
export function closingRun(runs: CodeRuns, from: number, length: number): number {
  const same = runs.get(length)
  if (same === undefined) return -1
  while (same.used < same.starts.length) {
    const start = same.starts[same.used]
    if (start !== undefined && start >= from) return start
    same.used++
  }
  return -1
}

/** One blank (or line break) goes from either side if both have one and there is more than blanks. */
export function codeContent(text: string, from: number, to: number): Span {
  const start = from + blankLength(text, from, 1)
  const end = to - blankLength(text, to - 1, -1)
  if (start === from || end === to || start >= end || isAllSpaces(text, from, to)) return span(from, to)
  return span(start, end)
}

function blankLength(text: string, at: number, direction: 1 | -1): number {
  const code = text.charCodeAt(at)
  if (code === 32) return 1
  if (code !== 10 && code !== 13) return 0
  const pair =
    direction === 1 ? code === 13 && text.charCodeAt(at + 1) === 10 : code === 10 && text.charCodeAt(at - 1) === 13
  return pair ? 2 : 1
}

function isAllSpaces(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code !== 32 && code !== 10 && code !== 13) return false
  }
  return true
}

/**
 * What a code span says, given its content span: a line break and what stands before the text of the next line
 * (indentation, the `>` of as many quotes as its block stands in) read as one space.
 */
export function codeText(text: string, content: Span, quoteDepth: number): string {
  const written = text.slice(content.start, content.end)
  if (!/[\r\n]/.test(written)) return written
  const [first = '', ...others] = written.split(/\r\n|\r|\n/)
  return [first, ...others.map((line) => line.slice(linePrefix(line, quoteDepth)))].join(' ')
}

function linePrefix(line: string, quoteDepth: number): number {
  let quotes = 0
  let offset = 0
  while (offset < line.length) {
    const code = line.charCodeAt(offset)
    if (code === 62 && quotes < quoteDepth) quotes++
    else if (code !== 32 && code !== 9) break
    offset++
  }
  return offset
}
