import { lazy } from '../core/lazy.ts'
import { type Span, span } from '../core/span.ts'

/** Text that no editor shows, or shows in another order, and that a model reads as it is. */
export interface HiddenText {
  /**
   * `tags`: letters written as tag characters. `bidi`: a control that turns the order of what follows. `run`: so many
   * invisible characters in a row that they carry something. `word`: invisible characters inside a word.
   */
  readonly kind: 'tags' | 'bidi' | 'run' | 'word'
  readonly span: Span
  /** What is hidden, decoded where it can be, with every character that cannot be seen spelled out. */
  readonly shown: string
  /** The invisible characters, as `U+200B`; each once. */
  readonly characters: readonly string[]
  /** How many there are. */
  readonly count: number
}

/** A file with more places than this is made of them; the first ones say so. */
const mostPlaces = 50
/** This many in a row say something: eight variation selectors are eight bytes. */
const longRun = 8
/** No more of a run than this is decoded, and no more of a word shown, in UTF-16 units. */
const longestShown = 160

/** Characters that take no place in a line: first and last of each range. */
const invisibleRanges: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x2060, 0x2065],
  [0x206a, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xe0100, 0xe01ef],
]

/**
 * The first unit of everything that may hide text: what is invisible, bidi controls, and the half that tags and the further
 * variation selectors start with.
 */
const suspicious = lazy(() => {
  const units = invisibleRanges.filter(([, last]) => last <= 0xffff)
  return new RegExp(
    `[${units.map(([first, last]) => `${unit(first)}-${unit(last)}`).join('')}\\u202A-\\u202E\\u2066-\\u2069\\uDB40]`,
    'g',
  )
})

const unit = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`

/** The hidden text of a file, in order, at most fifty places. Linear; a file without such a character costs one look. */
export function findHiddenText(text: string): HiddenText[] {
  const found: HiddenText[] = []
  const pattern = suspicious()
  pattern.lastIndex = 0
  let turnedEnd = 0
  for (let match = pattern.exec(text); match !== null && found.length < mostPlaces; match = pattern.exec(text)) {
    const end = runEnd(text, match.index)
    // What a control turns around mostly ends with another: one finding a line.
    const isRestOfLine = match.index < turnedEnd && kindAt(text, match.index) === 'bidi'
    const hidden = end > match.index && !isRestOfLine ? readRun(text, span(match.index, end)) : undefined
    if (hidden !== undefined) {
      found.push(hidden)
      turnedEnd = hidden.kind === 'bidi' ? lineEnd(text, end) : 0
    }
    pattern.lastIndex = Math.max(end, match.index + 1)
  }
  return found
}

function lineEnd(text: string, from: number): number {
  const pattern = /[\r\n]/g
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? text.length
}

type CharacterKind = 'tags' | 'bidi' | 'invisible'

/** Tag characters, bidi controls, and the rest: a run is of one kind. */
function kindAt(text: string, at: number): CharacterKind | undefined {
  const code = text.codePointAt(at) ?? 0
  if (code >= 0xe0000 && code <= 0xe007f) return 'tags'
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return 'bidi'
  return isInvisible(code) ? 'invisible' : undefined
}

const isInvisible = (code: number): boolean =>
  code >= 0xad && invisibleRanges.some(([first, last]) => code >= first && code <= last)

/** Where the run of hidden characters of one kind that starts at `start` ends. */
function runEnd(text: string, start: number): number {
  const kind = kindAt(text, start)
  let end = start
  while (kind !== undefined && kindAt(text, end) === kind) end += unitsAt(text, end)
  return end
}

const unitsAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)

function readRun(text: string, at: Span): HiddenText | undefined {
  const kind = kindAt(text, at.start)
  if (kind === 'tags') return isFlag(text, at) ? undefined : tags(text, at)
  if (kind === 'bidi') return bidi(text, at)
  return at.end - at.start >= longRun ? longInvisible(text, at) : insideWord(text, at)
}

/** The flags of England, Scotland and Wales: a black flag, tags, and the tag that ends them. No other is in use. */
function isFlag(text: string, { start, end }: Span): boolean {
  if (text.codePointAt(start - 2) !== 0x1f3f4 || end - start > 12) return false
  return /^gb(?:eng|sct|wls)\u{7F}$/u.test(decodeTags(text.slice(start, end)))
}

function tags(text: string, at: Span): HiddenText {
  const shown = spellOut(decodeTags(startOf(text, at)))
  return { kind: 'tags', span: at, shown, ...countOf(text, at) }
}

const startOf = (text: string, { start, end }: Span): string =>
  text.slice(start, Math.min(end, start + 2 * longestShown))

const decodeTags = (run: string): string =>
  [...run].map((tag) => String.fromCodePoint((tag.codePointAt(0) ?? 0) & 0x7f)).join('')

/** What stands behind the control, to the end of its line: that is what is shown in another order. */
function bidi(text: string, at: Span): HiddenText {
  const line = text.slice(at.start, at.start + longestShown).split(/[\r\n]/, 1)[0] ?? ''
  return { kind: 'bidi', span: at, shown: spellOut(line), ...countOf(text, at) }
}

function longInvisible(text: string, at: Span): HiddenText {
  const run = startOf(text, at)
  return { kind: 'run', span: at, shown: decodeSelectors(run) ?? spellOut(run), ...countOf(text, at) }
}

/** Variation selectors are numbered from 0 to 255: text is smuggled as their bytes. */
function decodeSelectors(run: string): string | undefined {
  const bytes = [...run].map((character) => selectorNumber(character.codePointAt(0) ?? 0))
  const decoded = Buffer.from(bytes).toString('latin1')
  return bytes.includes(-1) || !/^[\x20-\x7e]+$/.test(decoded) ? undefined : decoded
}

function selectorNumber(code: number): number {
  if (code >= 0xfe00 && code <= 0xfe0f) return code - 0xfe00
  return code >= 0xe0100 && code <= 0xe01ef ? code - 0xe0100 + 16 : -1
}

/** Between two characters of an English word or a command; beside any other script they do their work. */
function insideWord(text: string, at: Span): HiddenText | undefined {
  if (!isWordCode(text.charCodeAt(at.start - 1)) || !isWordCode(text.charCodeAt(at.end))) return undefined
  const reach = longestShown / 4
  const before = /[\w.-]*$/.exec(text.slice(Math.max(0, at.start - reach), at.start))?.[0] ?? ''
  const after = /^[\w.-]*/.exec(text.slice(at.end, at.end + reach))?.[0] ?? ''
  const shown = spellOut(before + text.slice(at.start, at.end) + after)
  return { kind: 'word', span: at, shown, ...countOf(text, at) }
}

const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95

/** Every character that is not printable ASCII or a plain letter, spelled out; bounded. */
const spellOut = (text: string): string =>
  text.replaceAll(/[^\x20-\x7e]/gu, (character) =>
    /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) && !/\p{Default_Ignorable_Code_Point}/u.test(character)
      ? character
      : `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  )

/** Names are for a person: of a long run, the first few stand for all. */
function countOf(text: string, { start, end }: Span): Pick<HiddenText, 'characters' | 'count'> {
  const names = [...text.slice(start, Math.min(end, start + longestShown))].map(codeName)
  let count = 0
  for (let at = start; at < end; at += unitsAt(text, at)) count++
  return { characters: [...new Set(names)], count }
}

const codeName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
