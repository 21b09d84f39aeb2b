import type { Span } from '../core/span.ts'
import type { Block, HeadingBlock, HtmlBlock } from '../document/blocks.ts'
import { scanBlocks } from '../document/scan-blocks.ts'

/** A line with nothing but a tag of a name that HTML does not have: prompts mark their parts so. */
const partLine =
  /^[ \t]{0,3}<(\/?)(?!(?:details|summary|div|p|table|ul|ol|li|pre|br|hr|img|picture|a|b|i|kbd|sub|sup|span|center|example|examples)\b)([a-z][\w-]{0,40})(?: [^<>\n]{0,80})?>[ \t]*(?:\r?\n|$)/i

/**
 * The blocks of a part of a prompt that starts with a line like `<role>`: Markdown takes all up to the next blank line for HTML,
 * and whoever reads the prompt takes it for text. Tags in there are left as they are, so nothing is read twice. Where the part ends
 * in the block as well, its name heads it: `<ownership>`.
 */
export function blocksInTags(text: string, { span, quoteDepth }: HtmlBlock): Block[] {
  if (quoteDepth > 0) return []
  let start = span.start
  let name: Span | undefined
  for (;;) {
    const line = partLine.exec(text.slice(start, Math.min(span.end, start + 160)))
    if (line === null) break
    const [whole, slash, word = ''] = line
    const at = start + whole.indexOf(word)
    name = slash === '' ? { start: at, end: at + word.length } : undefined
    start += whole.length
  }
  if (start === span.start || start >= span.end) return []
  const blocks = scanBlocks(text, { start, end: span.end })
  if (name === undefined) return blocks
  const close = start + text.slice(start, span.end).lastIndexOf(`</${text.slice(name.start, name.end)}>`)
  return close < start ? blocks : [heading(name), ...blocks, heading({ start: close, end: close })]
}

/** Of the lowest level, so that it ends no other; one without a text ends the part. */
const heading = (at: Span): HeadingBlock => ({
  kind: 'heading',
  level: 6,
  text: at,
  span: at,
  quoteDepth: 0,
  listDepth: 0,
  undecided: false,
})
