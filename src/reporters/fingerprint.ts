import { createHash } from 'node:crypto'
import type { Diagnostic } from '../core/diagnostic.ts'
import { clip } from '../core/message.ts'
import { type FindLines, lineSpan, positionAt } from './position.ts'

const lookLimit = 200

/**
 * A fingerprint for each diagnostic, in order, all different: by it a service that keeps findings knows one again after
 * lines have moved. What it is made of: the rule, the message's id, the file, the text that the finding points at, and
 * the other files it is about. No line, and no number that a message counts. Equal findings of a file are told apart by
 * their order.
 */
export function fingerprints(
  diagnostics: readonly Diagnostic[],
  findLines: FindLines,
  workspacePath: (path: string) => string,
): string[] {
  const seen = new Map<string, number>()
  return diagnostics.map((diagnostic) => {
    const { rule, messageId, path, related } = diagnostic
    const others = [...new Set(related.map((place) => workspacePath(place.path)))].sort()
    const key = JSON.stringify([rule, messageId, workspacePath(path), pointedAt(diagnostic, findLines), others])
    const earlier = seen.get(key) ?? 0
    seen.set(key, earlier + 1)
    return createHash('sha256').update(`${key}#${earlier}`).digest('hex').slice(0, 32)
  })
}

/** The first line of what is pointed at, or the line that an empty place lies in; white space counts once. */
function pointedAt({ path, span }: Diagnostic, findLines: FindLines): string {
  const index = findLines(path)
  if (index === undefined) return ''
  const line = lineSpan(index, positionAt(index, span.start).line)
  const isEmpty = span.end <= span.start
  const text = isEmpty
    ? index.text.slice(line.start, line.end)
    : index.text.slice(span.start, Math.min(span.end, line.end))
  return clip(
    text
      .slice(0, 2 * lookLimit)
      .replaceAll(/\s+/g, ' ')
      .trim(),
    lookLimit,
  )
}
