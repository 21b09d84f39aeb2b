import type { Span } from '../core/span.ts'
import type { Block } from './blocks.ts'
import { endsHtmlBlock } from './scan-html.ts'
import {
  advanceColumns,
  advancePastBlank,
  advanceTo,
  isRestBlank,
  measureIndent,
  openCursor,
  readLine,
} from './scan-lines.ts'
import { startBlock } from './scan-open.ts'
import { closesFence, trimBlanks } from './scan-starts.ts'
import { closeFence, closeTo, fillTop, finishLeaf, type ParagraphLeaf, type Scan } from './scan-state.ts'
import { cellsOf, openTable } from './scan-table.ts'

/**
 * The Markdown blocks of `text` between `at.start` and `at.end`, in source order; all offsets are UTF-16 offsets into
 * the whole of `text`. Linear in the length, iterative, never throws. `scanner.md` says what it leaves undecided.
 */
export function scanBlocks(text: string, at: Span): Block[] {
  const scan: Scan = {
    cursor: openCursor(text, at),
    blocks: [],
    containers: [],
    leaf: undefined,
    leafBefore: undefined,
    quoteDepth: 0,
    listDepth: 0,
    lastEnd: at.start,
  }
  while (readLine(scan.cursor)) scanLine(scan)
  closeTo(scan, 0)
  return scan.blocks
}

function scanLine(scan: Scan): void {
  const matched = matchContainers(scan)
  scan.leafBefore = matched === scan.containers.length ? scan.leaf : undefined
  if (scan.leafBefore !== undefined && continueLeaf(scan)) return
  const { cursor } = scan
  let kept = matched
  while (!isRestBlank(cursor)) {
    const started = startBlock(scan, kept)
    if (started === 'leaf') return
    if (started === 'none') {
      readText(scan, kept)
      return
    }
    kept = scan.containers.length
    measureIndent(cursor)
  }
  const { leaf } = scan
  if (scan.containers.length > kept || leaf?.kind === 'paragraph' || leaf?.kind === 'table') closeTo(scan, kept)
}

/** How many of the open containers go on in this line. Leaves the cursor behind their marks, the rest measured. */
function matchContainers(scan: Scan): number {
  const { cursor, containers } = scan
  measureIndent(cursor)
  let matched = 0
  for (const container of containers) {
    if (container.item === undefined) {
      if (cursor.indent > 3 || isRestBlank(cursor) || cursor.text.charCodeAt(cursor.first) !== 62) break
      advanceTo(cursor, cursor.first + 1)
      advancePastBlank(cursor)
      measureIndent(cursor)
    } else if (isRestBlank(cursor)) {
      if (container.isEmpty) break
    } else if (cursor.indent >= container.indent) {
      advanceColumns(cursor, container.indent)
      // The rest needs no second look: deep lists would cost their depth times their indentation.
      cursor.indent -= container.indent
    } else break
    matched++
  }
  return matched
}

/** Code and HTML take the line whatever is in it; true if the line is used up. */
function continueLeaf(scan: Scan): boolean {
  const { leaf, cursor } = scan
  if (leaf === undefined) return false
  if (leaf.kind === 'fence') {
    const { text, first, end } = cursor
    if (cursor.indent < 4 && closesFence(text, first, end, leaf.code, leaf.length)) {
      closeFence(scan, leaf, trimBlanks(text, first, end))
      return true
    }
    leaf.end = end
    leaf.contentEnd = cursor.next
    return true
  }
  if (leaf.kind === 'html') return continueHtml(scan)
  if (leaf.kind !== 'indented-code') return false
  if (isRestBlank(cursor)) return true
  if (cursor.indent >= 4) {
    leaf.end = cursor.end
    return true
  }
  finishLeaf(scan)
  return false
}

function continueHtml(scan: Scan): boolean {
  const { leaf, cursor } = scan
  if (leaf?.kind !== 'html') return false
  if (leaf.type >= 6 && isRestBlank(cursor)) {
    finishLeaf(scan)
    return true
  }
  leaf.end = cursor.end
  if (endsHtmlBlock(cursor.text, cursor.at, cursor.end, leaf.type)) finishLeaf(scan)
  return true
}

/** A line that starts nothing: more of the open paragraph or table, or a new paragraph. */
function readText(scan: Scan, kept: number): void {
  const { leaf } = scan
  const isLazy = scan.containers.length > kept
  if (leaf?.kind === 'paragraph') continueParagraph(scan, leaf, isLazy)
  else if (leaf?.kind === 'table' && !isLazy) {
    const { text, first, end } = scan.cursor
    leaf.rows.push(cellsOf(text, first, end))
    leaf.end = trimBlanks(text, first, end)
  } else {
    closeTo(scan, kept)
    startParagraph(scan)
  }
}

function continueParagraph(scan: Scan, leaf: ParagraphLeaf, isLazy: boolean): void {
  const { text, first, end, indent } = scan.cursor
  const code = text.charCodeAt(first)
  const mayDelimit = (code === 124 || code === 45 || code === 58) && !isLazy && indent < 4
  const table = mayDelimit ? openTable(text, leaf, first, end) : undefined
  if (table !== undefined) {
    if (leaf.start < leaf.lastStart) {
      leaf.end = leaf.beforeEnd
      finishLeaf(scan)
    }
    scan.leaf = table
    return
  }
  leaf.beforeEnd = leaf.end
  leaf.lastStart = first
  leaf.end = trimBlanks(text, first, end)
  leaf.isLastLazy = isLazy
}

function startParagraph(scan: Scan): void {
  const { text, first, end } = scan.cursor
  const top = scan.containers.at(-1)
  const item = top?.isEmpty === true ? top.item : undefined
  fillTop(scan)
  scan.leaf = {
    kind: 'paragraph',
    start: first,
    end: trimBlanks(text, first, end),
    item,
    lastStart: first,
    beforeEnd: first,
    isLastLazy: false,
    undecided: false,
  }
}
