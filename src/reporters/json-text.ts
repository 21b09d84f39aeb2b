import { isHidden } from './code-points.ts'

/**
 * `value` as JSON. Every character that a terminal or a log would act on is a `\u` escape, which a parser turns back into
 * what it was. Without an `indent` it is one line.
 */
export const jsonText = (value: unknown, indent = 0): string => escapeHidden(JSON.stringify(value, null, indent))

/**
 * Hidden characters can only stand inside of strings, where an escape means the same; but for the line breaks of the
 * layout. `##[` would be a command to a build service that shows the output as a log.
 */
function escapeHidden(text: string): string {
  const visible = text.replaceAll(/[^\x20-\x7e\n]/gu, (character) => {
    return isHidden(character.codePointAt(0) ?? 0) ? escapeUnits(character) : character
  })
  return visible.replaceAll(/##(?=[a-z]{0,10}\[)/gi, '#\\u0023')
}

function escapeUnits(character: string): string {
  let escaped = ''
  for (let i = 0; i < character.length; i++) {
    escaped += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`
  }
  return escaped
}
