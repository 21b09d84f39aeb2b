import { hostsOf, rules } from '../composition.ts'
import { fixableWords } from '../core/rule-hosts.ts'
import type { RuleMeta } from '../core/rule-meta.ts'
import { displayWidth } from '../reporters/cells.ts'
import { wrapText } from '../reporters/wrap.ts'
import { type Environment, exitCodes, widthOf } from './environment.ts'
import { printTable } from './table.ts'

type Print = (rules: readonly RuleMeta[], columns: number | undefined) => string

const printers: Readonly<Record<'table' | 'json' | 'markdown', Print>> = {
  table: (metas, columns) => {
    const whole = printTable(
      ['rule', 'severity', 'presets', 'confidence', 'fixes', 'hosts', 'since', 'what it says'],
      metas.map((meta) => {
        const { id, severity, presets, confidence, since, summary } = meta
        const shown = [fixableWords(meta) || '-', (hostsOf(meta) ?? ['all']).join(', ')]
        return [id, severity, presets.join(', ') || 'all', confidence, ...shown, since, summary]
      }),
    )
    const widest = Math.max(...whole.split('\n').map(displayWidth))
    return columns === undefined || widest <= columns ? whole : inShort(metas, columns)
  },
  json: (metas) => `${JSON.stringify({ rules: metas.map(toJson) }, null, 2)}\n`,
  markdown: (metas) => `${[head, dashes, ...metas.map(row)].join('\n')}\n`,
}

export type RulesFormat = keyof typeof printers

export const rulesFormats = Object.keys(printers)

/** `agent-lint rules`: every rule with what it says of itself. */
export async function listRules({ stdout }: Environment, format: RulesFormat): Promise<number> {
  const columns = stdout.isTTY === true ? widthOf(stdout) : undefined
  stdout.write(
    printers[format](
      rules.map(({ meta }) => meta),
      columns,
    ),
  )
  return exitCodes.clean
}

/** What a terminal has room for: a table that is wider than it cannot be read at all. */
function inShort(metas: readonly RuleMeta[], columns: number): string {
  const ids = Math.max(...metas.map(({ id }) => id.length))
  const before = ids + 2 + 'severity'.length + 2
  const lines = metas.flatMap(({ id, severity, summary }) => {
    const [first = '', ...rest] = wrapText(summary, columns - before, columns - before)
    return [`${id.padEnd(ids)}  ${severity.padEnd(8)}  ${first}`, ...rest.map((line) => ' '.repeat(before) + line)]
  })
  const more = 'agent-lint explain <rule> says more of one; --format markdown and json have presets, fixes and hosts'
  return `${lines.join('\n')}\n\n${wrapText(more, columns, columns).join('\n')}\n`
}

function toJson(meta: RuleMeta): object {
  const { id, category, summary, severity, confidence, presets, fixable = null, since, options = {} } = meta
  const hosts = hostsOf(meta) ?? null
  return { id, category, summary, severity, confidence, presets, fixable, hosts, since, options }
}

const head = '| rule | says | severity | confidence | presets | fixes | hosts | since |'

const dashes = head.replaceAll(/[a-z]+/g, '---')

function row(meta: RuleMeta): string {
  const { id, summary, severity, confidence, presets, since } = meta
  const hosts = (hostsOf(meta) ?? ['all']).join(', ')
  const grave = severity === 'host' ? 'as the host does' : severity
  // Our own sentences: all that could break a row is the bar between its cells.
  return `| \`${id}\` | ${summary.replaceAll('|', '\\|')} | ${grave} | ${confidence} | ${presets.join(', ') || 'all'} | ${fixableWords(meta)} | ${hosts} | ${since} |`
}
