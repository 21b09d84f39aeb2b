import type { Span } from '../core/span.ts'

/** No real frontmatter has a tenth of them. */
export const mostMarks = 1000

/**
 * Where there are more tags and anchors than `mostMarks`, or more mappings begun on one line; undefined where there are not. The
 * parser takes time by their square (20,000 tags: 2.4 s with yaml 2.9.1 on Node 20, 2026-11), and a stack frame for each mapping.
 * They are counted wherever they stand, in quotes and comments too. One pass.
 */
export function crowdedAt(text: string, at: Span): number | undefined {
  let properties = 0
  let colons = 0
  for (let offset = at.start; offset < at.end; offset++) {
    const code = text.charCodeAt(offset)
    if (code === newline) colons = 0
    else if (code === colon && isBlank(text.charCodeAt(offset + 1))) colons++
    else if ((code === ampersand || code === exclamation) && isBlank(text.charCodeAt(offset - 1))) properties++
    if (properties > mostMarks || colons > mostMarks) return offset
  }
  return undefined
}

const newline = 10
const colon = 58
const ampersand = 38
const exclamation = 33

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === newline || code === 13
