import { lazy } from '../core/lazy.ts'
import { type Span, slice } from '../core/span.ts'
import { documentWords } from './built-in-data.ts'

const words = lazy(() => {
  const { lastWords, folders, titles, addresses } = documentWords()
  return {
    lastWords: new Set(lastWords),
    folders: new Set(folders),
    title: new RegExp(`\\p{L}*(?:${titles.join('|')})\\b`, 'iu'),
    // Where words are not set apart by blanks, one ends where it ends.
    address: new RegExp(`^[ \\t>*_#-]{0,9}(?:${addresses.join('|')})(?!\\p{Script=Latin}|\\p{Script=Cyrillic})`, 'imu'),
  }
})

/**
 * Is a file, by its path below the folder of agents, one that agents share or are made from: `_shared.md`,
 * `agent-template.md`, `references/schema.md`?
 */
export function isSharedDocument(path: string): boolean {
  const parts = path.toLowerCase().split('/')
  const name = parts.pop() ?? ''
  if (/^[_.]/.test(name) || parts.some((part) => part.startsWith('_') || words().folders.has(part))) return true
  const stem = name.replace(/\.[a-z.]+$/, '')
  return words().lastWords.has(stem.split(/[^\p{L}\d]+/u).at(-1) ?? '')
}

/** An agent is introduced in the beginning. */
const longestStart = 4000

/** Does the text of a file call itself an agent in its first line, or speak to one? */
export function speaksAsAgent(text: string, body: Span): boolean {
  const start = slice(text, { start: body.start, end: Math.min(body.end, body.start + longestStart) }).trimStart()
  const newline = start.indexOf('\n')
  const title = newline === -1 ? start : start.slice(0, newline)
  return words().title.test(title.slice(0, 200)) || words().address.test(start)
}
