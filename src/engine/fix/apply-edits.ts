import type { Edit } from '../../core/fix.ts'

/** The text after the edits, which are in order, without overlaps, and offsets of `text` as it is. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let done = 0
  for (const { start, end, text: replacement } of edits) {
    parts.push(text.slice(done, start), replacement)
    done = end
  }
  parts.push(text.slice(done))
  return parts.join('')
}
