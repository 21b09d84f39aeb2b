import type { DocumentDialect } from '../core/host.ts'
import type { Span } from '../core/span.ts'
import type { Frontmatter, FullReader, YamlProblem } from './agent-document.ts'
import { hasOddCharacters } from './libyaml.ts'
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
  const simple = isPrintable(text, content, dialect) ? readSimpleEntries(text, content) : undefined
  if (simple !== undefined) return { ...absentFrontmatter, state: 'valid', entries: simple }
  const mistake = ownRecoveries.has(dialect.recovery) ? undefined : readSimpleRecovery(text, content)
  if (mistake !== undefined) return simplyBroken(text, content, dialect, mistake)
  return full?.(text, content, dialect)
}

/** Recoveries whose result cannot be told from the line with the mistake alone. */
const ownRecoveries: ReadonlySet<string> = new Set(['block-values', 'simple-lines'])

/** js-yaml refuses a text with one of these anywhere, a half of a surrogate pair too. */
const unprintable =
  /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/

function isPrintable(text: string, content: Span, { parser = 'yaml' }: DocumentDialect): boolean {
  if (parser === 'yaml') return true
  if (parser === 'libyaml') return !hasOddCharacters(text, content)
  return !unprintable.test(text.slice(content.start, content.end))
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
