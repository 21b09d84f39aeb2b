import type { Span } from '../core/span.ts'

/**
 * A view of the same length in which the line breaks and tabs inside quotes and brackets, and the comments there, are
 * blanks: what stands in them may then start in any column. Behind what is never closed all stays as it is, which keeps
 * it linear in the length.
 */
export function withJoinedLines(text: string, { start, end }: Span): string {
  const signs = text.slice(start, end).split('')
  const state = { signs, at: 0 }
  while (state.at < signs.length) readLine(state)
  return text.slice(0, start) + signs.join('') + text.slice(end)
}

interface State {
  readonly signs: string[]
  at: number
}

/** One line of a block, and whatever its quotes, brackets and block texts take with them. */
function readLine(state: State): void {
  const { signs } = state
  const lineStart = state.at
  skip(state, ' ')
  const indent = state.at - lineStart
  let isAtValue = true
  while (state.at < signs.length && signs[state.at] !== '\n') {
    const sign = signs[state.at] ?? ''
    if (isAtValue && isMark(state)) skipMark(state)
    else if (isAtValue && (sign === '"' || sign === "'")) isAtValue = joinTo(state, closingQuote(state, sign))
    else if (isAtValue && (sign === '[' || sign === '{')) isAtValue = joinTo(state, closingBracket(state))
    else if (isAtValue && (sign === '|' || sign === '>')) break
    else if (sign === '#' && isBlankAt(signs, state.at - 1)) break
    else {
      isAtValue = (sign === ':' && isBlankAt(signs, state.at + 1)) || (isAtValue && sign === ' ')
      state.at++
    }
  }
  const isHeader = isAtValue && (signs[state.at] === '|' || signs[state.at] === '>')
  toNextLine(state)
  if (isHeader) skipBlockText(state, indent)
}

/** `- ` and `? `, and tags and anchors, stand before a value. */
const isMark = ({ signs, at }: State): boolean => {
  const sign = signs[at] ?? ''
  return sign === '&' || sign === '!' || ((sign === '-' || sign === '?') && isBlankAt(signs, at + 1))
}

function skipMark(state: State): void {
  while (!isBlankAt(state.signs, state.at)) state.at++
  skip(state, ' ')
}

const isBlankAt = (signs: readonly string[], at: number): boolean => {
  const sign = signs[at]
  return sign === undefined || sign === ' ' || sign === '\n' || sign === '\t' || sign === '\r'
}

function skip(state: State, sign: string): void {
  while (state.signs[state.at] === sign) state.at++
}

function toNextLine(state: State): void {
  const { signs } = state
  while (state.at < signs.length && signs[state.at] !== '\n') state.at++
  state.at++
}

/** Lines that are empty or indented deeper than the one with the header. */
function skipBlockText(state: State, indent: number): void {
  while (state.at < state.signs.length) {
    const lineStart = state.at
    skip(state, ' ')
    const isInside = state.at - lineStart > indent || state.signs[state.at] === '\n'
    if (!isInside) {
      state.at = lineStart
      return
    }
    toNextLine(state)
  }
}

/** Makes blanks of the breaks up to there, and goes on behind it; where nothing closes, the block is past help, and it ends. */
function joinTo(state: State, close: number): false {
  if (close === -1) state.at = state.signs.length
  for (; state.at <= close; state.at++) {
    const sign = state.signs[state.at] ?? ''
    if (sign === '\n' || sign === '\r' || sign === '\t') state.signs[state.at] = ' '
  }
  return false
}

function closingQuote({ signs, at }: State, quote: string): number {
  for (let i = at + 1; i < signs.length; i++) {
    if (isDocumentMark(signs, i)) return -1
    if (signs[i] === '\\' && quote === '"') i++
    else if (signs[i] === quote) {
      if (quote === '"' || signs[i + 1] !== quote) return i
      i++
    }
  }
  return -1
}

/** Three dots or dashes at the start of a line end a document wherever they stand. */
function isDocumentMark(signs: readonly string[], at: number): boolean {
  const sign = signs[at]
  if ((sign !== '.' && sign !== '-') || signs[at - 1] !== '\n') return false
  return signs[at + 1] === sign && signs[at + 2] === sign && isBlankAt(signs, at + 3)
}

/** Comments on the way are blanked at once; those of a bracket that is never closed do not matter. */
function closingBracket({ signs, at }: State): number {
  let depth = 0
  let isAtItem = true
  for (let i = at; i < signs.length; i++) {
    const sign = signs[i] ?? ''
    if (isDocumentMark(signs, i)) return -1
    if (sign === '#' && isBlankAt(signs, i - 1)) i = blankComment(signs, i)
    else if (isAtItem && (sign === '"' || sign === "'")) {
      const close = closingQuote({ signs, at: i }, sign)
      if (close === -1) return -1
      i = close
    } else if (sign === '[' || sign === '{') depth++
    else if ((sign === ']' || sign === '}') && --depth === 0) return i
    isAtItem = '[{,'.includes(sign) || (sign === ':' && isBlankAt(signs, i + 1)) || (isAtItem && isBlankAt(signs, i))
  }
  return -1
}

function blankComment(signs: string[], from: number): number {
  let i = from
  for (; i < signs.length && signs[i] !== '\n'; i++) signs[i] = ' '
  return i - 1
}
