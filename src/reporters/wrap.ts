import { cellsOf, displayWidth } from './cells.ts'
import { safeText } from './safe-text.ts'

/** A path or a name that is torn can neither be copied nor searched for; terminals wrap it themselves. */
const longestWhole = 120

/**
 * `text`, made safe, in lines of at most `rest` columns (the first of at most `first`), broken at blanks, and within a
 * word only where nobody would copy it any more. At least one line; widths below 1 count as 1.
 */
export function wrapText(text: string, first: number, rest: number): string[] {
  const safe = safeText(text)
  if (displayWidth(safe) <= first) return [safe]
  const lines: string[] = []
  let line = ''
  let width = 0
  const limit = () => Math.max(1, lines.length === 0 ? first : rest)
  for (const word of safe.split(' ')) {
    const wordWidth = displayWidth(word)
    if (line !== '' && width + 1 + wordWidth <= limit()) {
      line += ` ${word}`
      width += 1 + wordWidth
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = wordWidth <= longestWhole ? [word] : breakWord(word, limit(), Math.max(1, rest))
    line = pieces.pop() ?? ''
    lines.push(...pieces)
    width = displayWidth(line)
  }
  return line === '' ? lines : [...lines, line]
}

function breakWord(word: string, first: number, rest: number): string[] {
  const pieces: string[] = []
  let piece = ''
  let width = 0
  for (const cell of cellsOf(word, 0, word.length)) {
    if (piece !== '' && width + cell.width > (pieces.length === 0 ? first : rest)) {
      pieces.push(piece)
      piece = ''
      width = 0
    }
    piece += cell.text
    width += cell.width
  }
  return [...pieces, piece]
}
