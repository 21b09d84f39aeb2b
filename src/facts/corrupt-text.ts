import type { EncodingProblem } from '../core/source-file.ts'
import { type Span, span } from '../core/span.ts'

/** What went wrong with a text on its way into the file; one of each kind a file, at its first place. */
export interface CorruptText {
  /**
   * `replaced`: U+FFFD, where a character was lost. `control`: a control character that no text has. `misread`: UTF-8 that was
   * read as Windows-1252 and saved again.
   */
  readonly kind: 'replaced' | 'control' | 'misread'
  readonly span: Span
  /** As it stands there; a control character as `U+0004`. */
  readonly written: string
  /** Of what was misread: what it was. */
  readonly meant: string
  /** How many places there are. */
  readonly count: number
  /** Of what was misread: every place, with what it was; none where one of them is no character that people can see, or where they are very many. */
  readonly mends: readonly Mend[]
}

/** What to write, and in whose place. */
export interface Mend {
  readonly span: Span
  readonly meant: string
}

/** All but tab, the ends of lines, and the form feed that some put between chapters. */
const control = /[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]/g
const replacement = /\ufffd+/g

/**
 * What the bytes of `—`, `é` or an emoji are in Windows-1252. Left out is all that may stand beside one another in a text that is
 * as it should be: a capital with a tilde before a closing quote or a dash.
 */
const misread =
  /â[€†‡ˆ‰Š‹ŒŽ\u0081\u008d\u008f\u0090‘’“”•–—˜™š›œž\u009dŸ\u00a0-\u00bf][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]|ðŸ[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]{2}|[ÂÃ][\u00a1-\u00ba\u00bc-\u00bf€‰Š‹ŒŽœžŸ]/g

/** What is corrupt in a text, but for what is known already: that its bytes were no UTF-8, or not even of that kind. Linear. */
export function findCorruptText(text: string, known: EncodingProblem | undefined): CorruptText[] {
  if (known !== undefined && known.kind !== 'invalid-utf8') return []
  const isMisread = misreadStarts.some((character) => text.includes(character))
  const kinds = [
    known !== undefined || !text.includes('\ufffd') ? [] : read(text, replacement, 'replaced'),
    read(text, control, 'control'),
    isMisread ? read(text, misread, 'misread') : [],
  ]
  return kinds.flat()
}

/** What all that is misread starts with: looking for four characters is much cheaper than looking for a pattern. */
const misreadStarts = ['â', 'ð', 'Â', 'Ã'] as const

function read(text: string, pattern: RegExp, kind: CorruptText['kind']): CorruptText[] {
  let first: Span | undefined
  let count = 0
  const mends: Mend[] = []
  for (const match of text.matchAll(pattern)) {
    const at = span(match.index, match.index + match[0].length)
    if (kind !== 'control' && isShown(text, at)) continue
    const meant = kind === 'misread' ? asMeant(match[0]) : ''
    if (meant === undefined) continue
    if (mends.length < mostMends && isVisible.test(meant)) mends.push({ span: at, meant })
    first ??= at
    count++
  }
  if (first === undefined) return []
  const written = text.slice(first.start, first.end)
  const found = { span: first, written: nameOf(kind, written), meant: asMeant(written) ?? '', count }
  return [{ kind, ...found, mends: mends.length === count ? mends : [] }]
}

/** What needs more is no text with a few places in it, but a file to be converted as a whole. */
const mostMends = 2000

/** What has no shape, such as a line separator or a control character, would only be garbled in another way. */
const isVisible = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]+$/u

const nameOf = (kind: CorruptText['kind'], written: string): string =>
  kind === 'control' ? `U+${written.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` : written

/** A text about corrupt texts puts them between quotes, backticks or parentheses. */
const isShown = (text: string, { start, end }: Span): boolean =>
  /^[`"'(“«]$/.test(text.charAt(start - 1)) && /^[`"')”»]$/.test(text.charAt(end))

/** The characters of Windows-1252 from 0x80 to 0x9F; a blank where it has none. */
const windows = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** What the characters are as bytes that are read as UTF-8; undefined where that is no text. */
function asMeant(written: string): string | undefined {
  const bytes = [...written].map((character) => {
    const place = windows.indexOf(character)
    return place === -1 ? character.charCodeAt(0) : 0x80 + place
  })
  const meant = Buffer.from(bytes).toString('utf8')
  return bytes.some((byte) => byte > 255) || meant.includes('\ufffd') ? undefined : meant
}
