import { clip } from '../core/message.ts'
import type { InspectedAgent } from '../engine/inspect.ts'
import { displayWidth } from '../reporters/cells.ts'
import { safeText } from '../reporters/safe-text.ts'
import { toolsInWords } from './tools-in-words.ts'

const header = ['host', 'loads', 'name', 'model', 'tools', 'lost, or why not'] as const
/** No column but the last takes more than this, in cells. */
const widest = [22, 5, 18, 10, 22] as const

/** What many hosts make of each file: a block a file, which fits into `width` cells. */
export function portabilityTable(agents: readonly InspectedAgent[], width: number): string {
  return agents.map((agent) => block(agent, width)).join('\n')
}

function block({ path, hosts }: InspectedAgent, width: number): string {
  const verdicts = Object.values(hosts)
  const unread = verdicts.filter(({ isUnread }) => isUnread)
  const rows = verdicts.filter(({ isUnread }) => !isUnread).map(cellsOf)
  const lines = rows.length === 0 ? [] : tableLines([[...header], ...rows], width)
  const others = unread.map(({ host }) => host).join(', ')
  if (others !== '') lines.push(...wrapped(`not opened, by its name: ${others}`, width - 2).map((line) => `  ${line}`))
  return `${safeText(path)}\n${lines.join('\n')}\n`
}

/** What a host loses of a file that it loads: each key, and what becomes of it. */
export const lossesInWords = (lost: InspectedAgent['hosts'][string]['lost']): string =>
  lost.map(({ field, why }) => `\`${clip(field, 30)}\` ${clip(why, 160)}`).join('; ')

/** The host, with its release where the configuration names one. */
export const hostInWords = ({ host, release }: InspectedAgent['hosts'][string]): string =>
  release === undefined ? host : `${host} ${release}`

function cellsOf(verdict: InspectedAgent['hosts'][string]): string[] {
  const { loads, name, model, tools, lost, why } = verdict
  const host = hostInWords(verdict)
  if (!loads) return [host, 'no', '', '', '', why.map((reason) => clip(reason, 160)).join('; ')]
  return [host, 'yes', name ?? '', model ?? 'inherits', toolsInWords(tools), lossesInWords(lost)]
}

function tableLines(rows: readonly (readonly string[])[], width: number): string[] {
  const safe = rows.map((row) => row.map((cell, column) => clipTo(safeText(cell), widest[column])))
  const widths = widest.map((_, column) => Math.max(...safe.map((row) => displayWidth(row[column] ?? ''))))
  const before = widths.reduce((sum, cells) => sum + cells + 2, 2)
  return safe.flatMap((row) => {
    const cells = `  ${widths.map((most, column) => padded(row[column] ?? '', most)).join('  ')}`
    const reason = row.at(-1) ?? ''
    if (displayWidth(reason) <= width - before) return [`${cells}  ${reason}`.trimEnd()]
    // Beside short cells a reason is a column, else it has lines of its own.
    if (width - before < narrowest)
      return [cells.trimEnd(), ...wrapped(reason, width - 6).map((line) => `      ${line}`)]
    const [first = '', ...more] = wrapped(reason, width - before)
    return [`${cells}  ${first}`, ...more.map((line) => ' '.repeat(before) + line)]
  })
}

/** A column of less than this, in cells, is no fun to read. */
const narrowest = 40

const padded = (cell: string, width: number): string => cell + ' '.repeat(Math.max(0, width - displayWidth(cell)))

function clipTo(cell: string, width: number | undefined): string {
  if (width === undefined || displayWidth(cell) <= width) return cell
  let end = width
  while (end > 1 && displayWidth(clip(cell, end)) > width) end--
  return clip(cell, end)
}

/** The text in lines of at most `width` cells, broken between words; a longer word stands alone. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && displayWidth(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}
