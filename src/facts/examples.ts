import markup from '../../schemas/vocabulary/markup.json'
import { type Span, span } from '../core/span.ts'
import type { Cited } from '../core/value.ts'

/** The parts of a description between tags that mark examples, tags included; an unclosed one reaches to the end. */
export function exampleBlocks(text: string, description: Cited<string> | undefined): Span[] {
  // Nearly all descriptions end here.
  if (description?.value.includes('<') !== true) return []
  const { start, end } = description.span
  const written = text.slice(start, end)
  const found: Span[] = []
  for (let at = 0; at < written.length; ) {
    const open = firstTag(written, at)
    if (open === undefined) break
    const close = written.indexOf(`</${open.tag}>`, open.at)
    const blockEnd = close === -1 ? written.length : close + open.tag.length + 3
    found.push(span(start + open.at, start + blockEnd))
    at = blockEnd
  }
  return found
}

/** A description, as its host gets it, without its examples. */
export function withoutExampleBlocks(description: string): string {
  const blocks = exampleBlocks(description, { value: description, span: span(0, description.length) })
  if (blocks.length === 0) return description
  const ends = [0, ...blocks.map(({ end }) => end)]
  const starts = [...blocks.map(({ start }) => start), description.length]
  return ends.map((end, i) => description.slice(end, starts[i])).join(' ')
}

/** The first opening tag from a place on. */
function firstTag(text: string, from: number): { readonly tag: string; readonly at: number } | undefined {
  let first: { readonly tag: string; readonly at: number } | undefined
  for (const tag of markup.exampleTags) {
    const at = text.indexOf(`<${tag}>`, from)
    if (at !== -1 && (first === undefined || at < first.at)) first = { tag, at }
  }
  return first
}
