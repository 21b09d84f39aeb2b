import type { Style } from './style.ts'
import { wrapText } from './wrap.ts'

/** What is said below a frame, such as help, in lines of at most `columns`; `gutter` as in the frame. */
export function note(kind: string, text: string, gutter: number, style: Style, columns: number): string[] {
  const indent = gutter + ` = ${kind}: `.length
  const [first = '', ...rest] = wrapText(text, columns - indent, columns - indent)
  return [`${' '.repeat(gutter)} ${style.gutter(`= ${kind}:`)} ${first}`, ...hang(rest, indent)]
}

/** Build services skip blanks before they look for a command, so no line of text alone may start with `::`. */
export const hang = (lines: readonly string[], indent: number): string[] =>
  lines.map((line) => ' '.repeat(indent) + line.replace(/^(\s*):(?=:)/, '$1\\u{3A}'))
