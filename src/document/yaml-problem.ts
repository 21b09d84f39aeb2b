import { type Span, span } from '../core/span.ts'
import type { YamlError } from '../data/yaml.ts'
import type { YamlProblem, YamlProblemKind } from './agent-document.ts'
import { lineEndAt, skipBlanks, trimEnd } from './lines.ts'
import { topLevelKeyEnd } from './salvage.ts'
import { type Cause, causeInValue, colonBlank } from './value-cause.ts'

/**
 * A parser's error in our own categories, at the characters that cause it: parsers notice an unquoted colon or an
 * unindented line later than where it stands, and differ in where.
 */
export function describeProblem(text: string, content: Span, error: YamlError): YamlProblem {
  const ours = ownCodes[error.code]
  if (ours !== undefined) return { kind: ours, span: error.span, key: undefined, detail: error.message }
  return findCause(text, content, error) ?? generic(text, content, error)
}

const ownCodes: Readonly<Record<string, YamlProblemKind>> = {
  TOO_DEEP: 'too-deep',
  TOO_LARGE: 'too-large',
  TOO_MANY_ALIASES: 'too-many-aliases',
}

/** The cause lies on the line of the error or above it: the first line of the block that cannot be YAML. */
function findCause(text: string, content: Span, error: YamlError): YamlProblem | undefined {
  const last = Math.min(content.end, lastLineEnd(text, content, error))
  let start = content.start
  let key: string | undefined
  let isBlock = false
  while (start <= last && start < content.end) {
    const end = Math.min(lineEndAt(text, start), content.end)
    const keyEnd = topLevelKeyEnd(text, start, end)
    const line = span(start, end)
    if (keyEnd !== undefined) {
      key = text.slice(start, keyEnd)
      const value = span(skipBlanks(text, keyEnd + 1, end), trimEnd(text, keyEnd + 1, end))
      isBlock = startsBlock(text, value)
      const cause = isBlock ? undefined : causeInValue(text, value)
      if (cause !== undefined) return { ...cause, key, detail: error.message }
    } else {
      const cause = causeInOtherLine(text, line, isBlock)
      if (cause !== undefined) return { ...cause, key, detail: error.message }
    }
    start = nextStart(text, end)
  }
  return undefined
}

/** A key that should not be one is blamed at the start of its text; the colon stands where that text ends, lines below. */
function lastLineEnd(text: string, content: Span, error: YamlError): number {
  let end = lineEndAt(text, Math.max(error.span.start, content.start))
  if (!error.code.endsWith('_IMPLICIT_KEY')) return end
  for (
    let next = nextStart(text, end);
    text.charCodeAt(next) === 32 && next < content.end;
    next = nextStart(text, end)
  ) {
    end = lineEndAt(text, next)
  }
  return end
}

const nextStart = (text: string, lineEnd: number): number => {
  const newline = text.indexOf('\n', lineEnd)
  return newline === -1 ? text.length : newline + 1
}

/** `|` or `>`, or nothing at all: what follows is indented and has rules of its own. */
const startsBlock = (text: string, value: Span): boolean => {
  const first = text.charAt(value.start)
  return value.start >= value.end || first === '|' || first === '>'
}

/** A line that is neither a key nor indented nor a list item nor a comment ends the value above it, and YAML with it. */
function causeInOtherLine(text: string, line: Span, inBlock: boolean): Cause | undefined {
  const first = text.charCodeAt(line.start)
  if (line.start >= trimEnd(text, line.start, line.end) || first === 35) return undefined
  if (first === 9) return { kind: 'tab-indentation', span: span(line.start, line.start + 1) }
  if (first === 32 || first === 45 || first === 93 || first === 125) {
    return inBlock || first !== 32 ? undefined : colonInContinuation(text, line)
  }
  return { kind: 'unindented-line', span: span(line.start, trimEnd(text, line.start, line.end)) }
}

function colonInContinuation(text: string, line: Span): Cause | undefined {
  const start = skipBlanks(text, line.start, line.end)
  if ('"\'-[{#'.includes(text.charAt(start))) return undefined
  const colon = colonBlank(text, span(start, trimEnd(text, start, line.end)))
  return colon === undefined ? undefined : { kind: 'unquoted-colon', span: span(colon, colon + 1) }
}

const kindsByCode: Readonly<Record<string, YamlProblemKind>> = {
  TAB_AS_INDENT: 'tab-indentation',
  BAD_SCALAR_START: 'reserved-character',
  UNEXPECTED_TOKEN: 'other',
}

function generic(text: string, content: Span, error: YamlError): YamlProblem {
  const start = Math.min(error.span.start, Math.max(content.start, content.end - 1))
  const end = Math.min(
    Math.max(error.span.end, start + 1),
    Math.max(start, trimEnd(text, start, lineEndAt(text, start))),
  )
  const missing = /(?:Missing closing|end with a) (["'\]}])/.exec(error.message)?.[1]
  if (missing !== undefined) return unclosed(text, content, error, missing)
  const kind = kindsByCode[error.code] ?? 'other'
  return { kind, span: span(start, Math.max(start, end)), key: undefined, detail: error.message }
}

const openers: Readonly<Record<string, string>> = { ']': '[', '}': '{' }

/** Points at what was opened, not at the end of the block, where parsers miss its end. */
function unclosed(text: string, content: Span, error: YamlError, missing: string): YamlProblem {
  const kind = '"\''.includes(missing) ? 'unclosed-quote' : 'unclosed-bracket'
  let found: { key: string; start: number } | undefined
  for (let start = content.start; start < content.end && start <= error.span.start; ) {
    const end = Math.min(lineEndAt(text, start), content.end)
    const keyEnd = topLevelKeyEnd(text, start, end)
    const value = keyEnd === undefined ? end : skipBlanks(text, keyEnd + 1, end)
    if (keyEnd !== undefined && text.charAt(value) === (openers[missing] ?? missing)) {
      found = { key: text.slice(start, keyEnd), start: value }
    }
    start = nextStart(text, end)
  }
  const at = found?.start ?? Math.min(error.span.start, Math.max(content.start, content.end - 1))
  return { kind, span: span(at, at + 1), key: found?.key, detail: error.message }
}
