import { type Span, span } from '../core/span.ts'
import type { YamlProblem } from './agent-document.ts'
import { skipBlanks } from './lines.ts'

export type Cause = Pick<YamlProblem, 'kind' | 'span'>

/** What keeps a value of one line from being YAML; undefined where nothing on that line does. */
export function causeInValue(text: string, value: Span): Cause | undefined {
  const first = text.charAt(value.start)
  if (first === '"' || first === "'") return causeInQuoted(text, value, first)
  if ('@`%'.includes(first)) return { kind: 'reserved-character', span: span(value.start, value.start + 1) }
  if (first === '[' || first === '{') return causeInFlow(text, value, first)
  if (first === '*') return { kind: 'reserved-character', span: span(value.start, value.start + 1) }
  const colon = colonBlank(text, value)
  return colon === undefined ? undefined : { kind: 'unquoted-colon', span: span(colon, colon + 1) }
}

/** A colon that makes a mapping of plain text: before a blank, or at the end. Comments do not count. */
export function colonBlank(text: string, value: Span): number | undefined {
  for (let i = value.start; i < value.end; i++) {
    const code = text.charCodeAt(i)
    if (code === 35 && text.charCodeAt(i - 1) === 32) return undefined
    if (code !== 58) continue
    const next = text.charCodeAt(i + 1)
    if (i + 1 >= value.end || next === 32 || next === 9) return i
  }
  return undefined
}

/** A quoted value that ends before its line does, with more text behind it. */
function causeInQuoted(text: string, value: Span, quote: string): Cause | undefined {
  let close = value.start + 1
  while (close < value.end) {
    const char = text.charAt(close)
    if (char === '\\' && quote === '"') close += 2
    else if (char !== quote) close++
    else if (quote === "'" && text.charAt(close + 1) === "'") close += 2
    else break
  }
  if (close >= value.end) return undefined
  const rest = skipBlanks(text, close + 1, value.end)
  if (rest >= value.end || text.charAt(rest) === '#') return undefined
  return { kind: 'text-after-quote', span: span(rest, value.end) }
}

function causeInFlow(text: string, value: Span, open: string): Cause | undefined {
  const close = text.lastIndexOf(open === '[' ? ']' : '}', value.end)
  if (close <= value.start) return undefined
  const rest = skipBlanks(text, close + 1, value.end)
  if (rest >= value.end || text.charAt(rest) === '#' || close >= value.end) return undefined
  return { kind: 'reserved-character', span: span(value.start, value.start + 1) }
}
