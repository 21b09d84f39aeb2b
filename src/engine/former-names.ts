import { nameOf } from '../io/paths.ts'

/** What an agent was called by the text that its file had: its `name`, and the file's stem. */
export function formerNames(path: string, text: string | undefined): string[] {
  const stem = nameOf(path).replace(/(?:\.(?:agent|chatmode))?\.md$/, '')
  const name = text === undefined ? undefined : writtenName(text)
  return name === undefined || name === '' ? [stem] : [name, stem]
}

/** Frontmatter is short; what lies beyond is the prompt. */
const headLength = 20_000

function writtenName(text: string): string | undefined {
  const [first = '', ...lines] = text.slice(0, headLength).split('\n')
  if (!/^\uFEFF?---/.test(first)) return undefined
  for (const line of lines) {
    if (line.startsWith('---')) return undefined
    if (line.startsWith('name:'))
      return line
        .slice(5)
        .trim()
        .replace(/^(["'])(.*)\1$/, '$2')
  }
  return undefined
}
