/**
 * What Qwen Code (0.24.4, its text read 2026-11-21) makes of frontmatter that is no YAML mapping: `key: value` lines, with `  - `
 * items and two-blank `key: value` lines below a key that has no value. A value is a number, `true`, `false`, what
 * stands in double quotes, or its own text; a key that comes twice keeps the last.
 */
export function parseSimpleLines(text: string): Record<string, unknown> {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '' && !line.trim().startsWith('#'))
  const result: Record<string, unknown> = Object.create(null)
  for (let i = 0; i < lines.length; i++) {
    const [key, value] = atColon(lines[i] ?? '')
    if (key === undefined) continue
    if (value !== '') {
      result[key] = simpleValue(value)
      continue
    }
    const end = endOfBelow(lines, i + 1)
    const below = lines.slice(i + 1, end)
    if (below.length === 0) continue
    result[key] = below[0]?.startsWith('  - ') ? below.map((line) => simpleValue(line.slice(4).trim())) : mapping(below)
    i = end - 1
  }
  return result
}

/** Items go on as long as there are items, a mapping as long as there are indented lines that are none. */
function endOfBelow(lines: readonly string[], from: number): number {
  const isItem = (line: string | undefined): boolean => line?.startsWith('  - ') === true
  const isList = isItem(lines[from])
  let end = from
  while (end < lines.length && lines[end]?.startsWith('  ') && isItem(lines[end]) === isList) end++
  return end
}

function mapping(lines: readonly string[]): Record<string, unknown> {
  const result: Record<string, unknown> = Object.create(null)
  for (const line of lines) {
    const [key, value] = atColon(line.trim())
    result[key ?? line.trim()] = simpleValue(value)
  }
  return result
}

function atColon(line: string): [string | undefined, string] {
  const colon = line.indexOf(':')
  return colon === -1 ? [undefined, ''] : [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
}

function simpleValue(value: string): unknown {
  if (value === 'true' || value === 'false') return value === 'true'
  if (value === 'null') return null
  if (value === '') return ''
  if (value.length > 1 && value.startsWith('"') && value.endsWith('"')) {
    return value.slice(1, -1).replaceAll('\\"', '"').replaceAll('\\\\', '\\')
  }
  return Number.isFinite(Number(value)) ? Number(value) : value
}
