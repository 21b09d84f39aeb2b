import { describeAgent } from '../api/inspected-agent.ts'
import { hostIds, inspect } from '../composition.ts'
import { clip } from '../core/message.ts'
import type { InspectedAgent } from '../engine/inspect.ts'
import { displayWidth } from '../reporters/cells.ts'
import { indexLines, positionAt } from '../reporters/position.ts'
import { safeText } from '../reporters/safe-text.ts'
import { type Environment, exitCodes, type Output, widthOf } from './environment.ts'
import { type CommonFlags, checkHost, loadSettings } from './load-settings.ts'
import { hostInWords, lossesInWords, portabilityTable } from './portability-table.ts'
import { sayMissing } from './say-unmatched.ts'
import { printTable } from './table.ts'
import { toolsInWords } from './tools-in-words.ts'

export interface InspectFlags extends CommonFlags {
  readonly format: 'table' | 'json'
}

/** `agent-lint inspect`: what each host does with each file. */
export async function runInspect(
  environment: Environment,
  paths: readonly string[],
  flags: InspectFlags,
): Promise<number> {
  const hosts = hostsOf(flags.host)
  const settings = await loadSettings(environment, flags, paths)
  if (settings === undefined) return exitCodes.failure
  const { agents, unmatched, failures } = await inspect(settings.fs, { paths, ...settings, hosts })
  sayMissing(environment, paths, unmatched, agents.length === 0 && failures.length === 0)
  for (const { path, why } of failures) environment.stderr.write(`agent-lint: ${safeText(path)}: ${why}\n`)
  if (flags.format === 'json')
    environment.stdout.write(`${JSON.stringify({ agents: agents.map(describeAgent) }, null, 2)}\n`)
  else if (agents.length > 0) environment.stdout.write(toTable(agents, hosts.length, environment.stdout))
  return agents.length === 0 || unmatched.length > 0 || failures.length > 0 ? exitCodes.failure : exitCodes.clean
}

function hostsOf(flag: string | undefined): string[] {
  if (flag === undefined) return []
  if (flag === 'all') return [...hostIds]
  return flag.split(',').map((id) => checkHost(id.trim()))
}

/** A table that goes to a file is as wide as one in a roomy terminal. */
const tableWidth = (output: Output): number => ((output.columns ?? 0) > 0 ? widthOf(output) : 100)

/** With this many hosts a file is a block of its own, and so it is where a terminal is too narrow for a line. */
const manyHosts = 3

function toTable(agents: readonly InspectedAgent[], hosts: number, output: Output): string {
  if (hosts >= manyHosts) return portabilityTable(agents, tableWidth(output))
  const table = hostTable(agents)
  const widest = Math.max(...table.split('\n').map(displayWidth))
  const fits = (output.columns ?? 0) === 0 || widest <= widthOf(output)
  return (fits ? table : portabilityTable(agents, widthOf(output))) + scopeTable(agents)
}

/** A line for each file and host. */
function hostTable(agents: readonly InspectedAgent[]): string {
  const rows = agents.flatMap(({ path, hosts }) =>
    Object.values(hosts).map((verdict, i) => [
      i === 0 ? path : '',
      hostInWords(verdict),
      outcome(verdict.outcome),
      verdict.name ?? '',
      verdict.loads ? (verdict.model ?? 'inherits') : '',
      verdict.loads ? toolsInWords(verdict.tools) : '',
      verdict.loads ? lossesInWords(verdict.lost) : verdict.why.map((why) => clip(why, 100)).join('; '),
    ]),
  )
  return printTable(['file', 'host', 'loads', 'name', 'model', 'tools', 'lost, or why not'], rows)
}

/** What the agents own and hand to whom, as the tool reads it, each at its line; hints are left to `--format json`. */
function scopeTable(agents: readonly InspectedAgent[]): string {
  const rows = agents.flatMap(({ path, name, claims, handoffs, text }) => {
    const lines = indexLines(text)
    const at = (offset: number): string => `${path}:${positionAt(lines, offset).line}`
    return [
      ...claims
        .filter(({ confidence }) => confidence !== 'low')
        .map(({ stance, pattern, qualifier, span }) => [name, stance, pattern, qualifier ?? '', at(span.start)]),
      ...handoffs
        .filter(({ confidence, relation }) => confidence !== 'low' && relation !== 'mentions')
        .map(({ relation, to, target, topic, span }) => {
          const whom = target === undefined ? `${to} (not in this fleet)` : target.name.value
          return [name, `${relation} to`, whom, clip(topic ?? '', 60), at(span.start)]
        }),
    ]
  })
  return rows.length === 0 ? '' : `\n${printTable(['agent', '', 'what or whom', 'about', 'at'], rows)}`
}

const outcome = (outcome: 'loads' | 'refused' | 'document'): string =>
  ({ loads: 'yes', refused: 'no', document: 'no, passed over' })[outcome]
