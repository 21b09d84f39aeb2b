import { type Span, slice, span } from '../core/span.ts'
import { quoteYaml } from '../core/yaml-text.ts'
import { skipBlanks } from './lines.ts'
import type { Replacement, YamlRepair } from './repair-yaml.ts'
import { causeInValue, colonBlank } from './value-cause.ts'
import type { ValueLines } from './value-lines.ts'

export interface ValueRepair {
  readonly key: string
  readonly how: YamlRepair['how']
  readonly replacements: readonly Replacement[]
}

/** What to change in one value so that it can be YAML; none where nothing is wrong with it, or too much. */
export function repairValue(text: string, value: ValueLines): ValueRepair[] {
  const repair = value.below.length === 0 ? repairLine(text, value.first) : repairLines(text, value)
  return repair === undefined ? [] : [{ key: value.key, ...repair }]
}

type Repair = Omit<ValueRepair, 'key'>

function repairLine(text: string, at: Span): Repair | undefined {
  if (at.start === at.end) return undefined
  const written = slice(text, at)
  const open = written.charAt(0)
  if ((open === '"' || open === "'") && isUnclosed(written, open)) {
    return { how: 'quotes', replacements: [{ span: at, text: quoteYaml(written.slice(1)) }] }
  }
  const close = { '[': ']', '{': '}' }[open]
  if (close !== undefined && !written.includes(close)) {
    return { how: 'bracket', replacements: [{ span: span(at.end, at.end), text: close }] }
  }
  if (causeInValue(text, at) === undefined) return undefined
  return { how: 'quotes', replacements: [{ span: at, text: quoteYaml(written) }] }
}

/** A quote that no other of its kind follows: then no escape can stand in the way either. */
const isUnclosed = (written: string, quote: string): boolean => !written.includes(quote, 1)

/** Text that goes on below its first line: a block takes any text, if it is indented. */
function repairLines(text: string, { first, below }: ValueLines): Repair | undefined {
  const start = text.charAt(first.start)
  const isText = first.start < first.end && !'"\'[{&*!-'.includes(start)
  if (!isText || below.some((line) => text.charCodeAt(line.start) === 9)) return undefined
  const isBlock = start === '|' || start === '>'
  const isIndented = below.every((line) => text.charCodeAt(line.start) === 32)
  if (isIndented) return isBlock ? undefined : repairFolded(text, first, below)
  const shifts = below.map((line) => ({ span: span(line.start, line.start), text: '  ' }))
  const head = isBlock ? [] : [{ span: span(first.start, first.start), text: `|${lineBreak(text, first)}  ` }]
  return { how: 'block', replacements: [...head, ...shifts] }
}

/** Lines that are indented but hold a colon: `>-` folds them as they would have been. */
function repairFolded(text: string, first: Span, below: readonly Span[]): Repair | undefined {
  const hasColon = [first, ...below].some((line) => colonBlank(text, line) !== undefined)
  if (!hasColon) return undefined
  const indent = Math.min(
    ...below.slice(0, linesLookedAt).map((line) => skipBlanks(text, line.start, line.end) - line.start),
  )
  const head = `>-${lineBreak(text, first)}${' '.repeat(indent)}`
  return { how: 'block', replacements: [{ span: span(first.start, first.start), text: head }] }
}

/** More lines than a value has. */
const linesLookedAt = 1_000

/** The line break that the file has there. */
function lineBreak(text: string, at: Span): string {
  const newline = text.indexOf('\n', at.end)
  return newline > 0 && text.charCodeAt(newline - 1) === 13 ? '\r\n' : '\n'
}
