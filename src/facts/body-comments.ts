import { directivePrefix } from '../core/directive-prefix.ts'
import { type Span, span } from '../core/span.ts'
import type { AgentDocument } from '../document/agent-document.ts'
import { textSpans } from '../document/blocks.ts'
import { lineEndAt, nextLineStart } from '../document/lines.ts'
import { scanBlocks } from '../document/scan-blocks.ts'
import { scanInline } from '../document/scan-inline.ts'
import type { DirectiveComment } from './directive.ts'
import { indexBefore, isInside } from './frontmatter-comments.ts'

/** `<!-- agent-lint-… -->` in a prompt, where it is a comment: not in code. */
export function bodyComments({ source, body }: AgentDocument, limit: number): DirectiveComment[] {
  const { text } = source
  const found: DirectiveComment[] = []
  let page: Page | undefined
  let at = text.indexOf(directivePrefix, body.start)
  while (at !== -1 && found.length < limit) {
    const close = text.indexOf('-->', at)
    // Nothing that follows is closed either.
    if (close === -1) break
    const open = openBefore(text, at, body.start)
    page ??= open === undefined ? undefined : readPage(text, body)
    if (open === undefined || page === undefined || !isComment(page, open)) {
      at = text.indexOf(directivePrefix, at + 1)
      continue
    }
    const comment = span(open, close + 3)
    found.push({ span: comment, content: span(at + directivePrefix.length, close), next: nextBlock(page, comment) })
    at = text.indexOf(directivePrefix, comment.end)
  }
  return found
}

const opening = '<!--'

/** The `<!--` that the word at `at` is the first in. */
function openBefore(text: string, at: number, start: number): number | undefined {
  let offset = at
  while (offset > start && /\s/.test(text.charAt(offset - 1))) offset--
  const open = offset - opening.length
  return open >= start && text.startsWith(opening, open) ? open : undefined
}

/** What a body consists of, in order. */
interface Page {
  readonly text: string
  /** All blocks but those that are comments of ours. */
  readonly blocks: readonly Span[]
  readonly html: readonly Span[]
  /** Running text. */
  readonly running: readonly Span[]
  /** The code in a part of the running text, by its start. */
  readonly code: Map<number, readonly Span[]>
}

function readPage(text: string, body: Span): Page {
  const blocks = scanBlocks(text, body)
  const html = blocks.filter(({ kind }) => kind === 'html').map((block) => block.span)
  const running = blocks.flatMap(textSpans).toSorted((a, b) => a.start - b.start)
  const others = blocks.filter((block) => block.kind !== 'html' || !isDirective(text, block.span))
  return { text, blocks: others.map((block) => block.span), html, running, code: new Map() }
}

function isComment(page: Page, offset: number): boolean {
  if (isInside(page.html, offset)) return true
  const part = partAt(page.running, offset)
  return part !== undefined && !isInside(codeIn(page, part), offset)
}

function partAt(parts: readonly Span[], offset: number): Span | undefined {
  const part = parts[indexBefore(parts, offset)]
  return part !== undefined && offset < part.end ? part : undefined
}

function codeIn({ text, code }: Page, part: Span): readonly Span[] {
  const known = code.get(part.start)
  if (known !== undefined) return known
  const spans = scanInline(text, part).flatMap((inline) => (inline.kind === 'code' ? [inline.span] : []))
  code.set(part.start, spans)
  return spans
}

/** The lines that go on behind the comment's own, or else the block that comes after it. */
function nextBlock({ text, blocks, html, running }: Page, comment: Span): Span {
  const line = nextLineStart(text, lineEndAt(text, comment.end))
  const own = partAt(html, comment.start) ?? partAt(running, comment.start)
  if (own !== undefined && line < own.end) return span(line, own.end)
  return blocks[indexBefore(blocks, comment.end - 1) + 1] ?? span(0, 0)
}

const isDirective = (text: string, at: Span): boolean =>
  text.startsWith(opening, at.start) &&
  text
    .slice(at.start + opening.length, at.end)
    .trimStart()
    .startsWith(directivePrefix)
