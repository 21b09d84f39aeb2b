import { type Span, span } from '../core/span.ts'
import type { Inline } from './blocks.ts'
import { type AbsentEnds, autolinkEnd, inlineHtmlEnd } from './scan-angles.ts'
import { type CodeRuns, closingRun, codeContent, codeRuns, runEnd } from './scan-code.ts'
import { findLead, type Mark } from './scan-lead.ts'
import { linkTail } from './scan-links.ts'

/** A `[` or `![` that may still become a link. */
interface Bracket {
  readonly start: number
  readonly textStart: number
  readonly isImage: boolean
}

interface InlineScan {
  readonly text: string
  readonly end: number
  readonly found: Inline[]
  readonly brackets: Bracket[]
  /** Of the brackets below this index only images count: a link stands inside them, and links hold no links. */
  linkFloor: number
  readonly absent: AbsentEnds
  /** Runs of `*` or `_` of two and more, where the text starts with one. */
  readonly marks: Mark[]
  readonly leadCode: number
  runs: CodeRuns | undefined
}

/**
 * Code spans, links, images, autolinks and the bold lead of a text (a span that `textSpans` gives), in source order of
 * their starts; offsets are UTF-16 offsets into `text`. Linear, never throws. Links to definitions are not seen.
 */
export function scanInline(text: string, at: Span): Inline[] {
  const first = text.charCodeAt(at.start)
  const leadCode = first === 42 || first === 95 ? first : 0
  const scan: InlineScan = {
    text,
    end: at.end,
    found: [],
    brackets: [],
    linkFloor: 0,
    absent: new Set(),
    marks: [],
    leadCode,
    runs: undefined,
  }
  let offset = at.start
  while (offset < at.end) {
    const code = text.charCodeAt(offset)
    offset = code > 126 || special[code] === 0 ? offset + 1 : readInline(scan, offset)
  }
  const lead = findLead(text, at, scan.marks)
  if (lead !== undefined) scan.found.push(lead)
  return scan.found.length < 2 ? scan.found : scan.found.sort(bySpan)
}

const bySpan = (a: Inline, b: Inline): number => a.span.start - b.span.start || b.span.end - a.span.end

/** 1 for the characters that can mean something. */
const special = new Uint8Array(127)
for (const character of '\\`<![]*_') special[character.charCodeAt(0)] = 1

/** Reads what stands at the offset and says where to go on. */
function readInline(scan: InlineScan, offset: number): number {
  const { text } = scan
  switch (text.charCodeAt(offset)) {
    case 92:
      return offset + (isPunctuation(text.charCodeAt(offset + 1)) ? 2 : 1)
    case 96:
      return readCode(scan, offset)
    case 60:
      return readAngle(scan, offset)
    case 33:
      if (text.charCodeAt(offset + 1) !== 91 || offset + 1 >= scan.end) return offset + 1
      scan.brackets.push({ start: offset, textStart: offset + 2, isImage: true })
      return offset + 2
    case 91:
      scan.brackets.push({ start: offset, textStart: offset + 1, isImage: false })
      return offset + 1
    case 93:
      return readBracketEnd(scan, offset)
    case 42:
    case 95:
      return readMark(scan, offset)
    default:
      return offset + 1
  }
}

const isPunctuation = (code: number): boolean =>
  (code >= 33 && code <= 47) || (code >= 58 && code <= 64) || (code >= 91 && code <= 96) || (code >= 123 && code <= 126)

function readCode(scan: InlineScan, start: number): number {
  const { text, end } = scan
  const contentStart = runEnd(text, start, end)
  scan.runs ??= codeRuns(text, start, end)
  const length = contentStart - start
  const close = closingRun(scan.runs, contentStart, length)
  if (close === -1) return contentStart
  const whole = span(start, close + length)
  scan.found.push({ kind: 'code', span: whole, content: codeContent(text, contentStart, close) })
  return whole.end
}

function readAngle(scan: InlineScan, start: number): number {
  const { text, end } = scan
  const linkEnd = autolinkEnd(text, start, end)
  if (linkEnd === -1) {
    const tagEnd = inlineHtmlEnd(text, start, end, scan.absent)
    return tagEnd === -1 ? start + 1 : tagEnd
  }
  scan.found.push({ kind: 'autolink', span: span(start, linkEnd), destination: span(start + 1, linkEnd - 1) })
  return linkEnd
}

function readBracketEnd(scan: InlineScan, offset: number): number {
  const bracket = scan.brackets.pop()
  if (bracket === undefined) return offset + 1
  const index = scan.brackets.length
  const isDead = !bracket.isImage && index < scan.linkFloor
  scan.linkFloor = Math.min(scan.linkFloor, index)
  if (isDead) return offset + 1
  const tail = linkTail(scan.text, offset + 1, scan.end)
  if (tail === undefined) return offset + 1
  const kind = bracket.isImage ? 'image' : 'link'
  const text = span(bracket.textStart, offset)
  scan.found.push({ kind, span: span(bracket.start, tail.end), text, destination: tail.destination })
  if (kind === 'link') scan.linkFloor = index
  return tail.end
}

function readMark(scan: InlineScan, start: number): number {
  const { text, end } = scan
  const code = text.charCodeAt(start)
  let after = start + 1
  while (after < end && text.charCodeAt(after) === code) after++
  if (code === scan.leadCode && after - start > 1) scan.marks.push({ start, end: after })
  return after
}
