import { rules } from '../composition.ts'
import type { RuleMeta } from '../core/rule-meta.ts'
import { type Environment, exitCodes } from './environment.ts'
import { printTable } from './table.ts'

type Print = (rules: readonly RuleMeta[]) => string

const printers: Readonly<Record<'table' | 'json' | 'markdown', Print>> = {
  table: (metas) =>
    printTable(
      ['rule', 'severity', 'presets', 'confidence', 'since', 'what it says'],
      metas.map(({ id, severity, presets, confidence, since, summary }) => [
        ...[id, severity, presets.join(', ') || 'all', confidence, since, summary],
      ]),
    ),
  json: (metas) => `${JSON.stringify({ rules: metas.map(toJson) }, null, 2)}\n`,
  markdown: (metas) =>
    `${['| rule | says | severity | confidence | presets |', dashes, ...metas.map(row)].join('\n')}\n`,
}

export type RulesFormat = keyof typeof printers

export const rulesFormats = Object.keys(printers)

/** `agent-lint rules`: every rule with what it says of itself. */
export async function listRules({ stdout }: Environment, format: RulesFormat): Promise<number> {
  stdout.write(printers[format](rules.map(({ meta }) => meta)))
  return exitCodes.clean
}

const toJson = ({ id, category, summary, severity, confidence, presets, since, options = {} }: RuleMeta): object => ({
  id,
  category,
  summary,
  severity,
  confidence,
  presets,
  since,
  options,
})

const dashes = '| --- | --- | --- | --- | --- |'

function row({ id, summary, severity, confidence, presets }: RuleMeta): string {
  const grave = severity === 'host' ? 'as the host does' : severity
  // Our own sentences: all that could break a row is the bar between its cells.
  return `| \`${id}\` | ${summary.replaceAll('|', '\\|')} | ${grave} | ${confidence} | ${presets.join(', ')} |`
}
