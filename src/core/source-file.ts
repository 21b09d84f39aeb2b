/** What was found in the bytes of a file that a text alone cannot show any more. */
export type EncodingProblem =
  | { readonly kind: 'invalid-utf8'; readonly byteOffset: number }
  | { readonly kind: 'utf-16' | 'utf-32' }

/**
 * A file as it was read, once; every later step sees this snapshot.
 *
 * `text` is the whole file, a byte order mark included (so offsets are the file's own), with U+FFFD for each byte
 * sequence that is not UTF-8. A file over `byteLimit` keeps only the text before the limit.
 */
export interface SourceFile {
  readonly path: string
  readonly text: string
  readonly byteLength: number
  readonly truncated: boolean
  readonly encodingProblem: EncodingProblem | undefined
}

/** The largest file that is read whole, in bytes: where Claude Code 2.1.329 stops too (observed 2026-11-20). */
export const byteLimit = 1_048_576

export const byteOrderMark = '\uFEFF'

/** Where the text proper starts: after a byte order mark, if there is one. */
export const textStart = (text: string): number => (text.startsWith(byteOrderMark) ? 1 : 0)

/** The line break that a file's first line ends with. */
export function lineBreakOf(text: string): '\r\n' | '\n' {
  const newline = text.indexOf('\n')
  return newline > 0 && text.charCodeAt(newline - 1) === 13 ? '\r\n' : '\n'
}
