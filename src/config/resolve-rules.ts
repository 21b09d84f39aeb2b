import type { Severity } from '../core/diagnostic.ts'
import type { RuleMeta } from '../core/rule-meta.ts'
import { defaultOptions, type OptionValues } from '../core/rule-options.ts'
import { matches } from '../globs/index.ts'
import type { Config, RuleSettings } from './config.ts'
import { asSetting } from './merge-configs.ts'
import { isInPreset, type PresetName } from './presets.ts'

/** What is set of the rules. */
export interface ResolvedRules {
  /** A rule that keeps its own severity is not in it. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>
  /** Of each rule that has any. */
  readonly options: ReadonlyMap<string, OptionValues>
  /** Where the last word on a rule was said, for a person. */
  readonly origins: ReadonlyMap<string, string>
}

/** The same, and what differs from file to file. */
export interface RulesOfRun extends ResolvedRules {
  /** `path` starts at the folder of the configuration. */
  readonly forFile: (path: string) => ResolvedRules
  /** Rules that are off in every file. */
  readonly silent: ReadonlySet<string>
}

export type Meta = Pick<RuleMeta, 'id' | 'category' | 'presets' | 'options'>

/** What the presets and the config say of each rule. */
export function resolveRules(rules: readonly Meta[], config: Config): RulesOfRun {
  const { overrides } = config
  const base = settle(rules, config, [])
  const known = new Map<string, ResolvedRules>([['', base]])
  const forFile = (path: string): ResolvedRules => {
    if (overrides.length === 0) return base
    const applying = overrides.filter(({ files }) => files.some((glob) => matches(glob, path)))
    const key = applying.map((override) => overrides.indexOf(override)).join()
    const settled =
      known.get(key) ??
      settle(
        rules,
        config,
        applying.map((override) => override.rules),
      )
    known.set(key, settled)
    return settled
  }
  const silent = rules.filter((rule) => isSilent(rule, base, config))
  return { ...base, forFile, silent: new Set(silent.map(({ id }) => id)) }
}

/** Off in general, and switched on by no override. */
function isSilent(rule: Meta, { severities }: ResolvedRules, { overrides }: Config): boolean {
  if (severities.get(rule.id) !== 'off') return false
  const settings = overrides.flatMap((override) => [...override.rules])
  return !settings.some(([key, setting]) => isAbout(key, rule) && asSetting(setting).level !== 'off')
}

const isAbout = (key: string, { id, category }: Meta): boolean => key === id || key === `${category}/*`

function settle(rules: readonly Meta[], config: Config, more: readonly RuleSettings[]): ResolvedRules {
  const severities = new Map<string, Severity | 'off'>()
  const options = new Map<string, OptionValues>()
  const origins = new Map<string, string>()
  for (const rule of rules) {
    const preset = presetsOf(config).find((name) => isInPreset(rule, name))
    if (preset === undefined) severities.set(rule.id, 'off')
    else origins.set(rule.id, `preset ${preset}`)
    if (rule.options !== undefined) options.set(rule.id, defaultOptions(rule.options))
  }
  for (const [key, setting] of [config.rules, ...more].flatMap((one) => [...one])) {
    const { level, options: given, from } = asSetting(setting)
    for (const rule of rules.filter((one) => isAbout(key, one))) {
      if (level === 'on') severities.delete(rule.id)
      else severities.set(rule.id, level)
      if (from !== undefined) origins.set(rule.id, from)
      if (given === undefined || rule.options === undefined) continue
      options.set(rule.id, { ...defaultOptions(rule.options), ...given })
    }
  }
  return { severities, options, origins }
}

/** The presets of a configuration. */
export const presetsOf = ({ presets }: Config): readonly PresetName[] =>
  presets.length === 0 ? ['recommended'] : presets
