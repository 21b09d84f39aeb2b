import type { Span } from '../core/span.ts'

/**
 * The second try of hosts that turn values with a colon into block scalars: every top-level `key: value` line (keys of
 * letters, digits and `_`) whose value has a colon and no quote in front becomes `key: |-` with the value below it.
 * Gives the rewritten block, or undefined where nothing changes. Observed in the text of opencode 1.18.33, 2026-11-21.
 */
export function withBlockValues(text: string, content: Span): string | undefined {
  const block = text.slice(content.start, content.end)
  let isChanged = false
  const lines = block.split('\n').map((line) => {
    const rewritten = rewriteLine(line.endsWith('\r') ? line.slice(0, -1) : line)
    isChanged ||= rewritten !== undefined
    return rewritten ?? line
  })
  return isChanged ? lines.join('\n') : undefined
}

function rewriteLine(line: string): string | undefined {
  const key = /^[a-zA-Z_]\w*/.exec(line)?.[0]
  if (key === undefined) return undefined
  const rest = line.slice(key.length).trimStart()
  if (!rest.startsWith(':')) return undefined
  const value = rest.slice(1).trim()
  if (!value.includes(':') || value.startsWith('"') || value.startsWith("'")) return undefined
  return `${key}: |-\n  ${value}`
}
