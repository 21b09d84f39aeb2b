import { lazy } from '../core/lazy.ts'
import { type Span, span } from '../core/span.ts'
import type { Block } from '../document/blocks.ts'
import { directiveWords } from './built-in-data.ts'

/** An order where nobody sees it who reads the file as it is rendered. */
export interface HiddenDirective {
  readonly where: 'comment' | 'definition' | 'element'
  readonly span: Span
  /** What is written there, from the words that make it an order, on one line. */
  readonly says: string
}

const mostPlaces = 20
/** No more of a comment is read, in UTF-16 units: what hides an order is shorter, and what is longer is a text of its own. */
const longestHidden = 5000

interface Hidden {
  readonly where: HiddenDirective['where']
  readonly span: Span
  readonly content: Span
}

/** The orders in comments, in definitions that serve as comments, and in elements that are not drawn; not those in code. */
export function findHiddenDirectives(text: string, body: Span, blocks: () => readonly Block[]): HiddenDirective[] {
  const places = [...comments(text, body), ...definitions(text, body), ...hiddenElements(text, body)]
  const found = places.flatMap(({ where, span: at, content }): HiddenDirective[] => {
    const says = orderIn(text.slice(content.start, Math.min(content.end, content.start + longestHidden)))
    return says === undefined ? [] : [{ where, span: at, says }]
  })
  if (found.length === 0) return found
  const codes = blocks().filter(({ kind }) => kind === 'fence' || kind === 'indented-code')
  return found.filter(({ span: at }) => !isInside(at, codes) && !isQuoted(text, at)).slice(0, mostPlaces)
}

const isInside = ({ start }: Span, blocks: readonly Block[]): boolean =>
  blocks.some((block) => block.span.start <= start && start < block.span.end)

/** In backticks it is an example of itself. */
const isQuoted = (text: string, { start, end }: Span): boolean =>
  text.charAt(start - 1) === '`' || text.charAt(end) === '`'

/** A comment that is not closed goes on to the end. */
function comments(text: string, body: Span): Hidden[] {
  const found: Hidden[] = []
  let start = text.indexOf('<!--', body.start)
  while (start !== -1 && start < body.end) {
    const close = text.indexOf('-->', start + 4)
    const end = close === -1 ? body.end : close + 3
    found.push({ where: 'comment', span: span(start, end), content: span(start + 4, close === -1 ? end : close) })
    start = close === -1 ? -1 : text.indexOf('<!--', end)
  }
  return found
}

const definition = /^ {0,3}\[[^\]\r\n]{1,60}\]: {0,3}(?:#|<>|<#>) {0,3}["'(]([^\r\n]{1,2000})["')][ \t]*$/gm

/** `[//]: # (text)`: a definition of a link that nothing links to. */
function definitions(text: string, body: Span): Hidden[] {
  if (!text.includes(']:', body.start)) return []
  return [...text.matchAll(definition)].flatMap((match) => {
    const at = span(match.index, match.index + match[0].length)
    const start = at.start + match[0].lastIndexOf(match[1] ?? '')
    const content = span(start, start + (match[1] ?? '').length)
    return at.start < body.start ? [] : [{ where: 'definition' as const, span: at, content }]
  })
}

const undrawn =
  /<([a-z]{1,20})\b(?=[^<>]{0,400}(?:\bhidden\b|display:\s?none|visibility:\s?hidden|font-size:\s?0|opacity:\s?0\b|color:\s?(?:white|#fff)))[^<>]{0,400}>/gi

/** More elements that are not drawn than this are a page, not a prompt. */
const mostElements = 200

/** An element that its own attributes keep from being drawn, up to its closing tag. */
function hiddenElements(text: string, body: Span): Hidden[] {
  if (!text.includes('</', body.start)) return []
  const found: Hidden[] = []
  for (const match of text.matchAll(undrawn)) {
    const start = match.index
    if (start < body.start) continue
    const from = start + match[0].length
    const close = text.slice(from, from + longestHidden).indexOf(`</${match[1]}`)
    const end = close === -1 ? from : from + close
    found.push({ where: 'element', span: span(start, end), content: span(from, end) })
    if (found.length === mostElements) break
  }
  return found
}

const words = lazy(() => {
  const { phrases, sending, precious, targets } = directiveWords()
  return { phrases: anyOf(phrases), sending: anyOf(sending), precious: anyOf(precious), targets }
})

const anyOf = (list: readonly string[]): RegExp =>
  new RegExp(`(?<![a-z])(?:${list.map((phrase) => phrase.replaceAll(/[.*+?()|]/g, '\\$&')).join('|')})(?![a-z])`)

/** The order in a hidden text: to leave the rules or to keep something from the user, or to send what is precious somewhere. */
function orderIn(hidden: string): string | undefined {
  const plain = hidden.replaceAll(/\s+/g, ' ').replaceAll('’', "'")
  const lower = plain.toLowerCase()
  const { phrases, sending, precious, targets } = words()
  const at = lower.search(phrases)
  if (at !== -1) return plain.slice(at).trim()
  const verb = lower.search(sending)
  const isSent = verb !== -1 && precious.test(lower) && targets.some((target) => lower.includes(target))
  return isSent ? plain.slice(verb).trim() : undefined
}
