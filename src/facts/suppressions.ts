import { type Span, span } from '../core/span.ts'
import type { AgentDocument } from '../document/agent-document.ts'
import type { SilencedRule, Suppression } from './agent-facts.ts'
import { bodyComments } from './body-comments.ts'
import { type DirectiveComment, readDirective } from './directive.ts'
import { frontmatterComments } from './frontmatter-comments.ts'

/** A file with more of them has something pasted into it. It bounds what they can cost. */
const mostDirectives = 500

/**
 * The comments of a file that silence findings, in its order, each with the part of the text that it is about.
 */
export function readSuppressions(document: AgentDocument): Suppression[] {
  const { text } = document.source
  const comments = [...frontmatterComments(document, mostDirectives), ...bodyComments(document, mostDirectives)]
  const found = comments.slice(0, mostDirectives).map((comment) => readDirective(text, comment))
  return withRanges(document, found)
}

interface OpenRule {
  readonly rules: SilencedRule[]
  readonly index: number
}

/**
 * `disable` holds for the whole file, what stands above it too, unless an `enable` further down ends it: then for what
 * lies between.
 */
function withRanges({ source, body }: AgentDocument, found: readonly Directive[]): Suppression[] {
  const { text } = source
  const open = new Map<string, OpenRule[]>()
  return found.map(({ comment, ...directive }) => {
    const rules = directive.rules.map((rule) => ({ ...rule, covers: coversOf(directive.kind, comment, text) }))
    let endsNothing = false
    if (directive.kind === 'enable') endsNothing = !endRanges(open, rules, comment.span.start)
    else if (directive.kind === 'disable') openRanges(open, rules)
    const { span } = comment
    const isInPrompt = span.start >= body.start
    return { ...directive, rules, endsNothing, span, isInPrompt, lines: linesOf(text, span) }
  })
}

type Directive = ReturnType<typeof readDirective>

function coversOf(kind: Suppression['kind'], comment: DirectiveComment, text: string): Span {
  if (kind === 'disable') return span(0, text.length + 1)
  return kind === 'disable-next-line' ? comment.next : span(0, 0)
}

function openRanges(open: Map<string, OpenRule[]>, rules: SilencedRule[]): void {
  for (const [index, { name }] of rules.entries()) {
    const same = open.get(name)
    if (same === undefined) open.set(name, [{ rules, index }])
    else same.push({ rules, index })
  }
}

/** Ends what is open of these rules, of all where none is named; was there anything? */
function endRanges(open: Map<string, OpenRule[]>, named: readonly SilencedRule[], end: number): boolean {
  const names = named.length === 0 ? [...open.keys()] : named.map(({ name }) => name)
  const ended = names.flatMap((name) => open.get(name) ?? [])
  for (const name of names) open.delete(name)
  for (const { rules, index } of ended) {
    const rule = rules[index]
    if (rule !== undefined) rules[index] = { ...rule, covers: span(rule.span.start, end) }
  }
  return ended.length > 0
}

/** What to take away with a comment: its lines, where nothing else stands on them. */
function linesOf(text: string, at: Span): Span {
  const start = text.lastIndexOf('\n', at.start - 1) + 1
  const newline = text.indexOf('\n', at.end)
  const end = newline === -1 ? text.length : newline + 1
  const isAlone = text.slice(start, at.start).trim() === '' && text.slice(at.end, end).trim() === ''
  return isAlone ? span(start, end) : at
}
