import { isHidden, isMark, isPictograph, isRegionalIndicator, isSkinTone, isWide, spellOut } from './code-points.ts'

/**
 * A stretch of the original text (UTF-16 offsets) with what is printed for it and the columns that takes, always at
 * least one. The cells of a text are its printed form and, at once, the way from an offset to a column.
 */
export interface Cell {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly width: number
}

/** No cell covers more UTF-16 units than this for each column: what bounds the work on a line of a million. */
export const unitsPerColumn = 32

const joinerLimit = 8
const markLimit = 4
const zeroWidthJoiner = 0x200d
const textSelector = 0xfe0e
const emojiSelector = 0xfe0f
const keycap = 0x20e3

/** The names that build services give to commands in a log: `##[error]`, `##vso[…]`, `##teamcity[…]`. */
const logCommand = /##[a-z]{0,10}\[/iy

/** The cells of `text` from `from` to `to`. Nothing that a terminal or a CI log acts on is left in their texts. */
export function cellsOf(text: string, from: number, to: number): Cell[] {
  const cells: Cell[] = []
  for (let at = from; at < to; ) {
    const cell = cellAt(text, at)
    cells.push(cell)
    at = cell.end
  }
  return cells
}

/** Columns that `text` takes once it is made safe. */
export function displayWidth(text: string): number {
  if (isPlainAscii(text)) return text.length
  let width = 0
  for (const cell of cellsOf(text, 0, text.length)) width += cell.width
  return width
}

/** Printable ASCII that no reader of logs takes for a command: nothing to do, one column a unit. */
export const isPlainAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text) && !text.includes('##')

function cellAt(text: string, at: number): Cell {
  const code = codeAt(text, at)
  if (code === 0x0a) return { start: at, end: at + 1, text: '⏎', width: 1 }
  if (code === 0x0d && text.charCodeAt(at + 1) === 0x0a) return { start: at, end: at + 2, text: '⏎', width: 1 }
  if (isHidden(code) || isMark(code) || startsLogCommand(text, at)) return spelledOut(at, code)
  if (code < 0x80 && !(text.charCodeAt(at + 1) >= 0x300))
    return { start: at, end: at + 1, text: text.charAt(at), width: 1 }
  return cluster(text, at, code)
}

function spelledOut(at: number, code: number): Cell {
  const text = spellOut(code)
  return { start: at, end: at + unitsOf(code), text, width: text.length }
}

function startsLogCommand(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 0x23) return false
  logCommand.lastIndex = at
  return logCommand.test(text)
}

/** A character with everything that is drawn into the same place: marks, a flag's other half, the rest of an emoji. */
function cluster(text: string, start: number, code: number): Cell {
  const symbol = symbolEnd(text, start, code)
  let end = symbol
  for (let marks = 0; marks < markLimit && isMark(codeAt(text, end)); marks++) end += unitsOf(codeAt(text, end))
  return { start, end, text: text.slice(start, end), width: symbolWidth(text, code, symbol) }
}

function symbolWidth(text: string, code: number, end: number): number {
  const last = text.charCodeAt(end - 1)
  if (last === emojiSelector || last === keycap) return 2
  return isWide(code) && last !== textSelector ? 2 : 1
}

function symbolEnd(text: string, start: number, code: number): number {
  const next = start + unitsOf(code)
  if (isRegionalIndicator(code)) return isRegionalIndicator(codeAt(text, next)) ? next + 2 : next
  if (code < 0x80) return isKeycap(text, start) ? start + 3 : next
  return isPictograph(code) ? emojiEnd(text, next) : next
}

const isKeycap = (text: string, at: number): boolean =>
  /[0-9#*]/.test(text.charAt(at)) && text.charCodeAt(at + 1) === emojiSelector && text.charCodeAt(at + 2) === keycap

function emojiEnd(text: string, afterFirst: number): number {
  let end = modifiersEnd(text, afterFirst)
  for (let joined = 1; joined < joinerLimit; joined++) {
    const next = codeAt(text, end + 1)
    if (codeAt(text, end) !== zeroWidthJoiner || !isPictograph(next)) break
    end = modifiersEnd(text, end + 1 + unitsOf(next))
  }
  return end
}

function modifiersEnd(text: string, at: number): number {
  const end = isSkinTone(codeAt(text, at)) ? at + 2 : at
  const selector = codeAt(text, end)
  return selector === emojiSelector || selector === textSelector ? end + 1 : end
}

const codeAt = (text: string, at: number): number => text.codePointAt(at) ?? 0

const unitsOf = (code: number): number => (code > 0xffff ? 2 : 1)
