import type { Severity } from '../core/diagnostic.ts'
import type { RuleMeta } from '../core/rule-meta.ts'
import { defaultOptions, type OptionValues } from '../core/rule-options.ts'
import type { Config, RuleLevel, RuleSetting } from './config.ts'

/** What is set of the rules. */
export interface ResolvedRules {
  /** A rule that keeps its own severity is not in it. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>
  /** Of each rule that has any. */
  readonly options: ReadonlyMap<string, OptionValues>
}

type Meta = Pick<RuleMeta, 'id' | 'category' | 'presets' | 'options'>

/** What the config says of each rule, and `off` for those outside of `recommended`. */
export function resolveRules(rules: readonly Meta[], config: Config): ResolvedRules {
  const severities = new Map<string, Severity | 'off'>()
  const options = new Map<string, OptionValues>()
  for (const { id, presets, options: schemas } of rules) {
    if (!presets.includes('recommended')) severities.set(id, 'off')
    if (schemas !== undefined) options.set(id, defaultOptions(schemas))
  }
  for (const [key, setting] of config.rules) {
    const { level, options: given } = asSetting(setting)
    for (const rule of rules.filter((one) => one.id === key || `${one.category}/*` === key)) {
      if (level === 'on') severities.delete(rule.id)
      else severities.set(rule.id, level)
      if (given !== undefined && rule.options !== undefined) {
        options.set(rule.id, { ...defaultOptions(rule.options), ...given })
      }
    }
  }
  return { severities, options }
}

const asSetting = (setting: RuleLevel | RuleSetting): RuleSetting =>
  typeof setting === 'string' ? { level: setting } : setting
