import type { Edit } from '../core/fix.ts'
import { type Span, span } from '../core/span.ts'
import type { Entry } from '../core/value.ts'
import type { AgentDocument } from '../document/agent-document.ts'
import { replaceAt } from './fix.ts'

/**
 * Leaves out a key with its lines. Nothing where it is the only one, where it or the next key does not start its line, and
 * where more than the value may hang on the lines: a comment, or an anchor that is named elsewhere.
 */
export function removeKey(
  { source: { text, path }, frontmatter, fence }: AgentDocument,
  entry: Entry,
): readonly Edit[] {
  const { state, entries } = frontmatter
  if (state !== 'valid' || fence === undefined || entries.length < 2) return []
  const start = entry.keySpan.start
  const next = entries.map(({ keySpan }) => keySpan.start).filter((at) => at > start)
  const lines = span(start, Math.min(fence.content.end, ...next))
  // A comma or a bracket behind the value is of a mapping in brackets, which has other ends than lines.
  const isAlone = startsLine(text, lines) && text.slice(entry.value.span.end, lines.end).trim() === ''
  const isPlain = isAlone && !/[#&]/.test(text.slice(lines.start, lines.end))
  return isPlain && !isBelowComment(text, start) ? [replaceAt(path, lines, '')] : []
}

/** Do both the key and what follows it stand at the start of a line? */
const startsLine = (text: string, { start, end }: Span): boolean =>
  text.charAt(start - 1) === '\n' && text.charAt(end - 1) === '\n'

/** Is the line above a comment, which may be about the key, or silence what is found there? */
const isBelowComment = (text: string, start: number): boolean =>
  /^[ \t]*#/.test(text.slice(text.lastIndexOf('\n', start - 2) + 1, start))
