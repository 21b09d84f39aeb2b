import type { Severity } from '../core/diagnostic.ts'
import type { Span } from '../core/span.ts'
import type { Entry } from '../core/value.ts'

/** What a config file says, every key filled in. */
export interface Config {
  readonly host: string | undefined
  /** Root path, relative to the config's folder, to host id. */
  readonly hosts: ReadonlyMap<string, string>
  readonly ignores: readonly string[]
  readonly rules: ReadonlyMap<string, Severity | 'off'>
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
  readonly ruleIds: readonly string[]
  readonly hostIds: readonly string[]
}
