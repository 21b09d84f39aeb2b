import { type Span, span } from '../core/span.ts'
import type { Block, ItemBlock } from './blocks.ts'
import type { MarkdownNode } from './markdown-node.ts'
import { scanBlocks } from './scan-blocks.ts'
import { closesFence, isDigit, listMarkerEnd, skipBlankCodes, trimBlanks } from './scan-starts.ts'

interface Depths {
  readonly quoteDepth: number
  readonly listDepth: number
}

/**
 * remark's tree as the scanner's blocks, in source order, all decided. `text` is the text that was parsed. Link
 * definitions become nothing. Recurses as deep as containers nest, which `exceededLimit` bounds before.
 */
export function convertNodes(text: string, root: MarkdownNode): Block[] {
  const blocks: Block[] = []
  addChildren(text, root, { quoteDepth: 0, listDepth: 0 }, blocks)
  return blocks
}

function addChildren(text: string, node: MarkdownNode, depths: Depths, blocks: Block[]): void {
  for (const child of node.children ?? []) addNode(text, child, depths, blocks)
}

function addNode(text: string, node: MarkdownNode, depths: Depths, blocks: Block[]): void {
  const place = placeOf(text, node)
  const base = { span: place, ...depths, undecided: false }
  if (node.type === 'heading') {
    const words = span(startOf(node.children?.[0]) ?? place.end, endOf(node.children?.at(-1)) ?? place.end)
    blocks.push({ kind: 'heading', ...base, level: node.depth ?? 1, text: trimmed(text, words) })
  } else if (node.type === 'code')
    blocks.push(isFenced(text, node) ? fenceBlock(text, base) : { kind: 'indented-code', ...base })
  else if (node.type === 'thematicBreak') blocks.push({ kind: 'thematic-break', ...base })
  else if (node.type === 'html') blocks.push({ kind: 'html', ...base })
  else if (node.type === 'paragraph') blocks.push(...paragraphBlocks(text, place, depths))
  else if (node.type === 'list') addChildren(text, node, depths, blocks)
  else if (node.type === 'listItem') addItem(text, node, depths, blocks)
  else if (node.type === 'blockquote') {
    addChildren(text, node, { ...depths, quoteDepth: depths.quoteDepth + 1 }, blocks)
  }
}

const startOf = (node: MarkdownNode | undefined): number | undefined => node?.position?.start.offset
const endOf = (node: MarkdownNode | undefined): number | undefined => node?.position?.end.offset

/** remark counts blanks before code and behind everything to the block; the scanner does not. */
function placeOf(text: string, node: MarkdownNode): Span {
  return trimmed(text, span(startOf(node) ?? 0, endOf(node) ?? 0))
}

function trimmed(text: string, at: Span): Span {
  const start = skipBlankCodes(text, at.start, at.end)
  return span(start, trimBlanks(text, start, at.end))
}

function addItem(text: string, node: MarkdownNode, depths: Depths, blocks: Block[]): void {
  const place = placeOf(text, node)
  const marker = span(place.start, listMarkerEnd(text, place.start, place.end) || place.start + 1)
  const ordered = isDigit(text.charCodeAt(place.start))
  const [first, ...others] = node.children ?? []
  const inside = { ...depths, listDepth: depths.listDepth + 1 }
  const split = first?.type === 'paragraph' ? paragraphBlocks(text, placeOf(text, first), inside) : []
  const words = split[0]?.kind === 'paragraph' ? split[0].span : undefined
  const item: ItemBlock = { kind: 'item', span: place, ...depths, undecided: false, marker, ordered, text: words }
  blocks.push(item, ...split.slice(words === undefined ? 0 : 1))
  const rest = first?.type === 'paragraph' ? others : (node.children ?? [])
  for (const child of rest) addNode(text, child, inside, blocks)
}

/** remark as we use it has no tables, so a paragraph may hold one: by the scanner's own grammar. */
function paragraphBlocks(text: string, place: Span, depths: Depths): Block[] {
  const whole: Block = { kind: 'paragraph', span: place, ...depths, undecided: false }
  if (depths.quoteDepth > 0) return [whole]
  const parts = scanBlocks(text, place)
  if (!parts.every(({ kind }) => kind === 'paragraph' || kind === 'table')) return [whole]
  return parts.some(({ kind }) => kind === 'table') ? parts.map((part) => ({ ...part, ...depths })) : [whole]
}

/** Indented code starts with its blanks for remark. */
const isFenced = (text: string, node: MarkdownNode): boolean => '`~'.includes(text.charAt(startOf(node) ?? 0))

function fenceBlock(text: string, base: { readonly span: Span; readonly undecided: boolean } & Depths): Block {
  const { start, end } = base.span
  const code = text.charCodeAt(start)
  let after = start
  while (after < end && text.charCodeAt(after) === code) after++
  const firstEnd = lineEnd(text, after, end)
  const infoStart = skipBlankCodes(text, after, firstEnd)
  const info = span(infoStart, trimBlanks(text, infoStart, firstEnd))
  const contentStart = Math.min(afterBreak(text, firstEnd), end)
  const last = lastLineStart(text, contentStart, end)
  const closed = contentStart < end && closesFence(text, pastMarks(text, last, end), end, code, after - start)
  return { kind: 'fence', ...base, info, content: span(contentStart, closed ? last : end), closed }
}

function lineEnd(text: string, from: number, end: number): number {
  let offset = from
  while (offset < end && !isBreak(text.charCodeAt(offset))) offset++
  return offset
}

const isBreak = (code: number): boolean => code === 10 || code === 13

const afterBreak = (text: string, at: number): number => at + (text.startsWith('\r\n', at) ? 2 : 1)

function lastLineStart(text: string, from: number, end: number): number {
  let offset = end
  while (offset > from && !isBreak(text.charCodeAt(offset - 1))) offset--
  return offset
}

/** Past blanks and the `>` of quotes. */
function pastMarks(text: string, from: number, end: number): number {
  let offset = from
  while (offset < end && (text.charCodeAt(offset) === 62 || /[ \t]/.test(text.charAt(offset)))) offset++
  return offset
}
