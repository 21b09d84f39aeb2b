import { wordLetters } from '../core/letters.ts'
import { type Span, span } from '../core/span.ts'
import { codeFill, type Statement } from './statement.ts'
import { pathVocabulary } from './vocabulary.ts'

/** A path or glob as it stands in a text. */
export interface WrittenPath {
  readonly pattern: string
  readonly span: Span
  readonly isCode: boolean
}

/** Where the path starts, its backtick included. */
export const pathStart = (path: WrittenPath): number => path.span.start - (path.isCode ? 1 : 0)

/** The paths of a statement, in order: those in code, and bare words that cannot be anything else. */
export function pathsIn(statement: Statement): WrittenPath[] {
  const inCode = statement.codes.flatMap(({ content }) =>
    codePaths(statement.text.slice(content.start, content.end), content),
  )
  const bare = barePaths(statement)
  if (bare.length === 0) return inCode
  return [...inCode, ...bare].sort((a, b) => a.span.start - b.span.start)
}

/** Code holds one path, or several with commas between them. */
function codePaths(code: string, content: Span): WrittenPath[] {
  if (isPath(code, true)) return [{ pattern: code, span: content, isCode: true }]
  if (!/,\s/.test(code)) return []
  const found: WrittenPath[] = []
  for (const match of code.matchAll(/[^\s,]+/g)) {
    const start = content.start + match.index
    if (isPath(match[0], true))
      found.push({ pattern: match[0], span: span(start, start + match[0].length), isCode: true })
  }
  return found
}

const word = new RegExp(`[^\\s${codeFill}()'"“”«»|,;]+`, 'gu')

const pathLike = /[/*]|\.\w/

function barePaths({ plain, span: at }: Statement): WrittenPath[] {
  if (!pathLike.test(plain)) return []
  const found: WrittenPath[] = []
  for (const match of plain.matchAll(word)) {
    if (!pathLike.test(match[0])) continue
    // "`painter`/Printer": what goes on behind code is no path of its own.
    if (match[0].startsWith('/') && plain.charAt(match.index - 1) === codeFill) continue
    const written = match[0].replace(/^[[{<]*(?=[\w./*])/, '').replace(/[.:!?>\]}]+$/, '')
    const start = at.start + match.index + match[0].indexOf(written)
    if (isBarePath(written)) found.push({ pattern: written, span: span(start, start + written.length), isCode: false })
  }
  return found
}

/**
 * Bare words with a slash are mostly no paths (CI/CD, and/or, Europe/Rome): one is only where it ends in a slash, has a
 * glob character, an ending of a file name, starts with `/` or `./`, or has two slashes.
 */
function isBarePath(text: string): boolean {
  if (text.length < 3 || !isPath(text, false)) return false
  const slashes = text.split('/').length - 1
  if (slashes === 0) return /^[\w.@-]*[*?][\w.*?-]*\.\w+$/.test(text) || isFileName(text)
  if (/^\/[\w-]+$/.test(text)) return false
  if (/^\.?\/\w/.test(text) || text.endsWith('/') || /[*]/.test(text) || hasExtension(text)) return true
  if (slashes < 2) return false
  // Hyphens and underscores are in many words that only stand side by side: "unit/integration/property-based".
  if (slashes > 2 && !text.includes('.')) return /[-_]/.test(text) ? hasFolder(text) : startsInFolder(text)
  return /[._]/.test(text) || startsInFolder(text)
}

const hasFolder = (text: string): boolean => text.split('/').some((part) => pathVocabulary().folders.has(part))

const startsInFolder = (text: string): boolean =>
  pathVocabulary().folders.has(text.slice(0, text.indexOf('/'))) && !/\/[A-Z]{2,}$/.test(text)

const hasNameCharacter = new RegExp(`[${wordLetters}*]`)

/** Is this text, in code or bare, a path or a pattern of paths at all? */
export function isPath(written: string, isCode: boolean): boolean {
  const text = written.replaceAll('\\', '/')
  if (text.length > 200 || !/^[^\s"'`|;&$=^%!~\\]+$/u.test(text)) return false
  if (/^[a-z][a-z+.-]*:|^\/\/|^@|^#|^-|\(|^\.+$|^[/*.]+$|[<>]=|::/i.test(text) || !hasNameCharacter.test(text))
    return false
  const words = pathVocabulary()
  const lower = text.toLowerCase()
  if (words.products.has(lower.slice(lower.lastIndexOf('/') + 1)) || words.phrases.has(lower)) return false
  // An ending alone (`.ts`) is a kind of file.
  if (words.extensions.has(lower.slice(1)) && lower.startsWith('.') && lower !== '.env') return false
  const first = lower.slice(0, Math.max(lower.indexOf('/'), 0))
  if (words.mimeTypes.has(first) && !text.endsWith('/') && text.split('/').length === 2 && !hasExtension(text))
    return false
  if (/^v?\d+(?:\.\d+)*(?:\.x)?$|^[\d.]+\/\d+/.test(lower) || isHost(text)) return false
  if (text.includes('/')) return !/^[A-Z][\w ]*\/[A-Z]\w*$/.test(text) || isCode
  return text.includes('*') ? isGlobName(text) : isFileName(text)
}

/** `example.com/path`: a host's name before the first slash. */
const isHost = (text: string): boolean => /^(?:[\w-]+\.)+(?:com|org|net|io|dev|ai|gov|edu)(?:\/|$)/i.test(text)

const isGlobName = (text: string): boolean => /^[\w.@{},[\]!?-]*\*[\w.*@{},[\]!?-]*$/.test(text) && /\./.test(text)

const fileName = new RegExp(`^[${wordLetters}_@<{[][${wordLetters}_.@<>{}[\\]+-]*$`)

function isFileName(text: string): boolean {
  const { names } = pathVocabulary()
  if (names.has(text) || names.has(text.slice(0, Math.max(0, text.indexOf('.'))))) return true
  if (/^\.[a-z][\w.-]*$/.test(text)) return !/^\.(?:then|map|filter|catch|env\.[A-Z_]+)$/.test(text)
  return fileName.test(text) && !/^[{[].*[}\]]$/.test(text) && hasExtension(text)
}

function hasExtension(text: string): boolean {
  const ending = /[^/]\.([A-Za-z0-9]+)$|[^/]\.\{([A-Za-z0-9,]+)\}$/.exec(text)
  if (ending === null) return false
  const all = (ending[1] ?? ending[2] ?? '').toLowerCase().split(',')
  return all.every((one) => pathVocabulary().extensions.has(one))
}
