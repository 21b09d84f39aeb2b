import type { DocumentDialect } from '../core/host.ts'
import type { Span } from '../core/span.ts'
import type { Frontmatter, FullReader, YamlProblem } from './agent-document.ts'
import { salvageEntries } from './salvage.ts'
import { readSimpleEntries, readSimpleRecovery, type SimpleRecovery } from './simple-frontmatter.ts'

export const absentFrontmatter: Frontmatter = { state: 'absent', entries: [], problems: [], duplicates: [] }

/**
 * Reads the block between the fences as a host of that dialect does. Undefined only when it takes the YAML parser and
 * `full` is not given.
 */
export function readFrontmatter(
  text: string,
  content: Span,
  dialect: DocumentDialect,
  full: FullReader | undefined,
): Frontmatter | undefined {
  const simple = readSimpleEntries(text, content)
  if (simple !== undefined) return { ...absentFrontmatter, state: 'valid', entries: simple }
  const mistake = readSimpleRecovery(text, content)
  if (mistake !== undefined) return simplyBroken(text, content, dialect, mistake)
  return full?.(text, content, dialect)
}

/** What the parser and the recovery would come to, without either: a test compares the two. */
function simplyBroken(text: string, content: Span, dialect: DocumentDialect, mistake: SimpleRecovery): Frontmatter {
  const problem: YamlProblem = { kind: 'unquoted-colon', span: mistake.colon, key: mistake.key, detail: '' }
  const isMended = dialect.recovery === 'quote-lines'
  return {
    state: isMended ? 'recovered' : 'salvaged',
    entries: isMended ? mistake.entries : salvageEntries(text, content),
    problems: [problem],
    duplicates: [],
  }
}
