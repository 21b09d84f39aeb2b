import { isSpace, skipSpaces } from './spaces.ts'

/** An HTML tag longer than this, in UTF-16 units, is taken for text: keeps a text of many half-open tags linear. */
const longestTag = 2_000

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
const isNameCode = (code: number): boolean => isLetter(code) || (code >= 48 && code <= 57) || code === 45

/** Where the tag name that starts here ends; `from` itself where there is none. */
export function tagNameEnd(text: string, from: number, end: number): number {
  if (from >= end || !isLetter(text.charCodeAt(from))) return from
  let offset = from + 1
  while (offset < end && isNameCode(text.charCodeAt(offset))) offset++
  return offset
}

/** The offset after the complete open or closing tag at `from` (which holds its `<`), or -1. */
export function tagEnd(text: string, from: number, end: number): number {
  const limit = Math.min(end, from + longestTag)
  const isClosing = text.charCodeAt(from + 1) === 47
  const nameStart = from + (isClosing ? 2 : 1)
  const nameEnd = tagNameEnd(text, nameStart, limit)
  if (nameEnd === nameStart) return -1
  const rest = isClosing ? skipSpaces(text, nameEnd, limit) : attributesEnd(text, nameEnd, limit)
  if (rest === -1 || rest >= limit) return -1
  const code = text.charCodeAt(rest)
  if (code === 62) return rest + 1
  return !isClosing && code === 47 && rest + 1 < limit && text.charCodeAt(rest + 1) === 62 ? rest + 2 : -1
}

function attributesEnd(text: string, from: number, limit: number): number {
  let offset = from
  for (;;) {
    const name = skipSpaces(text, offset, limit)
    if (name === offset || !isAttributeStart(text.charCodeAt(name)) || name >= limit) return name
    let nameEnd = name + 1
    while (nameEnd < limit && isAttributeCode(text.charCodeAt(nameEnd))) nameEnd++
    const equals = skipSpaces(text, nameEnd, limit)
    offset = text.charCodeAt(equals) === 61 ? valueEnd(text, skipSpaces(text, equals + 1, limit), limit) : nameEnd
    if (offset === -1) return -1
  }
}

const isAttributeStart = (code: number): boolean => isLetter(code) || code === 58 || code === 95
const isAttributeCode = (code: number): boolean => isNameCode(code) || code === 58 || code === 95 || code === 46

function valueEnd(text: string, from: number, limit: number): number {
  const quote = text.charCodeAt(from)
  if (quote === 34 || quote === 39) {
    for (let i = from + 1; i < limit; i++) if (text.charCodeAt(i) === quote) return i + 1
    return -1
  }
  let offset = from
  while (offset < limit && isUnquotedCode(text.charCodeAt(offset))) offset++
  return offset === from ? -1 : offset
}

const isUnquotedCode = (code: number): boolean =>
  !isSpace(code) && code !== 34 && code !== 39 && code !== 60 && code !== 61 && code !== 62 && code !== 96
