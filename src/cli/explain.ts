import { rules } from '../composition.ts'
import { nearest } from '../core/nearest.ts'
import { optionTable } from '../core/option-table.ts'
import { type Environment, exitCodes, UsageError } from './environment.ts'

/** `agent-lint explain <rule>`: the rule's page, as it lies beside the rule, and its options. */
export async function explain({ stdout }: Environment, rule: string): Promise<number> {
  const { rulePages } = await import('../../rules/pages.ts')
  const page = Object.hasOwn(rulePages, rule) ? rulePages[rule] : undefined
  if (page === undefined) {
    const near = nearest(rule, Object.keys(rulePages))
    const help = near === undefined ? 'agent-lint rules lists them' : `did you mean ${near}?`
    throw new UsageError(`there is no rule called ${rule}`, help)
  }
  stdout.write(page.endsWith('\n') ? page : `${page}\n`)
  const options = rules.find(({ meta }) => meta.id === rule)?.meta.options
  if (options !== undefined) stdout.write(`\n## Options\n\n${optionTable(rule, options)}`)
  return exitCodes.clean
}
