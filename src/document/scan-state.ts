import { type Span, span } from '../core/span.ts'
import type { Block, ItemBlock } from './blocks.ts'
import type { HtmlBlockType } from './scan-html.ts'
import type { LineCursor } from './scan-lines.ts'

/** Containers deeper than this are not opened: it bounds the work a line can cost. Their line is left undecided. */
export const deepestContainer = 32

type Draft<T> = { -readonly [K in keyof T]: T[K] }

export interface Container {
  /** The item it is; undefined for a block quote. */
  readonly item: Draft<ItemBlock> | undefined
  /** How many columns a line must be indented to go on in the item. */
  readonly indent: number
  isEmpty: boolean
}

export interface ParagraphLeaf {
  readonly kind: 'paragraph'
  start: number
  end: number
  /** The item whose first paragraph this is. */
  item: Draft<ItemBlock> | undefined
  /** Where the last line's text starts, and where the line before it ends; they are what a table's header needs. */
  lastStart: number
  beforeEnd: number
  isLastLazy: boolean
  undecided: boolean
}

export interface FenceLeaf {
  readonly kind: 'fence'
  readonly start: number
  end: number
  readonly code: number
  readonly length: number
  readonly info: Span
  readonly contentStart: number
  contentEnd: number
}

export interface TableLeaf {
  readonly kind: 'table'
  readonly start: number
  end: number
  readonly header: readonly Span[]
  readonly rows: Span[][]
}

export interface HtmlLeaf {
  readonly kind: 'html'
  readonly start: number
  end: number
  readonly type: HtmlBlockType
}

export interface CodeLeaf {
  readonly kind: 'indented-code'
  readonly start: number
  end: number
}

export type Leaf = ParagraphLeaf | FenceLeaf | TableLeaf | HtmlLeaf | CodeLeaf

/** All that the scanner knows between two lines. */
export interface Scan {
  readonly cursor: LineCursor
  readonly blocks: Block[]
  readonly containers: Container[]
  leaf: Leaf | undefined
  /** The leaf that was open when the current line came, if the line goes on in all of its containers. */
  leafBefore: Leaf | undefined
  quoteDepth: number
  listDepth: number
  /** Where the last finished block or list marker ends. */
  lastEnd: number
}

export function openContainer(scan: Scan, container: Container): void {
  fillTop(scan)
  scan.containers.push(container)
  if (container.item === undefined) scan.quoteDepth++
  else scan.listDepth++
}

/** The innermost container now has something in it. */
export function fillTop(scan: Scan): void {
  const top = scan.containers.at(-1)
  if (top !== undefined) top.isEmpty = false
}

/** Ends the open leaf, then the containers beyond the first `count`. */
export function closeTo(scan: Scan, count: number): void {
  finishLeaf(scan)
  while (scan.containers.length > count) {
    const container = scan.containers.pop()
    if (container?.item === undefined) scan.quoteDepth--
    else {
      scan.listDepth--
      container.item.span = span(container.item.span.start, Math.max(scan.lastEnd, container.item.marker.end))
    }
  }
}

export function finishLeaf(scan: Scan): void {
  const { leaf } = scan
  if (leaf === undefined) return
  scan.leaf = undefined
  scan.lastEnd = leaf.end
  if (leaf.kind === 'paragraph') finishParagraph(scan, leaf)
  else scan.blocks.push(blockOf(scan, leaf, false))
}

/** Ends fenced code at its closing fence, whose line ends at `end`. */
export function closeFence(scan: Scan, leaf: FenceLeaf, end: number): void {
  leaf.end = end
  scan.leaf = undefined
  scan.lastEnd = end
  scan.blocks.push(blockOf(scan, leaf, true))
}

export function finishParagraph(scan: Scan, leaf: ParagraphLeaf): void {
  const undecided = leaf.undecided || startsLikeDefinition(scan.cursor.text, leaf.start, leaf.end)
  const place = span(leaf.start, leaf.end)
  if (leaf.item === undefined) {
    const { quoteDepth, listDepth } = scan
    scan.blocks.push({ kind: 'paragraph', span: place, quoteDepth, listDepth, undecided })
    return
  }
  leaf.item.text = place
  if (undecided) leaf.item.undecided = true
}

function blockOf(scan: Scan, leaf: Exclude<Leaf, ParagraphLeaf>, closed: boolean): Block {
  const { quoteDepth, listDepth } = scan
  const place = span(leaf.start, leaf.end)
  const undecided = false
  if (leaf.kind === 'fence') {
    const content = span(leaf.contentStart, Math.max(leaf.contentStart, leaf.contentEnd))
    return { kind: 'fence', span: place, quoteDepth, listDepth, undecided, info: leaf.info, content, closed }
  }
  if (leaf.kind === 'table') {
    return { kind: 'table', span: place, quoteDepth, listDepth, undecided, header: leaf.header, rows: leaf.rows }
  }
  return { kind: leaf.kind, span: place, quoteDepth, listDepth, undecided }
}

/** `[label]:` may define a link, in which case it is no text at all; the scanner does not read those to their end. */
export function startsLikeDefinition(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start) !== 91) return false
  for (let i = start + 1; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 92) i++
    else if (code === 91) return false
    else if (code === 93) return text.charCodeAt(i + 1) === 58
  }
  return false
}
