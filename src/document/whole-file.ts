import type { DocumentDialect } from '../core/host.ts'
import { type SourceFile, textStart } from '../core/source-file.ts'
import { type Span, span } from '../core/span.ts'
import { type Entry, entryOf } from '../core/value.ts'
import { deepestYaml, yamlDepth } from '../data/yaml-depth.ts'
import type { AgentDocument, Fence, Frontmatter } from './agent-document.ts'
import type { TomlReader } from './toml.ts'

const longestToml = 65_536

/** All of the file is data: there are no fences, and the prompt is one of the values. */
export function wholeFence(text: string): Fence {
  const start = textStart(text)
  const end = span(text.length, text.length)
  return { open: span(start, start), content: span(start, text.length), close: end }
}

/** A TOML file. What is too large or too deep is not given to the parser. */
export function readToml(text: string, content: Span, read: TomlReader): Frontmatter {
  const limit = overLimit(text, content)
  if (limit !== undefined) return limit
  const reading = read(text, content)
  if (reading.ok) return { state: 'valid', entries: reading.entries, problems: [], duplicates: [] }
  const start = Math.min(reading.at, Math.max(content.start, content.end - 1))
  const place = span(start, Math.min(start + 1, content.end))
  return salvaged({ kind: 'not-toml', span: place, key: undefined, detail: reading.why })
}

const salvaged = (problem: Frontmatter['problems'][number]): Frontmatter => ({
  state: 'salvaged',
  entries: [],
  problems: [problem],
  duplicates: [],
})

function overLimit(text: string, content: Span): Frontmatter | undefined {
  const head = span(content.start, Math.min(content.end, content.start + 1))
  const length = content.end - content.start
  if (length > longestToml) {
    const detail = `it has ${length} characters, the limit is ${longestToml}`
    return salvaged({ kind: 'too-large', span: head, key: undefined, detail })
  }
  const deep = yamlDepth(text, content, deepestYaml) ?? longKey(text, content)
  if (deep === undefined) return undefined
  const detail = `it is nested more than ${deepestYaml} levels deep`
  return salvaged({ kind: 'too-deep', span: span(deep, deep + 1), key: undefined, detail })
}

/** A key of a hundred parts: the parser takes quadratic time for them. */
function longKey(text: string, content: Span): number | undefined {
  const found = /^[ \t]*\[{0,2}(?:[ \t]*[\w-]+[ \t]*\.){100}/m.exec(text.slice(content.start, content.end))
  return found === null ? undefined : content.start + found.index
}

/** The document, whose prompt is what stands between the quotes of that value; without one it is empty. */
export function wholeDocument(
  source: SourceFile,
  dialect: DocumentDialect,
  fence: Fence,
  frontmatter: Frontmatter,
): AgentDocument {
  const value = promptOf(frontmatter.entries, dialect.promptField)
  const end = source.text.length
  const body = value === undefined ? span(end, end) : insideQuotes(source.text, value)
  return { source, dialect, fence, frontmatter, body }
}

function promptOf(entries: readonly Entry[], field: string | undefined): Span | undefined {
  const value = field === undefined ? undefined : entryOf(entries, field)?.value
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.span : undefined
}

function insideQuotes(text: string, at: Span): Span {
  const quote = text.charAt(at.start)
  if (quote !== '"' && quote !== "'") return at
  const width = text.startsWith(quote.repeat(3), at.start) && at.end - at.start >= 6 ? 3 : 1
  return span(at.start + width, Math.max(at.start + width, at.end - width))
}
