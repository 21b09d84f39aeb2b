import { type Span, slice } from '../core/span.ts'
import { bareFence } from './split.ts'

/**
 * The second try of hosts that turn values with a colon into block scalars: every top-level `key: value` line (keys of
 * letters, digits and `_`) whose value has a colon and no quote in front becomes `key: |-` with the value below it, and
 * every line ends in a line feed alone. Gives the rewritten block, or undefined where nothing changes, or where there
 * are no bare dashes around it. Observed with opencode 1.18.33, 2026-11-21.
 */
export function withBlockValues(text: string, content: Span): string | undefined {
  if (bareFence(text) === undefined) return undefined
  const block = slice(text, content).replace(/\r?\n$/, '')
  const lines = block.split(/\r?\n/).map((line) => rewriteLine(line) ?? line)
  const rewritten = lines.join('\n')
  return rewritten === block ? undefined : rewritten
}

/** What `.` in a regular expression does not take. */
const lineEnds = /[\r\u2028\u2029]/

function rewriteLine(line: string): string | undefined {
  const key = /^[a-zA-Z_]\w*/.exec(line)?.[0]
  if (key === undefined) return undefined
  const rest = line.slice(key.length).trimStart()
  if (!rest.startsWith(':')) return undefined
  const written = rest.slice(1).trimStart()
  const value = written.trimEnd()
  if (!value.includes(':') || value.startsWith('"') || value.startsWith("'") || lineEnds.test(written)) return undefined
  return `${key}: |-\n  ${value}`
}
