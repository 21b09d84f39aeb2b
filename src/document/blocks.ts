import type { Span } from '../core/span.ts'

/** What every block says of itself. Offsets are UTF-16 units of the whole file. */
interface BlockPlace {
  /** From the block's first character (its indentation left out) to the end of its last line, blanks left out. */
  readonly span: Span
  /** How many block quotes it stands in. */
  readonly quoteDepth: number
  /** How many list items it stands in; a top-level item itself stands in none. */
  readonly listDepth: number
  /** The scanner cannot be sure of this block: `settleBlocks` reads its section again. */
  readonly undecided: boolean
}

export interface HeadingBlock extends BlockPlace {
  readonly kind: 'heading'
  readonly level: number
  /** Without the marks that make it a heading. */
  readonly text: Span
}

export interface FenceBlock extends BlockPlace {
  readonly kind: 'fence'
  readonly info: Span
  /** The lines between the fences, whole, with the marks of the containers they stand in. */
  readonly content: Span
  readonly closed: boolean
}

export interface ItemBlock extends BlockPlace {
  readonly kind: 'item'
  /** `-`, `*`, `+`, `1.` or `1)`, without blanks. */
  readonly marker: Span
  readonly ordered: boolean
  /** Its first paragraph, wrapped lines included; undefined where it starts with another kind of block or is empty. */
  readonly text: Span | undefined
}

export interface TableBlock extends BlockPlace {
  readonly kind: 'table'
  readonly header: readonly Span[]
  /** One list of cells a row, as many as are written there. */
  readonly rows: readonly (readonly Span[])[]
}

/** A paragraph that is not the first of an item (that one is the item's `text`). */
export interface ParagraphBlock extends BlockPlace {
  readonly kind: 'paragraph'
}

export interface HtmlBlock extends BlockPlace {
  readonly kind: 'html'
}

export interface ThematicBreakBlock extends BlockPlace {
  readonly kind: 'thematic-break'
}

export interface IndentedCodeBlock extends BlockPlace {
  readonly kind: 'indented-code'
}

/** A block of a body, in source order; an item stands before the blocks in it, quotes show only as `quoteDepth`. */
export type Block =
  | HeadingBlock
  | FenceBlock
  | ItemBlock
  | TableBlock
  | ParagraphBlock
  | HtmlBlock
  | ThematicBreakBlock
  | IndentedCodeBlock

export interface CodeInline {
  readonly kind: 'code'
  readonly span: Span
  /** Between the backticks, less the one blank on either side that Markdown takes away. */
  readonly content: Span
}

export interface LinkInline {
  readonly kind: 'link' | 'image'
  readonly span: Span
  readonly text: Span
  /** Without angle brackets and title; as written, escapes included. */
  readonly destination: Span
}

export interface AutolinkInline {
  readonly kind: 'autolink'
  readonly span: Span
  readonly destination: Span
}

/** The bold run that a text starts with. */
export interface LeadInline {
  readonly kind: 'lead'
  readonly span: Span
  readonly content: Span
  /** Where a colon ends it: `**X:**`, `**X**:`, or nowhere. */
  readonly colon: 'inside' | 'after' | undefined
}

export type Inline = CodeInline | LinkInline | AutolinkInline | LeadInline

/** The spans of a block that hold running text. */
export function textSpans(block: Block): readonly Span[] {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'paragraph':
      return [block.span]
    case 'item':
      return block.text === undefined ? [] : [block.text]
    case 'table':
      return [block.header, ...block.rows].flat()
    default:
      return []
  }
}
