import { nameOf } from '../io/paths.ts'

/** An agent as it was before the change that a run is about. */
export interface FormerAgent {
  /** Of its file; absolute. */
  readonly path: string
  readonly names: readonly string[]
}

/** What an agent was called by the text that its file had: its `name`, and the file's stem. */
export function formerAgent(path: string, text: string | undefined): FormerAgent {
  const stem = nameOf(path).replace(/(?:\.(?:agent|chatmode))?\.md$/, '')
  const name = text === undefined ? undefined : writtenName(text)
  return { path, names: name === undefined || name === '' ? [stem] : [name, stem] }
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
