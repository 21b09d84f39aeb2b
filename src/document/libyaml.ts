import { type Span, span } from '../core/span.ts'
import type { Entry, Value } from '../core/value.ts'
import type { YamlError, YamlReader, YamlReading } from '../data/yaml.ts'
import { withJoinedLines } from './joined-lines.ts'
import { strayPlace } from './stray-signs.ts'

// What tells libyaml and its descendants from our parser: it reads YAML 1.1. Observed with Copilot CLI 1.0.102, 2026-11-21.

const otherBreaks = /[\u0085\u2028\u2029]/
const control = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]/
const longestKey = 1024

/** Is there a character that ends a line for YAML 1.1 and not for YAML 1.2? */
export const hasOtherBreaks = (text: string): boolean => otherBreaks.test(text)

/** Can the reader of simple lines not be asked, because there is a character in it that means something else here? */
export const hasOddCharacters = (text: string, content: Span): boolean => {
  const block = text.slice(content.start, content.end)
  return hasOtherBreaks(block) || control.test(block) || hasLongLineStart(block)
}

const hasLongLineStart = (block: string): boolean => block.length > longestKey && /^[^:\n]{1025}/m.test(block)

/** Our parser made to read as that one does. */
export const libyamlReader = (yaml: YamlReader): YamlReader => ({ read: (text, at) => readAsLibyaml(text, at, yaml) })

function readAsLibyaml(text: string, content: Span, yaml: YamlReader): YamlReading {
  const known = withKnownBreaks(text, content)
  const joined = lazily(() => withJoinedLines(known, content))
  const first = readStrictly(known, content, yaml)
  const second = first.problems.length === 0 ? first : readStrictly(joined(), content, yaml)
  const reading = second.problems.length === 0 ? second : first
  const refusal = refusedByLibyaml(text, content, reading, joined)
  if (refusal !== undefined) return { ...reading, problems: [...reading.problems, refusal] }
  if (reading.root?.kind !== 'map') return reading
  return { ...reading, root: { ...reading.root, entries: withTextsOfZeros(reading.root.entries, text) } }
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function readStrictly(text: string, content: Span, yaml: YamlReader): YamlReading {
  const reading = yaml.read(text, content, { tags: 'strict' })
  return { ...reading, problems: reading.problems.filter(({ message }) => !message.startsWith('Comments must be')) }
}

/** A view of the same length in which every line break is one for our parser too. */
const withKnownBreaks = (text: string, content: Span): string =>
  text.slice(0, content.start) +
  text.slice(content.start, content.end).replaceAll(/[\u0085\u2028\u2029]|\r(?!\n)/g, '\n') +
  text.slice(content.end)

/** What it refuses and ours does not. */
function refusedByLibyaml(
  text: string,
  content: Span,
  { root }: YamlReading,
  joined: () => string,
): YamlError | undefined {
  const block = text.slice(content.start, content.end)
  const found = control.exec(block)
  if (found !== null) return refusal('control characters are not allowed', content.start + found.index)
  const tab = block.includes('\t') ? /^\t/m.exec(joined().slice(content.start, content.end)) : null
  if (tab !== null) return refusal('a tab cannot start a line', content.start + tab.index)
  if (root?.kind !== 'map') return undefined
  const nameless = root.entries.find(({ keySpan }) => keySpan.start === keySpan.end)
  if (nameless !== undefined) return refusal('a key is missing', nameless.keySpan.start)
  const long = root.entries.find(({ key }) => key.length > longestKey)
  if (long !== undefined) return refusal(`a key has more than ${longestKey} characters`, long.keySpan.start)
  const stray = strayPlace(root, text, (value) => startsWithTab(value, text))
  return (
    stray &&
    refusal('it has a key without a text, a quote that is not closed, or a tab where a block text starts', stray.start)
  )
}

const refusal = (message: string, start: number): YamlError => ({
  code: 'REFUSED',
  message,
  span: span(start, start + 1),
})

/** A block text whose indentation is to be found out, with a tab in it. */
const startsWithTab = ({ span: at }: Value, text: string): boolean =>
  /^[|>][-+]?(?:[ \t][^\n]*)?\n(?: *\n)* *\t/.test(text.slice(at.start, at.end))

/** Numbers with a zero in front are texts to it, binary ones are numbers, and what is no finite number is nothing. Nesting is bounded by the parser, so this may recurse. */
export function withTextsOfZeros(entries: readonly Entry[], text: string): Entry[] {
  return entries.map((entry) => ({ ...entry, value: reread(entry.value, text) }))
}

function reread(value: Value, text: string): Value {
  if (value.kind === 'list') return { ...value, items: value.items.map((item) => reread(item, text)) }
  if (value.kind === 'map') return { ...value, entries: withTextsOfZeros(value.entries, text) }
  if (typeof value.value === 'string') return asBinary(value, value.value, text)
  if (typeof value.value !== 'number') return value
  if (!Number.isFinite(value.value)) return { ...value, value: null }
  const written = text.slice(value.span.start, value.span.end)
  return /^[-+]?0\d/.test(written) ? { ...value, value: written } : value
}

/** `0b101` without quotes is a number. */
function asBinary(value: Value, written: string, text: string): Value {
  const isBinary = text.startsWith(written, value.span.start) && /^[-+]?0b[01]+$/.test(written)
  if (!isBinary) return value
  const digits = Number.parseInt(written.replace(/^[-+]?0b/, ''), 2)
  return { kind: 'scalar', value: written.startsWith('-') ? -digits : digits, span: value.span }
}
