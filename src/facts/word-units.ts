/** What each UTF-16 unit is, as bits: of a word, of a path or a mark as well, of a name, maybe a sign or of a script without blanks. */
const ofWord = 0x100
const ofMark = 0x200
const ofNames = 0x400
const alone = 0x800
/** Of what is read in one go. */
const ofRun = ofWord | ofMark | ofNames

/** The kind of each unit, and in the lower byte what it counts as in a key: letters beyond ASCII are all one. */
const units = new Uint16Array(0x10000).fill(alone | 1, 128)
for (let code = 0; code < 128; code++) units[code] = code >= 65 && code <= 90 ? code + 32 : code
addKind("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'-", ofWord)
units.fill(ofWord | 1, 0xc0, 0x2000).fill(ofWord | 1, 0x2c00, 0x2e80)
units[0x2019] = ofWord | 39
units[0x2010] = units[0x2011] = ofWord | 45
addKind('/.', ofMark)
// No phrase has one of these, nor has what they are part of.
addKind('_@', ofNames)
// An arrow of two characters.
addKind('=', alone)

function addKind(characters: string, kind: number): void {
  for (const character of characters) {
    const code = character.charCodeAt(0)
    units[code] = (units[code] ?? 0) | kind
  }
}

// Loops over every character are functions of their own: such small ones are compiled within the first files.

/** Where the word that starts at `start` ends, at `to` at the latest; `start` where none does. */
export function wordEnd(text: string, start: number, to: number): number {
  let at = start
  while (at < to && ((units[text.charCodeAt(at)] ?? 0) & ofWord) !== 0) at++
  return at
}

/** The same of a run: words with what joins them. */
export function runEnd(text: string, start: number, to: number): number {
  let at = start
  while (at < to && ((units[text.charCodeAt(at)] ?? 0) & ofRun) !== 0) at++
  return at
}

/** What a word starts with, as one of 256: the same for all words of one key. */
export const firstUnit = (text: string, at: number): number => (units[text.charCodeAt(at)] ?? 0) & 0xff

/** Two words that differ only in case and in the forms of apostrophes and hyphens have one key, of 16 bits. */
export function keyOf(text: string, start: number, end: number): number {
  let key = 0
  for (let at = start; at < end; at++) key = (Math.imul(key, 31) + ((units[text.charCodeAt(at)] ?? 0) & 0xff)) & 0xffff
  return key
}

/** Has a run a unit that is only in names, and in no phrase? */
export function isNameLike(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (((units[text.charCodeAt(at)] ?? 0) & ofNames) !== 0) return true
  return false
}

/** May a sign, or a phrase without blanks, start at a place? */
export const isAloneAt = (text: string, at: number): boolean => ((units[text.charCodeAt(at)] ?? 0) & alone) !== 0

/** Does a word, which is in lower case with plain apostrophes and hyphens, stand at a place of a text in whatever form? */
export function isWordAt(text: string, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (folded(text.charCodeAt(at + i)) !== word.charCodeAt(i)) return false
  return true
}

/** A bit for the unit at a place: of 32, so that others may have the same; none behind the end of a text. */
export const unitBit = (text: string, at: number): number =>
  at < text.length ? 1 << (folded(text.charCodeAt(at)) & 31) : 0

function folded(code: number): number {
  const plain = (units[code] ?? 0) & 0xff
  if (plain !== 1) return plain
  const lower = String.fromCharCode(code).toLowerCase()
  return lower.length === 1 ? lower.charCodeAt(0) : code
}

/** Ends a word at `at`? */
export const endsAt = (text: string, at: number): boolean => ((units[text.charCodeAt(at)] ?? 0) & ofRun) !== ofWord

/** Past blanks, line breaks, and the marks of bold text that may stand between two words. */
export function skipBlanks(text: string, at: number): number {
  let next = at
  while (isBlankOrStar(text.charCodeAt(next))) next++
  return next
}

const isBlankOrStar = (code: number): boolean => code === 32 || code === 10 || code === 42 || code === 9 || code === 13
