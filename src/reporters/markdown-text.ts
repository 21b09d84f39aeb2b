import { safeText } from './safe-text.ts'

/** What our messages put between backticks, or double backticks where the value has one of its own. */
const quoted = /`` ?(.+?) ?``|`([^`]+)`/g

/** Words of plain prose; in a comment, everything else could be a mention, a link, a reference, an emoji or markup. */
const plainWord = /^[("']*-{0,2}[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*[)"']*[.,;:!?]?$/u

interface Token {
  readonly text: string
  readonly isCode: boolean
}

/**
 * A message as inline Markdown that shows exactly the message: what it quotes, and every word that a reader of Markdown
 * (or a code host: `@name`, `#1`, addresses) would act on, becomes code; the rest is prose. Made safe, on one line.
 */
export function markdownText(text: string, code: (text: string) => string = inlineCode): string {
  const safe = safeText(text)
  const tokens: Token[] = []
  let end = 0
  for (const match of safe.matchAll(quoted)) {
    tokens.push(...words(safe.slice(end, match.index)), { text: match[1] ?? match[2] ?? '', isCode: true })
    end = match.index + match[0].length
  }
  tokens.push(...words(safe.slice(end)))
  return joinCode(tokens)
    .map(({ text, isCode }) => (isCode ? code(text) : text))
    .join('')
}

const words = (text: string): Token[] =>
  (text.match(/ +|[^ ]+/g) ?? []).map((word) => ({
    text: word,
    isCode: !/^ |^[-–—:;,.()"…]+$/.test(word) && !plainWord.test(word),
  }))

/** Code right behind code is one span: the marks of two would run into each other. */
function joinCode(tokens: readonly Token[]): Token[] {
  const joined: Token[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    if (last?.isCode === true && token.isCode) joined[joined.length - 1] = { ...last, text: last.text + token.text }
    else joined.push(token)
  }
  return joined
}

/** A text as a code span, whatever is in it. Made safe, on one line. */
export function inlineCode(text: string): string {
  const safe = safeText(text)
  if (safe === '') return ''
  let fence = '`'
  for (const run of safe.match(/`+/g) ?? []) if (run.length >= fence.length) fence = '`'.repeat(run.length + 1)
  // A reader takes one blank off at either end, unless there is nothing else.
  const padding = /^[` ]|[` ]$/.test(safe) && safe.trim() !== '' ? ' ' : ''
  return fence + padding + safe + padding + fence
}

/**
 * A text as code in a table, where a mark of its own could end the cell: everything but letters, digits and blanks is a
 * character reference, which no reader of Markdown takes for markup. Made safe, on one line.
 */
export const htmlCode = (text: string): string =>
  `<code>${safeText(text).replaceAll(/[^\p{L}\p{N} ]/gu, (char) => `&#${char.codePointAt(0)};`)}</code>`
