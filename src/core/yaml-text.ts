/** What some parser of YAML, old or new, takes for a line break or for nothing at all; a tab is none of it. */
const needsEscape = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\ufeff]/

/**
 * A text of one line as a quoted YAML scalar that every parser reads as exactly that text. Double quotes where nothing in
 * it needs an escape, else single ones, which know no escapes; characters that some parsers break lines at are written as
 * escapes.
 */
export function quoteYaml(text: string): string {
  if (needsEscape.test(text)) return `"${escaped(text)}"`
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`
}

function escaped(text: string): string {
  const quoted = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
  return quoted.replaceAll(new RegExp(needsEscape, 'g'), (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

const plainWord = /^(?:null|true|false|yes|no|on|off|y|n)$/i

/** Is the text of one line, as it stands, a plain scalar that means that text? False also where that is not sure. */
export function isSurelyPlain(text: string): boolean {
  return (
    /^[A-Za-z]/.test(text) && !/:[ \t]|:$|[ \t]#|[ \t]$/.test(text) && !needsEscape.test(text) && !plainWord.test(text)
  )
}

/** A text of one line as a value: as it is where that surely means it, else in quotes. */
export const yamlText = (text: string): string => (isSurelyPlain(text) ? text : quoteYaml(text))
