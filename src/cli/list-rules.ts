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
  }))
  if (format === 'json') stdout.write(`${JSON.stringify({ rules: rows }, null, 2)}\n`)
  else
    stdout.write(
      printTable(
        ['rule', 'severity', 'what it says'],
        rows.map((row) => [row.id, row.severity, row.summary]),
      ),
    )
  return exitCodes.clean
}
