import { type Span, span } from '../core/span.ts'
import type { Block } from './blocks.ts'
import { exceededLimit, measureBody } from './body-complexity.ts'
import { convertNodes } from './convert-nodes.ts'
import type { MarkdownNode } from './markdown-node.ts'

export type { MarkdownNode } from './markdown-node.ts'

export type MarkdownParser = (text: string) => MarkdownNode

/** The most that is read again in one body, in UTF-16 units; real text of that size takes remark 15 ms. More stays undecided. */
const resettleLimit = 32_768

let loading: Promise<MarkdownParser> | undefined

/**
 * Loads remark-parse (CommonMark, no extensions), once. The parser is slow: about 0.4 ms a kilobyte, and minutes where
 * `exceededLimit` is not asked first.
 */
export function loadMarkdownParser(): Promise<MarkdownParser> {
  loading ??= Promise.all([import('unified'), import('remark-parse')]).then(
    ([{ unified }, { default: remarkParse }]) => {
      const processor = unified().use(remarkParse)
      return (text) => processor.parse(text)
    },
  )
  return loading
}

export const hasUndecided = (blocks: readonly Block[]): boolean => blocks.some((block) => block.undecided)

/**
 * The blocks of a body (`at`, as given to `scanBlocks`) once the sections with undecided blocks are read again with
 * remark, in one go. A section goes from a top-level `#` heading to the next. What is too large or too complex for
 * remark stays as it was, still undecided. Does not throw.
 */
export function settleBlocks(text: string, at: Span, blocks: readonly Block[], parse: MarkdownParser): Block[] {
  const sections = undecidedSections(text, at, blocks)
  const settled = sections.length > 0 && isAffordable(text, sections) ? readAgain(text, sections, parse) : undefined
  if (settled === undefined) return [...blocks]
  const kept = blocks.filter(({ span: { start } }) => !sections.some((part) => part.start <= start && start < part.end))
  return [...kept, ...settled].sort((a, b) => a.span.start - b.span.start)
}

function undecidedSections(text: string, at: Span, blocks: readonly Block[]): Span[] {
  const sections: Span[] = []
  let start = at.start
  let isUndecided = false
  for (const block of blocks) {
    if (isSectionStart(text, block)) {
      if (isUndecided) sections.push(span(start, block.span.start))
      start = block.span.start
      isUndecided = false
    }
    if (block.undecided) isUndecided = true
  }
  if (isUndecided) sections.push(span(start, at.end))
  return sections
}

const isSectionStart = (text: string, block: Block): boolean =>
  block.kind === 'heading' &&
  block.quoteDepth === 0 &&
  block.listDepth === 0 &&
  !block.undecided &&
  text.charCodeAt(block.span.start) === 35

function isAffordable(text: string, sections: readonly Span[]): boolean {
  let size = 0
  for (const part of sections) {
    size += part.end - part.start
    if (size > resettleLimit || exceededLimit(measureBody(text, part)) !== undefined) return false
  }
  return true
}

function readAgain(text: string, sections: readonly Span[], parse: MarkdownParser): Block[] {
  const view = maskAllBut(text, sections)
  return convertNodes(view, parse(view))
}

/**
 * The text with everything outside of the parts blanked, line breaks kept, up to the end of the last: offsets in it are
 * offsets in the text.
 */
export function maskAllBut(text: string, parts: readonly Span[]): string {
  let view = ''
  for (const { start, end } of parts) {
    const before = text.slice(view.length, start).replaceAll(/[^\r\n]/g, ' ')
    // A body may start in the middle of a line; what is blanked there must not indent it.
    view += isLineStart(text, start) ? before : `${before.slice(0, -1)}\n`
    view += text.slice(start, end)
  }
  return view
}

/** Blanks before a heading are few enough to stay. */
function isLineStart(text: string, start: number): boolean {
  let offset = start
  while (offset > 0 && text.charCodeAt(offset - 1) === 32 && start - offset < 4) offset--
  return offset === 0 || text.charCodeAt(offset - 1) === 10 || text.charCodeAt(offset - 1) === 13
}
