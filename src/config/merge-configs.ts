import type { Config, RuleLevel, RuleSetting, RuleSettings } from './config.ts'

/** What `own` says after, and above, what it extends. Lists are joined. */
export function mergeConfigs(base: Config, own: Config): Config {
  return {
    host: own.host.length > 0 ? own.host : base.host,
    hosts: new Map([...base.hosts, ...own.hosts]),
    hostVersions: new Map([...base.hostVersions, ...own.hostVersions]),
    // The order of patterns counts, and one may stand there twice: what is left out, taken back, and left out again.
    ignores: [...base.ignores, ...own.ignores],
    presets: joined(base.presets, own.presets),
    rules: mergeRules(base.rules, own.rules),
    overrides: [...base.overrides, ...own.overrides],
    knownTools: joined(base.knownTools, own.knownTools),
    knownModels: joined(base.knownModels, own.knownModels),
    externalAgents: joined(base.externalAgents, own.externalAgents),
    declaredAgents: new Map([...base.declaredAgents, ...own.declaredAgents]),
    contextWords: mergeWords(base.contextWords, own.contextWords),
  }
}

const joined = <T>(base: readonly T[], own: readonly T[]): T[] => [...new Set([...base, ...own])]

/** A severity alone leaves the options that were set before. */
function mergeRules(base: RuleSettings, own: RuleSettings): RuleSettings {
  const rules = new Map(base)
  for (const [key, setting] of own) {
    const before = asSetting(rules.get(key))
    const after = asSetting(setting)
    rules.delete(key)
    rules.set(key, { ...after, options: after.options ?? before?.options })
  }
  return rules
}

/** A setting in its long form. */
export function asSetting(setting: RuleLevel | RuleSetting): RuleSetting
export function asSetting(setting: RuleLevel | RuleSetting | undefined): RuleSetting | undefined
export function asSetting(setting: RuleLevel | RuleSetting | undefined): RuleSetting | undefined {
  return typeof setting === 'string' ? { level: setting } : setting
}

function mergeWords(base: Config['contextWords'], own: Config['contextWords']): Config['contextWords'] {
  const words = new Map(base)
  for (const [kind, phrases] of own) words.set(kind, joined(words.get(kind) ?? [], phrases))
  return words
}
