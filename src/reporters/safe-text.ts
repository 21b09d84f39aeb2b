import { cellsOf, isPlainAscii } from './cells.ts'

/**
 * `text` on one line, with everything visible that a terminal, a CI log or a bidirectional reader could act on.
 * A line break becomes `⏎`, as in messages; any other control, format or invisible character (tab too), an unattached
 * combining mark and the `#` of `##[command]` become `\u{XX}`. Emoji with their joiners and selectors stay.
 * Applied twice it changes nothing more.
 */
export function safeText(text: string): string {
  if (isPlainAscii(text)) return text
  let safe = ''
  for (const cell of cellsOf(text, 0, text.length)) safe += cell.text
  return safe
}
