import type { DocumentDialect } from '../core/host.ts'
import { type Span, slice } from '../core/span.ts'
import type { Entry, Value } from '../core/value.ts'
import type { PlainParser } from '../data/plain-parser.ts'
import type { YamlError, YamlReading } from '../data/yaml.ts'
import type { Frontmatter, YamlProblem } from './agent-document.ts'
import { withBlockValues } from './block-recovery.ts'
import { placeData } from './place-data.ts'
import { salvageEntries } from './salvage.ts'
import { describeProblem } from './yaml-problem.ts'

/**
 * Reads a block as a host that uses that parser: whether it is YAML, and what its values are, is the parser's to say;
 * where they stand, and what is wrong, is in `reading`, which is ours. `reading` is not one that met a limit.
 */
export function readPlainly(
  text: string,
  content: Span,
  dialect: DocumentDialect,
  reading: YamlReading,
  parse: PlainParser,
): Frontmatter {
  // The line break before the closing fence is the fence's, which shows in a text that keeps its last ones.
  const attempt = tryParse(parse, slice(text, content).replace(/\r?\n$/, ''))
  if (attempt.ok) return fromData(text, content, attempt.data, reading, dialect)
  if (isOnlyDuplicate(reading) && dialect.recovery === 'none') {
    const entries = reading.root?.kind === 'map' ? reading.root.entries : []
    return { state: 'valid', entries, problems: [], duplicates: reading.duplicates }
  }
  const problems = [describeProblem(text, content, reading.problems[0] ?? asError(attempt, content))]
  const salvaged: Frontmatter = {
    state: 'salvaged',
    entries: salvageEntries(text, content),
    problems,
    duplicates: reading.duplicates,
  }
  return dialect.recovery === 'block-values' ? retry(text, content, parse, salvaged) : salvaged
}

type Attempt =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly why: string; readonly at: number }

function tryParse(parse: PlainParser, block: string): Attempt {
  try {
    return { ok: true, data: parse(block) }
  } catch (error) {
    const { reason, mark } = error as { reason?: unknown; mark?: { position?: unknown } }
    const at = typeof mark?.position === 'number' ? mark.position : 0
    return { ok: false, why: typeof reason === 'string' ? reason : 'it cannot be parsed', at }
  }
}

/** Our parser has nothing against the block but a key that stands there twice. */
const isOnlyDuplicate = ({ problems, duplicates }: YamlReading): boolean =>
  problems.length === 0 && duplicates.length > 0

function asError({ why, at }: { why: string; at: number }, content: Span): YamlError {
  const start = Math.min(content.start + at, Math.max(content.start, content.end - 1))
  return { code: 'REFUSED', message: why, span: { start, end: Math.min(start + 1, content.end) } }
}

function fromData(
  text: string,
  content: Span,
  data: unknown,
  reading: YamlReading,
  dialect: DocumentDialect,
): Frontmatter {
  if (data === null || data === undefined) return { state: 'valid', entries: [], problems: [], duplicates: [] }
  if (!isMapping(data)) {
    const problems = [notAMapping(reading.root, content)]
    const unmapped: Frontmatter = { state: 'salvaged', entries: [], problems, duplicates: [] }
    return dialect.otherRoots === 'passed-over' ? { ...unmapped, isPassedOver: true } : unmapped
  }
  const found = reading.root?.kind === 'map' ? reading.root : asMap(salvageEntries(text, content), content)
  return { state: 'valid', entries: placeData(data, found, content), problems: [], duplicates: [] }
}

const isMapping = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data) && !(data instanceof Date)

const asMap = (entries: readonly Entry[], span: Span): Value => ({ kind: 'map', entries, span })

const notAMapping = (root: Value | undefined, content: Span): YamlProblem => ({
  kind: 'not-a-mapping',
  span: root?.span ?? content,
  key: undefined,
  detail: '',
})

/**
 * A block that the second try leaves as it is gets no second parse: gray-matter remembers a text by what it gave for it,
 * and after a failure that is nothing at all. So the host goes on without any frontmatter.
 */
function retry(text: string, content: Span, parse: PlainParser, salvaged: Frontmatter): Frontmatter {
  const rewritten = withBlockValues(text, content)
  if (rewritten === undefined) return { ...salvaged, isPassedOver: true }
  const attempt = tryParse(parse, rewritten)
  if (!attempt.ok) return salvaged
  if (!isMapping(attempt.data)) return salvaged
  const places = asMap(salvaged.entries, content)
  return { ...salvaged, state: 'recovered', entries: placeData(attempt.data, places, content), duplicates: [] }
}
