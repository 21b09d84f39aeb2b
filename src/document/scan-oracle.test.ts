import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { array, assert as assertProperty, constantFrom, property } from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Span, slice, span } from '../core/span.ts'
import { type Block, textSpans } from './blocks.ts'
import { loadMarkdownParser, type MarkdownNode, type MarkdownParser, maskAllBut, settleBlocks } from './body.ts'
import { exceededLimit, measureBody } from './body-complexity.ts'
import { lineEndAt, nextLineStart } from './lines.ts'
import { scanBlocks } from './scan-blocks.ts'
import { codeText } from './scan-code.ts'
import { scanInline } from './scan-inline.ts'
import { trimBlanks } from './scan-starts.ts'
import { dashLine } from './split.ts'

const corpus = process.env.AGENT_LINT_CORPUS

interface Body {
  readonly path: string
  readonly text: string
  readonly at: Span
}

/** A construct: where it starts, and all that must be equal of it. */
interface Finding {
  readonly start: number
  readonly says: string
}

function readBodies(folder: string): Body[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
  return names.sort().map((path) => {
    const text = readFileSync(join(folder, path), 'utf8')
    return { path, text, at: span(bodyStart(text), text.length) }
  })
}

function bodyStart(text: string): number {
  if (!text.startsWith('---')) return text.startsWith('\uFEFF') ? 1 : 0
  const close = dashLine(text, nextLineStart(text, lineEndAt(text, 0)))
  return close === undefined ? 0 : nextLineStart(text, lineEndAt(text, close.end))
}

const offsets = (node: MarkdownNode): Span => span(node.position?.start.offset ?? -1, node.position?.end.offset ?? -1)

const onOneLine = (value: string): string => value.replaceAll(/\s+/g, ' ')

/** Headings, fences, items and inline code as remark sees them. */
function remarkFindings(text: string, root: MarkdownNode): Finding[] {
  const found: Finding[] = []
  const visit = (node: MarkdownNode): void => {
    const { start, end } = offsets(node)
    const add = (...parts: readonly (string | number | undefined)[]): number =>
      found.push({ start, says: parts.join(' ') })
    if (node.type === 'heading') add('heading', node.depth, trimBlanks(text, start, end))
    if (node.type === 'listItem') add('item', ...firstParagraph(text, node))
    if (node.type === 'inlineCode') add('code', end, onOneLine(node.value ?? ''))
    if (node.type === 'code' && '`~'.includes(text.charAt(start))) {
      add('fence', node.lang ?? '', node.meta ?? '', lastCharacter(text, start, end))
    }
    for (const child of node.children ?? []) visit(child)
  }
  visit(root)
  return found
}

/** remark counts the last line break of the file to a fence that is not closed. */
const lastCharacter = (text: string, start: number, end: number): number =>
  start + text.slice(start, end).trimEnd().length

function firstParagraph(text: string, item: MarkdownNode): number[] {
  const first = item.children?.[0]
  if (first?.type !== 'paragraph') return []
  const { start, end } = offsets(first)
  return [start, trimBlanks(text, start, end)]
}

const ownFindings = (text: string, blocks: readonly Block[]): Finding[] =>
  blocks.flatMap((block) => [...ownBlock(text, block), ...ownCode(text, block)])

function ownBlock(text: string, block: Block): Finding[] {
  const { start, end } = block.span
  if (block.kind === 'heading') return [{ start, says: `heading ${block.level} ${end}` }]
  if (block.kind === 'item') return [{ start, says: ['item', block.text?.start, block.text?.end].join(' ').trim() }]
  if (block.kind !== 'fence') return []
  const info = slice(text, block.info)
  const [lang = ''] = info.split(/\s/)
  return [{ start, says: `fence ${lang} ${info.slice(lang.length).trim()} ${lastCharacter(text, start, end)}` }]
}

/** remark has no tables: to it one is a paragraph. */
function ownCode(text: string, block: Block): Finding[] {
  const texts = block.kind === 'table' ? [block.span] : textSpans(block)
  return texts
    .flatMap((at) => scanInline(text, at))
    .flatMap((inline) => {
      if (inline.kind !== 'code') return []
      const content = onOneLine(codeText(text, inline.content, block.quoteDepth))
      return [{ start: inline.span.start, says: `code ${inline.span.end} ${content}` }]
    })
}

/** A table makes ours differ from a parser without: in the item whose text it ends, and where a `---` follows it. */
function touchesTable({ start, says }: Finding, text: string, tables: readonly Block[]): boolean {
  if (!says.startsWith('item') && !says.startsWith('heading')) return false
  return tables.some(({ span: at }) => start <= at.start && !/\n\s*\n/.test(text.slice(start, at.start)))
}

function differences(a: readonly Finding[], b: readonly Finding[]): Finding[] {
  const known = new Set(b.map(({ start, says }) => `${start} ${says}`))
  return a.filter(({ start, says }) => !known.has(`${start} ${says}`))
}

describe.skipIf(corpus === undefined)('real files (skipped unless AGENT_LINT_CORPUS names a folder)', () => {
  let parse: MarkdownParser
  let bodies: Body[]
  beforeAll(async () => {
    parse = await loadMarkdownParser()
    bodies = readBodies(join(corpus ?? '', 'corpus'))
  })

  it('reads them as remark does, and leaves next to nothing undecided', () => {
    const disagreements: string[] = []
    const counts = { blocks: 0, undecided: 0, files: 0, findings: 0, tableDifferences: 0 }
    for (const { path, text, at } of bodies) {
      const blocks = scanBlocks(text, at)
      const settled = settleBlocks(text, at, blocks, parse)
      counts.blocks += blocks.length
      const undecided = blocks.filter((block) => block.undecided).length
      counts.undecided += undecided
      if (undecided > 0) counts.files++
      const expected = remarkFindings(text, parse(maskAllBut(text, [at])))
      counts.findings += expected.length
      const actual = ownFindings(text, settled)
      const tables = settled.filter(({ kind }) => kind === 'table')
      const all = [...differences(expected, actual), ...differences(actual, expected)]
      const unexplained = all.filter((finding) => !touchesTable(finding, text, tables))
      counts.tableDifferences += all.length - unexplained.length
      for (const { start, says } of unexplained) disagreements.push(`${path} at ${start}: ${says}`)
    }
    console.info(counts)
    expect(bodies.length).toBeGreaterThan(0)
    expect(disagreements).toEqual([])
    expect(counts.undecided / counts.blocks).toBeLessThan(0.01)
    expect(counts.tableDifferences).toBeLessThan(counts.findings / 5_000)
  })

  it('finds none of them too complex', () => {
    const refused = bodies.filter(({ text, at }) => exceededLimit(measureBody(text, at)) !== undefined)
    expect(refused.map(({ path }) => path)).toEqual([])
  })
})

/** No `|`: what remark takes for a paragraph may be a table to us. */
const pieces = [
  ...['a', 'b c', 'x ', '- ', '* ', '+ ', '1. ', '2) ', '10. ', '> ', '>', '# ', '## h ##', '-', '1.', '**k**:'],
  ...[
    '```',
    '~~~',
    '```js',
    '---',
    '===',
    '***',
    '_',
    '<div>',
    '</div>',
    '<b>',
    '<x y="z">',
    '<!--',
    '-->',
    '<a ',
    '">',
  ],
  ...['`', '``', '[a]', '(b)', '](', '![', ']', '[x]:', '\\', '<http://a.b>', "'", '"'],
  ...['    ', '  ', '   ', '\t', ' ', '\n', '\n', '\n', '\n', '\n\n', '\r\n', '\r'],
]

describe('random texts', () => {
  it('are read as remark reads them, once undecided sections are settled', async () => {
    const parse = await loadMarkdownParser()
    const texts = array(constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join(''))
    const agrees = property(texts, (text) => {
      const at = span(0, text.length)
      const settled = settleBlocks(text, at, scanBlocks(text, at), parse)
      const [expected, actual] = [remarkFindings(text, parse(text)), ownFindings(text, settled)]
      expect(actual.map(withoutInfo)).toEqual(expected.map(withoutInfo))
    })
    assertProperty(agrees, { numRuns: 3_000, seed: 20_261_121 })
  })
})

/** remark resolves escapes and references in the words behind a fence; a span does not. */
const withoutInfo = ({ start, says }: Finding): string =>
  says.startsWith('fence') ? `${start} fence` : `${start} ${says}`
