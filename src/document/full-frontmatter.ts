import type { DocumentDialect, YamlParser } from '../core/host.ts'
import { type Span, slice } from '../core/span.ts'
import type { Entry } from '../core/value.ts'
import type { PlainParser } from '../data/plain-parser.ts'
import { loadYaml, type YamlReader, type YamlReading } from '../data/yaml.ts'
import type { Frontmatter, FullReader, YamlProblem } from './agent-document.ts'
import { bunReader } from './bun-yaml.ts'
import { libyamlReader } from './libyaml.ts'
import { placeData } from './place-data.ts'
import { readPlainly } from './plain-frontmatter.ts'
import { recoverByQuoting } from './recovery.ts'
import { salvageEntries } from './salvage.ts'
import { parseSimpleLines } from './simple-lines.ts'
import { describeProblem } from './yaml-problem.ts'

/** The parsers of other programs that are loaded. */
export type PlainParsers = ReadonlyMap<YamlParser, PlainParser>

/** The reader for whatever the simple one leaves: the YAML parser, the host's recovery, and what can be saved. */
export async function loadFullReader(plain: PlainParsers): Promise<FullReader> {
  const yaml = await loadYaml()
  return (text, content, dialect) => {
    const name = dialect.parser ?? 'yaml'
    if (isOurs(name)) return readFully(withKnownBreaks(text, dialect), content, dialect, readers[name](yaml))
    const parse = plain.get(name)
    if (parse === undefined) return undefined
    const reading = yaml.read(text, content)
    return isOverLimit(reading)
      ? readFully(text, content, dialect, yaml)
      : readPlainly(text, content, dialect, reading, parse)
  }
}

/** A host that goes by whole lines makes one kind of line break of all; the view has the same length. */
const withKnownBreaks = (text: string, { fence }: DocumentDialect): string =>
  fence === 'whole-lines' && text.includes('\r') ? text.replaceAll(/\r(?!\n)/g, '\n') : text

/** Parsers that ours is made to read like. */
const readers = { yaml: (yaml: YamlReader) => yaml, libyaml: libyamlReader, bun: bunReader } as const
const isOurs = (name: YamlParser): name is keyof typeof readers => name in readers

/** What our parser is not given, no other is: they have no limits of their own. */
const isOverLimit = ({ problems }: YamlReading): boolean =>
  problems.some(({ code }) => code === 'TOO_LARGE' || code === 'TOO_DEEP' || code === 'TOO_MANY_ALIASES')

function readFully(text: string, content: Span, dialect: DocumentDialect, yaml: YamlReader): Frontmatter {
  const reading = yaml.read(text, content)
  const problems = problemsOf(text, content, reading, dialect)
  if (dialect.recovery === 'simple-lines' && (problems.length > 0 || reading.duplicates.length > 0)) {
    return byLines(text, content, problems)
  }
  if (problems.length > 0) return recover(text, content, dialect, yaml, problems)
  const entries = entriesOf(reading)
  const kept = dialect.duplicateKeys === 'first-wins' ? firstOfEach(entries) : entries
  return { state: 'valid', entries: kept, problems, duplicates: reading.duplicates }
}

function byLines(text: string, content: Span, problems: readonly YamlProblem[]): Frontmatter {
  const places = { kind: 'map', entries: salvageEntries(text, content), span: content } as const
  const entries = placeData(parseSimpleLines(slice(text, content)), places, content)
  return { state: 'recovered', entries, problems, duplicates: [] }
}

const entriesOf = ({ root }: YamlReading): readonly Entry[] => (root?.kind === 'map' ? root.entries : [])

function firstOfEach(entries: readonly Entry[]): Entry[] {
  const seen = new Set<string>()
  return entries.filter(({ key }) => !seen.has(key) && seen.add(key))
}

function problemsOf(text: string, content: Span, reading: YamlReading, dialect: DocumentDialect): YamlProblem[] {
  if (dialect.parser === 'bun' && isManyDocuments(reading)) return [notAMapping(content)]
  const problems = reading.problems.slice(0, mostProblems).map((error) => describeProblem(text, content, error))
  const { root } = reading
  if (problems.length > 0 || root === undefined || root.kind === 'map') return problems
  if (root.kind === 'scalar' && root.value === null) return problems
  return [notAMapping(root.span)]
}

const notAMapping = (span: Span): YamlProblem => ({ kind: 'not-a-mapping', span, key: undefined, detail: '' })

/** Each is described by a look through the block, and nobody reads this many. */
const mostProblems = 50

/** Bun makes a list of several documents. */
const isManyDocuments = ({ problems }: YamlReading): boolean =>
  problems.length > 0 && problems.every(({ code }) => code === 'MULTIPLE_DOCS')

function recover(
  text: string,
  content: Span,
  dialect: DocumentDialect,
  yaml: YamlReader,
  problems: readonly YamlProblem[],
): Frontmatter {
  const first = problems[0]?.kind
  // What is too large or too deep for the parser stays so, and text that parses needs no recovery.
  const hopeless =
    first === 'too-large' || first === 'too-deep' || first === 'too-many-aliases' || first === 'not-a-mapping'
  const recovered = dialect.recovery === 'quote-lines' && !hopeless ? recoverByQuoting(text, content, yaml) : undefined
  if (recovered !== undefined) return { state: 'recovered', entries: recovered, problems, duplicates: [] }
  return { state: 'salvaged', entries: salvageEntries(text, content), problems, duplicates: [] }
}
