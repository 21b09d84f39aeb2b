import type { StructuredPatch } from 'diff'
import type { Span } from '../core/span.ts'
import { covered } from './position.ts'
import { safeText } from './safe-text.ts'

/** A file with its text before and after. */
export interface TextChange {
  readonly path: string
  readonly before: string
  readonly after: string
  /** What may not be printed of the one, and of the other. */
  readonly secrets: { readonly before: readonly Span[]; readonly after: readonly Span[] }
}

export interface DiffOptions {
  /**
   * Show what a terminal or a build service would act on, instead of writing it? A patch with such characters in it can
   * be read then, but not be applied.
   */
  readonly visible: boolean
}

/** More changed lines than this are shown as one block: finding the smallest difference takes the square of them. */
const changedLinesLimit = 2_000

/**
 * The changes as `git diff` would show them, so that `git apply` or `patch -p1` can make them. Secrets are covered, always:
 * where they stand near a change, it cannot be applied.
 */
export async function unifiedDiff(changes: readonly TextChange[], { visible }: DiffOptions): Promise<string> {
  const library = await import('diff')
  const patches = changes.map(printable).map((change) => {
    const options = { context: 3, maxEditLength: changedLinesLimit }
    const [before, after] = [`a/${change.path}`, `b/${change.path}`]
    const patch = library.structuredPatch(before, after, change.before, change.after, '', '', options)
    return library.formatPatch(patch ?? asOneBlock(change), library.FILE_HEADERS_ONLY)
  })
  const text = patches.join('')
  return visible ? text.split('\n').map(visibleLine).join('\n') : text
}

function printable(change: TextChange): TextChange {
  const { before, after, secrets } = change
  return { ...change, before: covered(before, secrets.before), after: covered(after, secrets.after) }
}

function asOneBlock({ path, before, after }: TextChange): StructuredPatch {
  const [old, fresh] = [linesOf(before), linesOf(after)]
  const lines = [...marked('-', old), ...marked('+', fresh)]
  const hunk = { oldStart: 1, oldLines: old.length, newStart: 1, newLines: fresh.length, lines }
  return { oldFileName: `a/${path}`, newFileName: `b/${path}`, oldHeader: '', newHeader: '', hunks: [hunk] }
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

const marked = (mark: string, lines: readonly string[]): string[] =>
  lines.flatMap((line) => (line.endsWith('\n') ? [mark + line.slice(0, -1)] : [mark + line, noFinalNewline]))

const noFinalNewline = '\\ No newline at end of file'

/** Build services skip blanks before they look for a command, so a line may not start with `::` behind its mark either. */
const visibleLine = (line: string): string => safeText(line).replace(/^(\s*):(?=:)/, '$1\\u{3A}')
