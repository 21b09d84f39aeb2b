import type { Diagnostic, Severity } from '../core/diagnostic.ts'
import type { FleetGraph } from '../core/graph.ts'
import { countDiagnostics, type Report } from '../core/report.ts'
import type { Location } from '../core/span.ts'
import { troublesOf } from './fleet-troubles.ts'
import { inBytes, keepWithin } from './keep-within.ts'
import { htmlCode, markdownText } from './markdown-text.ts'
import { mermaidSection } from './mermaid-section.ts'
import { placeOf } from './place.ts'
import { type FindLines, lineFinder } from './position.ts'
import { listable, type Told, tellOnce } from './repeats.ts'
import { summaryLine } from './summary.ts'

/** GitHub drops a summary of more than 1 MiB whole: this leaves room, in bytes of UTF-8. */
export const summaryLimit = 900_000

/** What is kept for everything but the findings. */
const partLimit = 150_000

/** So many places of one finding stand in one row. */
const placesInRow = 200

/** What a summary is made with, beside the report. */
export interface SummaryContext {
  readonly workspacePath: (path: string) => string
  /** Findings in these files (paths as in the report) go first among their equals. */
  readonly changed?: ReadonlySet<string> | undefined
  /** What else there is to say about the run. */
  readonly remarks: readonly string[]
  /** The fleets, where they are to be drawn. */
  readonly graphs: readonly FleetGraph[]
  /** Where the files can be looked at: an address that a path and `#L<line>` go behind. */
  readonly address?: string | undefined
}

/**
 * The page of a run, as Markdown: counts, findings, who owns the same files, and the fleets in trouble as drawings. What
 * would be said again and again is one row with all its places. What does not fit is cut row by row, and counted. Nothing
 * that a file says becomes markup.
 */
export function stepSummary(report: Report, context: SummaryContext): string {
  const findLines = lineFinder(report)
  const [result = '', ...more] = summaryLine(report, { quiet: false, info: true }).split('; ')
  const head = [
    `## agent-lint: ${markdownText(result, htmlCode)}\n`,
    ...(more.length === 0 ? [] : [`${markdownText(more.join('; '), htmlCode)}\n`]),
    ...context.remarks.map((remark) => `> ${markdownText(remark, htmlCode)}\n`),
    countsTable(report),
  ].join('\n')
  const rest = [conflicts(report, context, findLines), mermaidSection(report.diagnostics, context.graphs, partLimit)]
  const tail = rest.filter((part) => part !== '').map((part) => `\n${part}`)
  const room = summaryLimit - inBytes([head, ...tail].join('')) - 1
  return `${head}${findings(report, context, findLines, room)}${tail.join('')}`
}

function countsTable(report: Report): string {
  const { errors, warnings, infos } = countDiagnostics(report.diagnostics)
  const { overlaps, cycles } = troublesOf(report.diagnostics)
  const agents = report.fleets.reduce((sum, fleet) => sum + fleet.agents, 0)
  const cells = {
    errors,
    warnings,
    infos,
    agents,
    'ownership conflicts': overlaps.length,
    'escalation cycles': cycles.length,
  }
  return tableHead(Object.keys(cells)) + row(Object.values(cells).map(String))
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`

const tableHead = (titles: readonly string[]): string => row(titles) + row(titles.map(() => '---'))

const order: readonly Severity[] = ['error', 'warning', 'info']

function sorted(report: Report, changed: ReadonlySet<string> | undefined): Diagnostic[] {
  const rank = ({ severity, path }: Diagnostic): number =>
    2 * order.indexOf(severity) + (changed?.has(path) === true ? 0 : 1)
  return report.diagnostics.toSorted((a, b) => rank(a) - rank(b))
}

function findings(report: Report, context: SummaryContext, findLines: FindLines, room: number): string {
  if (report.diagnostics.length === 0) return ''
  const told = tellOnce(sorted(report, context.changed)).flatMap(inRows)
  const start = `\n### Findings\n\n${tableHead(['severity', 'where', 'what'])}`
  const rows = told.map((one) => ({ counts: 1 + one.repeats.length, make: () => findingRow(one, context, findLines) }))
  return start + keepWithin(rows, room - inBytes(start), (left) => `\n${left} more findings do not fit here.\n`)
}

/** What is cut is cut between rows: no row may be all that there is room for. */
function inRows({ first, repeats }: Told): Told[] {
  const rows: Told[] = []
  const all = [first, ...repeats]
  for (let at = 0; at < all.length; at += placesInRow) {
    const [leader, ...others] = all.slice(at, at + placesInRow)
    if (leader !== undefined) rows.push({ first: leader, repeats: others })
  }
  return rows
}

function findingRow({ first, repeats }: Told, context: SummaryContext, findLines: FindLines): string {
  const { severity, rule, message, help } = first
  const advice = help === undefined ? '' : `<br>help: ${markdownText(help, htmlCode)}`
  const what = `${htmlCode(rule)} ${markdownText(message, htmlCode)}${advice}`
  const { listed, left } = listable(repeats)
  const places = [first, ...repeats].map((place) => where(place, context, findLines))
  const shown = places.slice(0, 1 + listed.length).join('<br>')
  const folded = left === 0 ? '' : fold(`${left} more`, places.slice(1 + listed.length))
  return row([severity, shown + folded, what])
}

/** What a reader opens; on one line, as all in a table has to be. */
const fold = (title: string, lines: readonly string[]): string =>
  `<details><summary>${title}</summary>${lines.join('<br>')}</details>`

/** A path and a line, as a link where the file can be looked at. */
function where(location: Location, context: SummaryContext, findLines: FindLines): string {
  const path = context.workspacePath(location.path)
  const { line } = placeOf(location, findLines)
  const text = htmlCode(`${path}:${line}`)
  if (context.address === undefined || path.startsWith('/') || path.startsWith('..')) return text
  const parts = path.split('/').map(encoded)
  return `<a href="${context.address}${parts.join('/')}#L${line}">${text}</a>`
}

/** What `encodeURIComponent` leaves as it is means something in Markdown. It throws for half a character, which some names have. */
const encoded = (part: string): string =>
  encodeURIComponent(Buffer.from(part).toString()).replaceAll(
    /[!'()*~_]/g,
    (char) => `%${char.charCodeAt(0).toString(16)}`,
  )

function conflicts(report: Report, context: SummaryContext, findLines: FindLines): string {
  const { overlaps } = troublesOf(report.diagnostics)
  if (overlaps.length === 0) return ''
  const start = `### Ownership conflicts\n\n${tableHead(['agents', 'all own, for example', 'files', 'where'])}`
  const rows = overlaps.map((overlap) => ({ counts: 1, make: () => conflictRow(overlap, context, findLines) }))
  return start + keepWithin(rows, partLimit, (left) => `\n${left} more conflicts do not fit here.\n`)
}

function conflictRow(overlap: Diagnostic, context: SummaryContext, findLines: FindLines): string {
  const { agents = [], witness = '', files = 0 } = overlap.data
  const names = [agents].flat().map((name) => htmlCode(String(name)))
  const places = [overlap, ...overlap.related.slice(0, 4)].map((place) => where(place, context, findLines))
  const counted = Number(files) > 0 ? String(files) : ''
  return row([names.join(', '), htmlCode(String(witness)), counted, [...new Set(places)].join('<br>')])
}
