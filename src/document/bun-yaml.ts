import { type Span, span } from '../core/span.ts'
import type { Entry, Value } from '../core/value.ts'
import type { YamlError, YamlReader, YamlReading } from '../data/yaml.ts'
import { strayPlace } from './stray-signs.ts'

// What tells the YAML parser of Bun from ours. Observed with Bun 1.4.4, which Claude Code 2.1.329 is built with, 2026-11-21.

/** Reads a part of a text as that parser does: tags are hints at most, any carriage return ends a line. */
function readAsBun(text: string, content: Span, yaml: YamlReader): YamlReading {
  const known = withKnownBreaks(text, content)
  const first = readTolerantly(known, content, yaml)
  const twice = withBreaksTwice(known, first)
  const reading = twice === known ? first : readTolerantly(twice, content, yaml)
  const refusal = refusedByBun(text, content, reading)
  if (refusal !== undefined) return { ...reading, problems: [...reading.problems, refusal] }
  return reading.root === undefined ? reading : { ...reading, root: merged(reading.root) }
}

/** A line of nothing but blanks is empty, whatever tabs are in it: where our parser minds them, it is asked again. */
function readTolerantly(text: string, content: Span, yaml: YamlReader): YamlReading {
  const reading = readHinted(text, content, yaml)
  if (reading.problems.length === 0 || !text.includes('\t', content.start)) return reading
  const again = readHinted(withoutTabLines(text, content), content, yaml)
  return again.problems.length === 0 ? again : reading
}

function readHinted(text: string, content: Span, yaml: YamlReader): YamlReading {
  const reading = yaml.read(text, content, { tags: 'hints' })
  return { ...reading, problems: reading.problems.filter((problem) => !isTolerated(problem, text)) }
}

/** Our parser made to read as that one does: what it tolerates, what it refuses, and what it makes of a value. */
export const bunReader = (yaml: YamlReader): YamlReader => ({ read: (text, at) => readAsBun(text, at, yaml) })

/** A comma may start a value, which the YAML specification forbids, and a key may be of any length. */
const isTolerated = ({ code, span: at }: YamlError, text: string): boolean =>
  code === 'KEY_OVER_1024_CHARS' || (code === 'BAD_SCALAR_START' && text.charAt(at.start) === ',')

/** A view of the same length in which a carriage return alone is a line break for our parser too. */
const withKnownBreaks = (text: string, { start, end }: Span): string =>
  text.indexOf('\r', start) === -1
    ? text
    : text.slice(0, start) + text.slice(start, end).replaceAll(/\r(?!\n)/g, '\n') + text.slice(end)

/** A view of the same length in which lines of blanks have no tabs. */
const withoutTabLines = (text: string, { start, end }: Span): string =>
  text.slice(0, start) +
  text.slice(start, end).replaceAll(/^[ \t]+$/gm, (blanks) => ' '.repeat(blanks.length)) +
  text.slice(end)

/** Inside quotes the first `\r\n` of several counts as two line breaks. */
function withBreaksTwice(text: string, { root }: YamlReading): string {
  if (root === undefined || !text.includes('\r')) return text
  let out = text
  for (const at of quotedSpans(root, text)) {
    const written = out.slice(at.start, at.end)
    out = out.slice(0, at.start) + withFirstTwice(written) + out.slice(at.end)
  }
  return out
}

/** A break is the first where nothing but blanks does not stand between it and another one before it. */
function withFirstTwice(written: string): string {
  let lastBreak = -1
  return written.replaceAll(/\r\n/g, (_, at: number) => {
    const isFirst = lastBreak === -1 || written.slice(lastBreak, at).trim() !== ''
    lastBreak = at
    return isFirst ? '\n\n' : '\r\n'
  })
}

function quotedSpans(value: Value, text: string): Span[] {
  if (value.kind === 'list') return value.items.flatMap((item) => quotedSpans(item, text))
  if (value.kind === 'map') return value.entries.flatMap((entry) => quotedSpans(entry.value, text))
  const isQuoted = '"\''.includes(text.charAt(value.span.start))
  return isQuoted && text.slice(value.span.start, value.span.end).includes('\r\n') ? [value.span] : []
}

/** What it refuses and ours does not: a null character, half of a surrogate pair, a mapping behind a bracket on its line. */
function refusedByBun(text: string, content: Span, { root }: YamlReading): YamlError | undefined {
  const at = text.indexOf('\u0000', content.start)
  if (at !== -1 && at < content.end) return refusal('null characters are not allowed', at)
  const odd = root === undefined ? undefined : strayPlace(root, text, () => false)
  return odd === undefined ? undefined : refusal('it has a key without a text, or half of a character', odd.start)
}

const refusal = (message: string, start: number): YamlError => ({
  code: 'REFUSED',
  message,
  span: span(start, start + 1),
})

/** Everywhere `<<` brings the keys of another mapping along, or of a list of them; a key that is written comes first. */
function merged(value: Value): Value {
  if (value.kind === 'scalar') return value
  if (value.kind === 'list') return { ...value, items: value.items.map(merged) }
  const entries = value.entries.map((entry) => ({ ...entry, value: merged(entry.value) }))
  return { ...value, entries: withMerged(entries) }
}

function withMerged(entries: readonly Entry[]): readonly Entry[] {
  const isMerge = ({ key, value }: Entry): boolean => key === '<<' && value.kind !== 'scalar'
  const sources = entries.filter(isMerge)
  if (sources.length === 0) return entries
  return [...sources.flatMap(({ value }) => keysOf(value)), ...entries.filter((entry) => !isMerge(entry))]
}

/** The first mapping of a list has the last word, as the last entry of a key counts. */
function keysOf(value: Value): readonly Entry[] {
  if (value.kind === 'map') return value.entries
  return value.kind === 'list'
    ? value.items.toReversed().flatMap((item) => (item.kind === 'map' ? item.entries : []))
    : []
}
