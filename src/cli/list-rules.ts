import { rules } from '../composition.ts'
import { type Environment, exitCodes } from './environment.ts'
import { printTable } from './table.ts'

/** `agent-lint rules`: every rule with what it says of itself. */
export async function listRules({ stdout }: Environment, format: string): Promise<number> {
  const rows = rules.map(({ meta }) => ({
    id: meta.id,
    category: meta.category,
    summary: meta.summary,
    severity: meta.severity,
    confidence: meta.confidence,
    presets: meta.presets,
    since: meta.since,
    options: meta.options ?? {},
  }))
  if (format === 'json') stdout.write(`${JSON.stringify({ rules: rows }, null, 2)}\n`)
  else
    stdout.write(
      printTable(
        ['rule', 'severity', 'presets', 'confidence', 'since', 'what it says'],
        rows.map((row) => [
          row.id,
          row.severity,
          row.presets.join(', ') || 'all',
          row.confidence,
          row.since,
          row.summary,
        ]),
      ),
    )
  return exitCodes.clean
}
