import type { RulesOfRun } from '../config/resolve-rules.ts'
import type { Entry } from '../core/value.ts'
import type { PhraseIndex } from '../facts/phrase-index.ts'
import type { Host } from '../hosts/host-registry.ts'
import type { KnownNames } from '../hosts/resolve-tools.ts'
import type { Rule } from '../kit/rule.ts'

/** What a run knows beside its files: all of it decided before the first one is read. */
export interface Settings extends RulesOfRun {
  readonly hosts: readonly Host[]
  readonly rules: readonly Rule[]
  readonly known: KnownNames
  readonly knownModels: readonly string[]
  /** Names of agents that live elsewhere. */
  readonly externalAgents: readonly string[]
  /** What the configuration declares of agents, by name. */
  readonly declaredAgents: ReadonlyMap<string, readonly Entry[]>
  /** The words of the configuration beside the built-in ones; undefined where it has none. */
  readonly words: PhraseIndex | undefined
}
