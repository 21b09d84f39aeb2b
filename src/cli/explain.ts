import { nearest } from '../core/nearest.ts'
import { type Environment, exitCodes, UsageError } from './environment.ts'

/** `agent-lint explain <rule>`: the rule's page, as it lies beside the rule. */
export async function explain({ stdout }: Environment, rule: string): Promise<number> {
  const { rulePages } = await import('../../rules/pages.ts')
  const page = Object.hasOwn(rulePages, rule) ? rulePages[rule] : undefined
  if (page === undefined) {
    const near = nearest(rule, Object.keys(rulePages))
    const help = near === undefined ? 'agent-lint rules lists them' : `did you mean ${near}?`
    throw new UsageError(`there is no rule called ${rule}`, help)
  }
  stdout.write(page.endsWith('\n') ? page : `${page}\n`)
  return exitCodes.clean
}
