import type { Diagnostic } from '../core/diagnostic.ts'
import type { Fix } from '../core/fix.ts'
import type { Report, Reporter, ReporterOptions } from '../core/report.ts'
import { byFile } from './by-file.ts'
import { displayWidth } from './cells.ts'
import { codeFrame, frameWidth } from './code-frame.ts'
import { framedPlaces, listedPlaces } from './finding-places.ts'
import { hang, note } from './note.ts'
import { type FindLines, lineFinder } from './position.ts'
import { type Told, tellOnce } from './repeats.ts'
import { safeText } from './safe-text.ts'
import { shownDiagnostics } from './shown.ts'
import type { Style } from './style.ts'
import { summaryLine } from './summary.ts'
import { wrapText } from './wrap.ts'

/**
 * The format for people: each finding with its places in the source, by file, then one line that sums up. What would be
 * said again and again is said once, with the places that it is true of. `style` decides on colour. Messages are wrapped
 * only where the width is known.
 */
export function createPretty(style: Style): Reporter {
  return (report, options) => {
    const findLines = lineFinder(report)
    const shown = shownDiagnostics(report.diagnostics, options)
    const blocks = tellOnce([...byFile(shown).values()].flat()).map((told) => finding(told, findLines, style, options))
    const summary = summaryLine(report, options)
    blocks.push([isClean(report) ? style.good(summary) : summary])
    return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
  }
}

const isClean = ({ diagnostics, unreadable }: Report): boolean => diagnostics.length === 0 && unreadable.length === 0

function finding(told: Told, findLines: FindLines, style: Style, { width, pageOf }: ReporterOptions): string[] {
  const { first, repeats } = told
  const frame = codeFrame(framedPlaces(first, style), findLines, style, width)
  const columns = width > 0 ? frameWidth(width) : Number.POSITIVE_INFINITY
  return [
    ...head(first, style, columns, pageOf?.(first.rule)),
    ...frame.lines,
    ...notesOf(first).flatMap(([kind, text]) => note(kind, text, frame.gutter, style, columns)),
    ...listedPlaces(first, repeats, { findLines, style, gutter: frame.gutter }),
  ]
}

function head(
  { severity, rule, message }: Diagnostic,
  style: Style,
  columns: number,
  page: string | undefined,
): string[] {
  const id = safeText(rule)
  const indent = severity.length + 2
  const [first = '', ...rest] = wrapText(message, columns - indent - displayWidth(id) - 2, columns - indent)
  return [`${style[severity](severity)}  ${linked(style.rule(id), page)}  ${first}`, ...hang(rest, indent)]
}

/** A text that a terminal leads from to an address, which is one of ours: nothing of a file is in it. */
const linked = (text: string, address: string | undefined): string =>
  address === undefined ? text : `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\`

/** What to do; then one fix, and the flags that apply it, or several, of which a person applies one. */
function notesOf({ help, fixes }: Diagnostic): (readonly [string, string])[] {
  const [only, ...others] = fixes
  const own = help === undefined ? [] : [['help', help] as const]
  if (only === undefined) return own
  if (others.length > 0) return [...own, ['suggestion', fixes.map(({ title }) => title).join(', or ')]]
  const both = help === undefined ? undefined : inOne(help, only.title)
  return [...(both === undefined ? own : []), ['fix', `${both ?? only.title} (${flagsFor(only)})`]]
}

/** The one of the two that says what the other does, and perhaps more; undefined where each says something. */
function inOne(help: string, title: string): string | undefined {
  if (isTitle(help, title)) return help
  const asked = /^(?:did you mean (?=.*\?$)|what does the same here: )(.*?)\??$/.exec(help)?.[1]
  return isTitle(title, help) || title === `write ${asked}` ? title : undefined
}

/** Is it the title, with no more than a reason or a condition behind it? */
const isTitle = (text: string, title: string): boolean =>
  text.startsWith(title) && /^(?:$|:| instead|, (?:although|as) )/.test(text.slice(title.length))

const flagsFor = ({ applicability }: Fix): string => (applicability === 'safe' ? '--fix' : '--fix --unsafe-fixes')
