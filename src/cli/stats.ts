import type { Diagnostic } from '../core/diagnostic.ts'
import { countDiagnostics, type Report } from '../core/report.ts'
import { count } from '../reporters/count.ts'
import type { Environment } from './environment.ts'
import { printTable } from './table.ts'

/** Prints to stderr what was read, and how often each rule found something, most often first, for `--stats`. */
export function printStats({ stderr }: Environment, { fleets, passedOver, diagnostics }: Report): void {
  const agents = fleets.reduce((total, fleet) => total + fleet.agents, 0)
  const files = fleets.reduce((total, fleet) => total + fleet.files.length, 0)
  const read = `${count(fleets.length, 'fleet')}, ${count(agents, 'agent')}, ${count(files, 'file')}`
  stderr.write(`${read} (${passedOver.length} passed over)\n`)
  if (diagnostics.length === 0) return
  const rows = [...byRule(diagnostics)].sort(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1))
  const header = ['rule', 'findings', 'errors', 'warnings', 'infos', 'files', 'fixable']
  stderr.write(printTable(header, rows.map(ruleRow)))
}

function byRule(diagnostics: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  const rules = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const found = rules.get(diagnostic.rule)
    if (found === undefined) rules.set(diagnostic.rule, [diagnostic])
    else found.push(diagnostic)
  }
  return rules
}

function ruleRow([rule, found]: readonly [string, readonly Diagnostic[]]): string[] {
  const { errors, warnings, infos } = countDiagnostics(found)
  const files = new Set(found.map(({ path }) => path)).size
  const fixable = found.filter(({ fixes }) => fixes.length > 0).length
  return [rule, ...[found.length, errors, warnings, infos, files, fixable].map(String)]
}
