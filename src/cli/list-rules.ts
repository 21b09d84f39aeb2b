import { hostsOf, rules } from '../composition.ts'
import { fixableWords } from '../core/rule-hosts.ts'
import type { RuleMeta } from '../core/rule-meta.ts'
import { type Environment, exitCodes } from './environment.ts'
import { printTable } from './table.ts'

type Print = (rules: readonly RuleMeta[]) => string

const printers: Readonly<Record<'table' | 'json' | 'markdown', Print>> = {
  table: (metas) =>
    printTable(
      ['rule', 'severity', 'presets', 'confidence', 'fixes', 'hosts', 'since', 'what it says'],
      metas.map((meta) => {
        const { id, severity, presets, confidence, since, summary } = meta
        const shown = [fixableWords(meta) || '-', (hostsOf(meta) ?? ['all']).join(', ')]
        return [id, severity, presets.join(', ') || 'all', confidence, ...shown, since, summary]
      }),
    ),
  json: (metas) => `${JSON.stringify({ rules: metas.map(toJson) }, null, 2)}\n`,
  markdown: (metas) => `${[head, dashes, ...metas.map(row)].join('\n')}\n`,
}

export type RulesFormat = keyof typeof printers

export const rulesFormats = Object.keys(printers)

/** `agent-lint rules`: every rule with what it says of itself. */
export async function listRules({ stdout }: Environment, format: RulesFormat): Promise<number> {
  stdout.write(printers[format](rules.map(({ meta }) => meta)))
  return exitCodes.clean
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
