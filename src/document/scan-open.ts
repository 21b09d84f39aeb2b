import { span } from '../core/span.ts'
import type { ItemBlock } from './blocks.ts'
import { endsHtmlBlock, htmlBlockType } from './scan-html.ts'
import { advanceColumns, advancePastBlank, advanceTo, isRestBlank, measureIndent } from './scan-lines.ts'
import {
  atxLevel,
  atxTextEnd,
  fenceLength,
  isDigit,
  isThematicBreak,
  listMarkerEnd,
  setextLevel,
  skipBlankCodes,
  trimBlanks,
} from './scan-starts.ts'
import {
  closeTo,
  deepestContainer,
  fillTop,
  finishLeaf,
  openContainer,
  type ParagraphLeaf,
  type Scan,
  startsLikeDefinition,
} from './scan-state.ts'

/** What a line did: started a block that takes all of it, opened a container (more may follow), or nothing. */
export type Started = 'leaf' | 'container' | 'none'

/**
 * Starts the block that stands at the cursor's first character that is no blank, if one does. `kept` is how many of the
 * open containers the line goes on in; the rest are closed only if a block starts.
 */
export function startBlock(scan: Scan, kept: number): Started {
  const { cursor } = scan
  const code = cursor.text.charCodeAt(cursor.first)
  if (cursor.indent >= 4) return startIndentedCode(scan, kept)
  switch (code) {
    case 62:
      return startQuote(scan, kept)
    case 35:
      return startAtxHeading(scan, kept)
    case 96:
    case 126:
      return startFence(scan, kept)
    case 60:
      return startHtml(scan, kept)
    case 42:
    case 43:
    case 45:
    case 61:
    case 95:
      return startFromLine(scan, kept, code)
    default:
      return isDigit(code) ? startItem(scan, kept) : 'none'
  }
}

/** The paragraph (or table) that this line would interrupt. Lines outside its containers do not interrupt it. */
function isInterrupting(scan: Scan, kept: number): boolean {
  const kind = scan.leaf?.kind
  return scan.containers.length === kept && (kind === 'paragraph' || kind === 'table')
}

function startIndentedCode(scan: Scan, kept: number): Started {
  const { leaf, cursor } = scan
  if (leaf?.kind === 'paragraph' || (leaf?.kind === 'table' && isInterrupting(scan, kept))) return 'none'
  closeTo(scan, kept)
  fillTop(scan)
  scan.leaf = { kind: 'indented-code', start: cursor.first, end: cursor.end }
  return 'leaf'
}

function startQuote(scan: Scan, kept: number): Started {
  if (kept >= deepestContainer) return leaveUndecided(scan, kept)
  const { cursor } = scan
  closeTo(scan, kept)
  openContainer(scan, { item: undefined, indent: 0, isEmpty: true })
  advanceTo(cursor, cursor.first + 1)
  advancePastBlank(cursor)
  return 'container'
}

/** Too deep: the line becomes text of an undecided paragraph. */
function leaveUndecided(scan: Scan, kept: number): Started {
  const { text, first, end } = scan.cursor
  closeTo(scan, kept)
  fillTop(scan)
  const place = span(first, trimBlanks(text, first, end))
  const { quoteDepth, listDepth } = scan
  scan.blocks.push({ kind: 'paragraph', span: place, quoteDepth, listDepth, undecided: true })
  scan.lastEnd = place.end
  return 'leaf'
}

function startAtxHeading(scan: Scan, kept: number): Started {
  const { text, first, end } = scan.cursor
  const level = atxLevel(text, first, end)
  if (level === 0) return 'none'
  closeTo(scan, kept)
  fillTop(scan)
  const start = Math.min(skipBlankCodes(text, first + level, end), end)
  const place = span(first, trimBlanks(text, first, end))
  const words = span(Math.min(start, place.end), Math.max(Math.min(start, place.end), atxTextEnd(text, start, end)))
  const { quoteDepth, listDepth } = scan
  scan.blocks.push({ kind: 'heading', span: place, quoteDepth, listDepth, undecided: false, level, text: words })
  scan.lastEnd = place.end
  return 'leaf'
}

function startFence(scan: Scan, kept: number): Started {
  const { text, first, end, next } = scan.cursor
  const length = fenceLength(text, first, end)
  if (length === 0) return 'none'
  closeTo(scan, kept)
  fillTop(scan)
  const infoStart = skipBlankCodes(text, first + length, end)
  const info = span(infoStart, trimBlanks(text, infoStart, end))
  const code = text.charCodeAt(first)
  scan.leaf = {
    kind: 'fence',
    start: first,
    end: Math.max(info.end, first + length),
    code,
    length,
    info,
    contentStart: next,
    contentEnd: next,
  }
  return 'leaf'
}

function startHtml(scan: Scan, kept: number): Started {
  const { text, first, end } = scan.cursor
  const type = htmlBlockType(text, first, end)
  if (type === 0) return 'none'
  if (type === 7 && scan.leaf?.kind === 'paragraph') {
    // remark lets such a line end a paragraph that it continues lazily; CommonMark does not.
    if (scan.containers.length > kept) scan.leaf.undecided = true
    return 'none'
  }
  closeTo(scan, kept)
  fillTop(scan)
  scan.leaf = { kind: 'html', start: first, end, type }
  if (endsHtmlBlock(text, first, end, type)) finishLeaf(scan)
  return 'leaf'
}

/** Underlines, thematic breaks, items: in this order. */
function startFromLine(scan: Scan, kept: number, code: number): Started {
  const { text, first, end } = scan.cursor
  if ((code === 45 || code === 61) && scan.leaf?.kind === 'paragraph' && scan.containers.length === kept) {
    const level = setextLevel(text, first, end)
    if (level !== 0) return underline(scan, scan.leaf, level)
  }
  if (code === 61) return 'none'
  if (code !== 43 && isThematicBreak(text, first, end)) {
    closeTo(scan, kept)
    fillTop(scan)
    const { quoteDepth, listDepth } = scan
    const place = span(first, trimBlanks(text, first, end))
    scan.blocks.push({ kind: 'thematic-break', span: place, quoteDepth, listDepth, undecided: false })
    scan.lastEnd = place.end
    return 'leaf'
  }
  return code === 95 ? 'none' : startItem(scan, kept)
}

function underline(scan: Scan, leaf: ParagraphLeaf, level: number): Started {
  const { text, first, end } = scan.cursor
  const place = span(leaf.start, trimBlanks(text, first, end))
  const { quoteDepth, listDepth } = scan
  const undecided = leaf.undecided || startsLikeDefinition(text, leaf.start, leaf.end)
  const words = span(leaf.start, leaf.end)
  scan.blocks.push({ kind: 'heading', span: place, quoteDepth, listDepth, undecided, level, text: words })
  scan.leaf = undefined
  scan.lastEnd = place.end
  return 'leaf'
}

function startItem(scan: Scan, kept: number): Started {
  const { cursor } = scan
  const { text, first, end } = cursor
  const markerEnd = listMarkerEnd(text, first, end)
  if (markerEnd === 0) return 'none'
  const ordered = isDigit(text.charCodeAt(first))
  const isWeak = !mayInterrupt(text, first, markerEnd, end, ordered)
  if (isWeak && isInterrupting(scan, kept)) return 'none'
  if (kept >= deepestContainer) return leaveUndecided(scan, kept)
  // remark also refuses it below indented code, and in a quote or item that itself interrupts; CommonMark does not.
  const undecided = isWeak && scan.leafBefore !== undefined
  closeTo(scan, kept)
  const { quoteDepth, listDepth } = scan
  const marker = span(first, markerEnd)
  const item: { -readonly [K in keyof ItemBlock]: ItemBlock[K] } = {
    kind: 'item',
    span: marker,
    quoteDepth,
    listDepth,
    undecided,
    marker,
    ordered,
    text: undefined,
  }
  scan.blocks.push(item)
  scan.lastEnd = markerEnd
  const before = cursor.indent
  advanceTo(cursor, markerEnd)
  openContainer(scan, { item, indent: before + (markerEnd - first) + advanceToContent(scan), isEmpty: true })
  return 'container'
}

/** Only an item with text, and of ordered ones only the first, may stand right below a line of text. */
function mayInterrupt(text: string, first: number, markerEnd: number, end: number, ordered: boolean): boolean {
  if (skipBlankCodes(text, markerEnd, end) === end) return false
  return !ordered || (markerEnd === first + 2 && text.charCodeAt(first) === 49)
}

/** Reads the blanks between a marker and its content and says how many columns of them belong to the marker. */
function advanceToContent(scan: Scan): number {
  const { cursor } = scan
  measureIndent(cursor)
  const { indent } = cursor
  const isCodeOrEmpty = isRestBlank(cursor) || indent > 4
  const width = isCodeOrEmpty ? 1 : indent
  advanceColumns(cursor, width)
  return width
}
