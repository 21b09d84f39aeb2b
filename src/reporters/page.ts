import { displayWidth } from './cells.ts'
import { frameWidth } from './code-frame.ts'
import { closesFence, fenceMarks } from './fence.ts'
import { safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { wrapText } from './wrap.ts'

/** Longer lines of prose are hard to read, however wide the terminal is. */
const widest = 100
const codeIndent = '    '

interface PageContext {
  readonly style: Style
  readonly width: number
}

/** A run of lines that are shown in one way. */
interface Block {
  readonly kind: 'heading' | 'code' | 'item' | 'table' | 'prose'
  readonly lines: readonly string[]
}

/**
 * A page of Markdown (headings, paragraphs, lists, tables, fenced code) for a terminal of `width` columns. Headings are
 * underlined, prose is wrapped, code stands as it is, indented, under the name of its file. All text is made safe.
 */
export function renderPage(markdown: string, style: Style, width: number): string {
  const context = { style, width: Math.min(frameWidth(width), widest) }
  const parts = blocksOf(markdown).map((block) => ({ block, text: renderBlock(block, context).join('\n') }))
  let page = ''
  parts.forEach(({ block, text }, i) => {
    const next = parts[i + 1]?.block
    const isTight = block.kind === 'item' && next?.kind === 'item'
    page += `${text}\n${next === undefined || isTight ? '' : '\n'}`
  })
  return page
}

/** The blocks of a page, in order. What an open fence at the end lacks is added. */
function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = []
  let open: { kind: Block['kind']; lines: string[] } | undefined
  for (const line of markdown.split('\n')) {
    if (open?.kind === 'code') {
      if (closesFence(line, fenceMarks(open.lines[0] ?? '') ?? '')) open = undefined
      else open.lines.push(line)
      continue
    }
    const kind = kindOf(line)
    const goesOn =
      open !== undefined && kind !== undefined && (kind === 'table' ? open.kind === kind : kind === 'prose')
    if (open !== undefined && goesOn && open.kind !== 'heading') open.lines.push(line)
    else open = kind === undefined ? undefined : { kind, lines: [line] }
    if (open !== undefined && open.lines.length === 1) blocks.push(open)
  }
  return blocks
}

function kindOf(line: string): Block['kind'] | undefined {
  if (fenceMarks(line) !== undefined) return 'code'
  if (/^#{1,6} /.test(line)) return 'heading'
  if (/^ *(?:[-*]|\d{1,3}\.) /.test(line)) return 'item'
  if (line.startsWith('|')) return 'table'
  return line.trim() === '' ? undefined : 'prose'
}

function renderBlock({ kind, lines }: Block, context: PageContext): string[] {
  const [first = '', ...rest] = lines
  if (kind === 'heading') return heading(first, context)
  if (kind === 'code') return code(first, rest, context)
  if (kind === 'table') return lines.map((line) => inline(safeText(line), context))
  if (kind === 'item') return item(lines, context)
  return wrapText(joined(lines), context.width, context.width).map((line) => inline(line, context))
}

function heading(line: string, { style, width }: PageContext): string[] {
  const depth = line.indexOf(' ')
  const lines = wrapText(line.slice(depth + 1), width, width)
  const underline = (depth === 1 ? '=' : '-').repeat(Math.max(...lines.map(displayWidth)))
  const titles = lines.map((text) => style.heading(text))
  return depth > 2 ? titles : [...titles, style.gutter(underline)]
}

function code(fence: string, lines: readonly string[], { style }: PageContext): string[] {
  const info = fence.slice(fenceMarks(fence)?.length)
  const [, kind, file] = /(?:^| )(file|deleted)=(\S+)/.exec(info) ?? []
  const caption = kind === 'deleted' ? `${file}, deleted` : (file ?? (info === 'console' ? 'prints' : undefined))
  const head = caption === undefined ? [] : [style.gutter(`  ${safeText(caption)}:`)]
  return [...head, ...lines.map((line) => (codeIndent + safeText(line.replaceAll('\t', '  '))).trimEnd())]
}

function item(lines: readonly string[], context: PageContext): string[] {
  const text = joined(lines)
  const marker = /^(?:[-*]|\d+\.) /.exec(text)?.[0] ?? ''
  const indent = (/^ */.exec(lines[0] ?? '')?.[0].length ?? 0) + marker.length
  const width = context.width - indent
  const [first = '', ...rest] = wrapText(text.slice(marker.length), width, width)
  const hanging = ' '.repeat(indent)
  const lead = hanging.slice(marker.length) + marker
  return [lead + inline(first, context), ...rest.map((line) => hanging + inline(line, context))]
}

const joined = (lines: readonly string[]): string => lines.map((line) => line.trim()).join(' ')

/** Colours code within a line; its backticks stay, so that it can be told without colour too. */
const inline = (line: string, { style }: PageContext): string => line.replaceAll(/`[^`]+`/g, (span) => style.code(span))
