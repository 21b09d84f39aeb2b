import type { Block, HtmlBlock } from '../document/blocks.ts'
import { scanBlocks } from '../document/scan-blocks.ts'

/** A line with nothing but a tag of a name that HTML does not have: prompts mark their parts so. */
const partLine =
  /^[ \t]{0,3}<\/?(?!(?:details|summary|div|p|table|ul|ol|li|pre|br|hr|img|picture|a|b|i|kbd|sub|sup|span|center|example|examples)\b)[a-z][\w-]{0,40}(?: [^<>\n]{0,80})?>[ \t]*(?:\r?\n|$)/i

/**
 * The blocks of a part of a prompt that starts with a line like `<role>`: Markdown takes all up to the next blank line for HTML,
 * and whoever reads the prompt takes it for text. Tags in there are left as they are, so nothing is read twice.
 */
export function blocksInTags(text: string, { span, quoteDepth }: HtmlBlock): Block[] {
  if (quoteDepth > 0) return []
  let start = span.start
  for (;;) {
    const line = partLine.exec(text.slice(start, Math.min(span.end, start + 160)))
    if (line === null) break
    start += line[0].length
  }
  return start === span.start || start >= span.end ? [] : scanBlocks(text, { start, end: span.end })
}
