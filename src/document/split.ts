import type { FenceRule } from '../core/host.ts'
import { textStart } from '../core/source-file.ts'
import { type Span, span } from '../core/span.ts'
import type { PlainParser } from '../data/plain-parser.ts'
import type { Fence } from './agent-document.ts'
import { isBlank, lineEndAt, nextLineStart } from './lines.ts'
import { wholeFence } from './whole-file.ts'

/** The library itself; loaded only for hosts that load with it. */
export interface GrayMatter {
  readonly split: (text: string) => Fence | undefined
  /** The YAML parser that it brings along. */
  readonly parseYaml: PlainParser
}

/**
 * The frontmatter's fences by one host's rule, or undefined where that host sees none. Without `grayMatter` the rule of
 * that name cannot be answered; `loadGrayMatter` gives it.
 */
export function findFence(text: string, rule: FenceRule, grayMatter: GrayMatter | undefined): Fence | undefined {
  if (rule === 'gray-matter') return grayMatter?.split(text)
  if (rule === 'bare-dashes') return bareFence(text)
  if (rule === 'whole-file') return wholeFence(text)
  if (rule === 'whole-lines') return wholeLineFence(text)
  const open = openingLine(text)
  if (open === undefined) return undefined
  const contentStart = nextLineStart(text, open.end)
  const close = rule === 'any-dashes' ? firstDashes(text, contentStart) : dashLine(text, contentStart)
  if (close !== undefined) return { open, content: span(contentStart, close.start), close }
  if (rule !== 'dash-line-or-end') return undefined
  return { open, content: span(contentStart, text.length), close: span(text.length, text.length) }
}

/** As the expression `^---\r?\n([\s\S]*?)\r?\n---` finds it: the block has at least one line, even an empty one. */
export function bareFence(text: string): Fence | undefined {
  const end = lineEndAt(text, 0)
  if (end !== 3 || !text.startsWith('---') || end === text.length) return undefined
  const start = nextLineStart(text, end)
  const close = text.indexOf('\n---', start) + 1
  return close === 0 ? undefined : { open: span(0, 3), content: span(start, close), close: span(close, close + 3) }
}

/** As `^---\n([\s\S]*?)\n---\n` finds it once a byte order mark is gone and every line break is one `\n`. */
function wholeLineFence(text: string): Fence | undefined {
  const start = textStart(text)
  const open = dashesAlone(text, start)
  if (open === undefined) return undefined
  for (let at = nextBreak(text, open); at < text.length; ) {
    const line = afterBreak(text, at)
    const end = dashesAlone(text, line)
    if (end !== undefined)
      return { open: span(start, start + 3), content: span(open, line), close: span(line, line + 3) }
    at = nextBreak(text, line)
  }
  return undefined
}

/** Where the next line starts, if the one at `start` is three dashes and ends in a line break of any kind. */
function dashesAlone(text: string, start: number): number | undefined {
  const code = text.charCodeAt(start + 3)
  return text.startsWith('---', start) && (code === 10 || code === 13) ? afterBreak(text, start + 3) : undefined
}

function nextBreak(text: string, from: number): number {
  const newline = text.indexOf('\n', from)
  const end = newline === -1 ? text.length : newline
  for (let at = from; at < end; at++) if (text.charCodeAt(at) === 13) return at
  return end
}

const afterBreak = (text: string, at: number): number =>
  text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1

/** `---` and blanks, on the very first line; it must be followed by another line. */
function openingLine(text: string): Span | undefined {
  const start = textStart(text)
  if (!text.startsWith('---', start)) return undefined
  const end = lineEndAt(text, start)
  return end < text.length && isBlank(text, start + 3, end) ? span(start, end) : undefined
}

function firstDashes(text: string, from: number): Span | undefined {
  const at = text.indexOf('---', from)
  return at === -1 ? undefined : span(at, at + 3)
}

/** Anything but white space of whatever kind. */
const ink = /[^\s\u0085]/

/** A line of three dashes and blanks, not indented. */
export function dashLine(text: string, from: number): Span | undefined {
  let start = from
  while (start < text.length) {
    const end = lineEndAt(text, start)
    if (text.startsWith('---', start) && !ink.test(text.slice(start + 3, end))) return span(start, start + 3)
    start = nextLineStart(text, end)
  }
  return undefined
}

/** Where the prompt starts: after the closing dashes and, where nothing else stands on their line, that line's break. */
export function bodyStart(text: string, fence: Fence): number {
  const end = lineEndAt(text, fence.close.end)
  return isBlank(text, fence.close.end, end) ? nextLineStart(text, end) : fence.close.end
}

let loading: Promise<GrayMatter> | undefined

/** Loads gray-matter, guarded, once. */
export function loadGrayMatter(): Promise<GrayMatter> {
  loading ??= import('gray-matter').then(({ default: grayMatter }) => ({
    split: (text) => splitGuarded(grayMatter, text),
    parseYaml: yamlOf(grayMatter),
  }))
  return loading
}

/** Its own engine for YAML, which builds nothing but plain values; its types leave `engines` out. */
const yamlOf = (grayMatter: object): PlainParser =>
  (grayMatter as { engines: { yaml: { parse: PlainParser } } }).engines.yaml.parse

/** The library's opening line may name the language: these names mean YAML to it. */
function openingLineOfYaml(text: string): Span | undefined {
  const start = textStart(text)
  const end = lineEndAt(text, start)
  if (end === text.length || !text.startsWith('---', start)) return undefined
  const language = text
    .slice(start + 3, end)
    .trim()
    .toLowerCase()
  return language === '' || language === 'yaml' || language === 'yml' ? span(start, end) : undefined
}

/**
 * gray-matter evaluates `---js` blocks and caches what it is given without options (version 4.0.3). So a language after
 * the fence never reaches it, every engine but our own empty one refuses, and it always gets options.
 */
function splitGuarded(grayMatter: typeof import('gray-matter'), text: string): Fence | undefined {
  const open = openingLineOfYaml(text)
  if (open === undefined) return undefined
  const refuse = (): never => {
    throw new Error('no engine but YAML is ever used')
  }
  const blind = { parse: () => ({}), stringify: () => '' }
  const engines = { yaml: blind, javascript: refuse, js: refuse, json: refuse, coffee: refuse, coffeescript: refuse }
  // The library's own record of what it took for frontmatter; its data is not used.
  const start = nextLineStart(text, open.end)
  const file: { matter?: string } = grayMatter(`---${withoutBreaks(text.slice(open.end), start - open.end)}`, {
    language: 'yaml',
    engines,
  })
  // `matter` starts with the line break of the opening line.
  const end = Math.min(text.length, Math.max(start, open.end + (file.matter ?? '').length))
  const closeAt = text.startsWith('\n---', end) ? end + 1 : text.startsWith('---', end) ? end : text.length
  return { open, content: span(start, closeAt), close: span(closeAt, Math.min(closeAt + 3, text.length)) }
}

/**
 * A view of the same length with all line breaks behind `from` masked but those before three dashes, which end the
 * block. The library tries a blank block's every line against all that follow (40,000 empty lines took three seconds).
 */
const withoutBreaks = (text: string, from: number): string =>
  text.slice(0, from) + text.slice(from).replaceAll(/\n(?!---)|[\r\u2028\u2029]/g, '_')
