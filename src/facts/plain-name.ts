import { type Span, slice, span } from '../core/span.ts'
import { entryOf } from '../core/value.ts'
import type { AgentDocument } from '../document/agent-document.ts'

/**
 * Where the frontmatter's name stands as it is read, without quotes around it. Undefined where another text could not
 * simply be written there: in YAML that a host has to mend, behind an anchor or a tag, on more lines than one, given twice.
 */
export function plainNameOf({ source: { text }, frontmatter }: AgentDocument): Span | undefined {
  const entry = entryOf(frontmatter.entries, 'name')
  if (frontmatter.state !== 'valid' || entry?.value.kind !== 'scalar') return undefined
  const { value, span: at } = entry.value
  const isAlone = frontmatter.entries.filter(({ key }) => key === 'name').length === 1
  if (!isAlone || slice(text, span(entry.keySpan.end, at.start)).trim() !== ':') return undefined
  const written = slice(text, at)
  if (typeof value !== 'string' || value === '') return undefined
  if (written === value) return at
  return written === `"${value}"` || written === `'${value}'` ? span(at.start + 1, at.end - 1) : undefined
}
