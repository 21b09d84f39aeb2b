import type { Severity } from '../core/diagnostic.ts'
import type { RuleMeta } from '../core/rule-meta.ts'
import type { Config } from './config.ts'

/** What is set for each rule that does not keep its own severity: what the config says, and `off` outside `recommended`. */
export function resolveRules(rules: readonly RuleMeta[], config: Config): Map<string, Severity | 'off'> {
  const severities = new Map<string, Severity | 'off'>()
  for (const { id, presets } of rules) {
    const set = config.rules.get(id) ?? (presets.includes('recommended') ? undefined : 'off')
    if (set !== undefined) severities.set(id, set)
  }
  return severities
}
