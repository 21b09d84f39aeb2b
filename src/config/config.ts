import type { Severity } from '../core/diagnostic.ts'
import type { RuleMeta } from '../core/rule-meta.ts'
import type { OptionValue } from '../core/rule-options.ts'
import type { Span } from '../core/span.ts'
import type { Entry, MapValue } from '../core/value.ts'
import type { Glob } from '../globs/index.ts'
import type { PresetName } from './presets.ts'

/** `on`: at the severity that the rule has of itself. */
export type RuleLevel = Severity | 'off' | 'on'

/** What a config file says of a rule, or of all rules of a category. */
export interface RuleSetting {
  readonly level: RuleLevel
  /** Only what is set; of a category always undefined. */
  readonly options?: Readonly<Record<string, OptionValue>> | undefined
  /** File and line, for a person. */
  readonly from?: string
}

/** By rule or `category/*`, in the order in which they count: later ones win. */
export type RuleSettings = ReadonlyMap<string, RuleLevel | RuleSetting>

/** Other settings for the findings in some files. */
export interface ConfigOverride {
  /** Paths start at the folder of the configuration. */
  readonly files: readonly Glob[]
  readonly rules: RuleSettings
}

/** What the config files say, every key filled in. */
export interface Config {
  /** Ids; empty where nothing is said. */
  readonly host: readonly string[]
  /** Root path, relative to the config's folder, to host id. */
  readonly hosts: ReadonlyMap<string, readonly string[]>
  /** Host id to the release that is meant. */
  readonly hostVersions: ReadonlyMap<string, string>
  readonly ignores: readonly string[]
  /** None: `recommended`. */
  readonly presets: readonly PresetName[]
  readonly rules: RuleSettings
  /** The last one that matches a file wins, also over `rules`. */
  readonly overrides: readonly ConfigOverride[]
  readonly knownTools: readonly string[]
  readonly knownModels: readonly string[]
  /** Agents that may be named and are in no folder of the run. */
  readonly externalAgents: readonly string[]
  /** What the config declares of agents, by their names: the entries `scope` and `escalation`. */
  readonly declaredAgents: ReadonlyMap<string, readonly Entry[]>
  /** Words beside the built-in ones, by what a heading with them in it says of the lines below. */
  readonly contextWords: ReadonlyMap<string, readonly string[]>
}

export const emptyConfig: Config = {
  host: [],
  hosts: new Map(),
  hostVersions: new Map(),
  ignores: [],
  presets: [],
  rules: new Map(),
  overrides: [],
  knownTools: [],
  knownModels: [],
  externalAgents: [],
  declaredAgents: new Map(),
  contextWords: new Map(),
}

/** A mistake in a config file, at its place. `text` is the whole file, for a code frame. */
export interface ConfigProblem {
  readonly path: string
  readonly text: string
  readonly span: Span
  readonly message: string
  readonly help: string | undefined
}

/** One file that was read. */
export interface ConfigFile {
  /** As it is shown: relative to the current directory where it lies below it. */
  readonly path: string
  readonly text: string
  readonly root: MapValue
}

/** `folder` (absolute) is where the config's paths start. `notes` are said, and change nothing. */
export type ConfigResult =
  | {
      readonly ok: true
      readonly config: Config
      readonly path: string | undefined
      readonly folder: string
      readonly notes: readonly string[]
      /** What it was put together from: what is extended before what extends it. */
      readonly files: readonly ConfigFile[]
    }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] }

/** The names that a config may use. */
export interface KnownIds {
  readonly rules: readonly KnownRule[]
  readonly hostIds: readonly string[]
  /** Is anything known of earlier releases of that host? */
  readonly hasEarlierReleases: (id: string) => boolean
}

export interface KnownRule extends Pick<RuleMeta, 'id' | 'category' | 'options'> {
  /** Looks at the fleet as a whole: its options cannot differ from file to file. */
  readonly isOfFleet?: boolean
}
