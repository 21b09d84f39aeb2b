import type { Severity } from '../core/diagnostic.ts'
import type { OptionValues } from '../core/rule-options.ts'
import type { Entry } from '../core/value.ts'
import type { Host } from '../hosts/host-registry.ts'
import type { KnownNames } from '../hosts/resolve-tools.ts'
import type { Rule } from '../kit/rule.ts'

/** What a run knows beside its files: all of it decided before the first one is read. */
export interface Settings {
  readonly hosts: readonly Host[]
  readonly rules: readonly Rule[]
  /** What the config says of a rule; a rule that is not in it keeps its own severity. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>
  /** The values of the options of each rule that has any. */
  readonly options: ReadonlyMap<string, OptionValues>
  readonly known: KnownNames
  readonly knownModels: readonly string[]
  /** Names of agents that live elsewhere. */
  readonly externalAgents: readonly string[]
  /** What the configuration declares of agents, by name. */
  readonly declaredAgents: ReadonlyMap<string, readonly Entry[]>
}
