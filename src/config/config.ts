import type { Severity } from '../core/diagnostic.ts'
import type { RuleMeta } from '../core/rule-meta.ts'
import type { OptionValue } from '../core/rule-options.ts'
import type { Span } from '../core/span.ts'
import type { Entry } from '../core/value.ts'

/** `on`: at the severity that the rule has of itself. */
export type RuleLevel = Severity | 'off' | 'on'

/** What a config file says of a rule, or of all rules of a category. */
export interface RuleSetting {
  readonly level: RuleLevel
  /** Only what is set; of a category always undefined. */
  readonly options?: Readonly<Record<string, OptionValue>> | undefined
}

/** By rule or `category/*`, in the order in which they count: later ones win. */
export type RuleSettings = ReadonlyMap<string, RuleLevel | RuleSetting>

/** What a config file says, every key filled in. */
export interface Config {
  readonly host: string | undefined
  /** Root path, relative to the config's folder, to host id. */
  readonly hosts: ReadonlyMap<string, string>
  readonly ignores: readonly string[]
  readonly rules: RuleSettings
  readonly knownTools: readonly string[]
  readonly knownModels: readonly string[]
  /** Agents that may be named and are in no folder of the run. */
  readonly externalAgents: readonly string[]
  /** What the config declares of agents, by their names: the entries `scope` and `escalation`. */
  readonly declaredAgents: ReadonlyMap<string, readonly Entry[]>
}

export const emptyConfig: Config = {
  host: undefined,
  hosts: new Map(),
  ignores: [],
  rules: new Map(),
  knownTools: [],
  knownModels: [],
  externalAgents: [],
  declaredAgents: new Map(),
}

/** A mistake in a config file, at its place. `text` is the whole file, for a code frame. */
export interface ConfigProblem {
  readonly path: string
  readonly text: string
  readonly span: Span
  readonly message: string
  readonly help: string | undefined
}

/** `folder` is where the config's paths start. `notes` are said, and change nothing. */
export type ConfigResult =
  | {
      readonly ok: true
      readonly config: Config
      readonly path: string | undefined
      readonly folder: string
      readonly notes: readonly string[]
    }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] }

/** The names that a config may use. */
export interface KnownIds {
  readonly rules: readonly KnownRule[]
  readonly hostIds: readonly string[]
}

export type KnownRule = Pick<RuleMeta, 'id' | 'category' | 'options'>
