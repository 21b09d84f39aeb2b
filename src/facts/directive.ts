import { type Span, span } from '../core/span.ts'
import type { SilencedRule, Suppression } from './agent-facts.ts'

/** A comment of ours, as it is found in a frontmatter or a body. */
export interface DirectiveComment {
  /** With the marks that make it a comment. */
  readonly span: Span
  /** From behind the prefix to the end of what it says. */
  readonly content: Span
  /** What follows it: the next key or item of the frontmatter, the next block of the body. */
  readonly next: Span
}

const kinds = ['disable', 'disable-next-line', 'enable'] as const

/** More rules than that in one comment are no list that somebody wrote. */
const mostRules = 50

/** `rule, rule -- reason`: names are separated by commas or blanks, the reason by two dashes between blanks. */
export function readDirective(
  text: string,
  comment: DirectiveComment,
): Pick<Suppression, 'kind' | 'word' | 'reason'> & {
  readonly rules: readonly Pick<SilencedRule, 'name' | 'span'>[]
  readonly comment: DirectiveComment
} {
  const { start, end } = comment.content
  const content = text.slice(start, end)
  const word = /^\S*/.exec(content)?.[0] ?? ''
  const dashes = /\s--(?:\s|$)/.exec(content)
  const names = content.slice(word.length, dashes?.index ?? content.length)
  const reason = dashes === null ? '' : content.slice(dashes.index + 3).trim()
  return {
    kind: kinds.find((kind) => kind === word) ?? 'unknown',
    word,
    rules: readNames(names, start + word.length),
    reason: reason === '' ? undefined : reason,
    comment,
  }
}

function readNames(names: string, offset: number): Pick<SilencedRule, 'name' | 'span'>[] {
  const found: Pick<SilencedRule, 'name' | 'span'>[] = []
  for (const match of names.matchAll(/[^\s,]+/g)) {
    const start = offset + match.index
    found.push({ name: match[0], span: span(start, start + match[0].length) })
    if (found.length === mostRules) break
  }
  return found
}
