import type { Confidence, Severity } from './diagnostic.ts'
import type { OptionSchemas } from './rule-options.ts'

export type Category =
  | 'frontmatter'
  | 'identity'
  | 'tools'
  | 'description'
  | 'ownership'
  | 'escalation'
  | 'references'
  | 'text'
  | 'linting'

export type Preset = 'recommended' | 'strict' | 'security'

/** A message and what to do about it, as templates: see `formatMessage`. */
export interface MessageTemplate {
  readonly says: string
  readonly help?: string
}

/** What is known of a rule without running it. The README beside the rule says the rest. */
export interface RuleMeta<MessageId extends string = string, Options extends OptionSchemas = OptionSchemas> {
  readonly id: string
  readonly category: Category
  /** One sentence, a statement about the file that has the problem. */
  readonly summary: string
  /** The default; `host`: what the host does decides, for each finding. */
  readonly severity: Severity | 'host'
  readonly confidence: Confidence
  readonly presets: readonly Preset[]
  readonly since: string
  /** What `--fix` does about its findings, or about some of them. Absent: a person has to. */
  readonly fixable?: 'safe' | 'unsafe' | 'both'
  /** What the description of a host must have, as a path into it, for the rule to have anything to say. Absent: nothing. */
  readonly needs?: string
  /** `false`: no comment and no baseline silences it, as it says that something was not looked at. */
  readonly suppressible?: false
  readonly messages: Readonly<Record<MessageId, MessageTemplate>>
  /** What a user may set, where a threshold or a list is a matter of opinion. */
  readonly options?: Options
}
