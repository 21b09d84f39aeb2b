import type { Span } from '../core/span.ts'
import type { Block } from '../document/blocks.ts'

/** A paragraph, or an item's text, with what stands over it. */
export interface Passage {
  readonly at: Span
  /** The headings, leads and items that it stands under; the title of the whole is left out. */
  readonly labels: readonly Span[]
  /** Is it a step of an ordered list? */
  readonly isStep: boolean
}

/** Nobody reads deeper. */
const mostLabels = 12

interface Over {
  readonly headings: (Span | undefined)[]
  lead: Span | undefined
  readonly items: (Span | undefined)[]
  titles: number
}

/** The longest text that is read; what is longer is data. */
const longestPassage = 5000

/**
 * The passages of running text that one of the offsets, in order, stands in. Code, tables, headings, HTML and what is
 * quoted are no running text.
 */
export function passagesAt(text: string, blocks: readonly Block[], offsets: readonly number[]): Passage[] {
  const found: Passage[] = []
  const over: Over = { headings: [], lead: undefined, items: [], titles: 0 }
  let next = 0
  for (const block of blocks) {
    const at = block.kind === 'item' ? block.text : block.kind === 'paragraph' ? block.span : undefined
    if (at !== undefined) {
      while ((offsets[next] ?? at.start) < at.start) next++
      const isAsked = next < offsets.length && (offsets[next] ?? at.end) < at.end
      if (isAsked && block.quoteDepth === 0 && at.end - at.start <= longestPassage) {
        found.push({ at, labels: labelsOver(over, block), isStep: block.kind === 'item' && block.ordered })
      }
    }
    enter(text, over, block)
  }
  return found
}

function labelsOver({ headings, lead, items }: Over, block: Block): Span[] {
  const isBelowLead = block.kind === 'item' || block.listDepth > 0
  const above = [...headings, isBelowLead ? lead : undefined, ...items.slice(0, block.listDepth)]
  return above.filter(isSpan).slice(-mostLabels)
}

const isSpan = (at: Span | undefined): at is Span => at !== undefined

/** What the block says about those after it. */
function enter(text: string, over: Over, block: Block): void {
  if (block.kind === 'heading') {
    over.headings.length = Math.min(over.headings.length, block.level)
    const isTitle = block.level === 1 && over.titles++ === 0
    over.headings[block.level] = isTitle ? undefined : block.text
    over.lead = undefined
    over.items.length = 0
  } else if (block.kind === 'item') {
    over.items.length = Math.min(over.items.length, block.listDepth)
    over.items[block.listDepth] = block.text
  } else if (block.listDepth === 0 && block.kind !== 'fence') {
    over.items.length = 0
    over.lead = block.kind === 'paragraph' && isLead(text, block.span) ? block.span : undefined
  }
}

/** Does a paragraph lead to the list behind it? A bold line does so without a colon. */
const isLead = (text: string, { start, end }: Span): boolean =>
  /[:：](?:\*\*|__)?$/.test(text.slice(Math.max(start, end - 4), end)) ||
  (text.startsWith('**', start) && text.endsWith('**', end))
