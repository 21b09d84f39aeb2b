import type { Confidence, MessageData, RelatedLocation, Severity } from '../core/diagnostic.ts'
import type { Fix } from '../core/fix.ts'
import type { RuleMeta } from '../core/rule-meta.ts'
import type { OptionSchemas, OptionValues } from '../core/rule-options.ts'
import type { Span } from '../core/span.ts'
import type { Fleet } from '../fleet/fleet.ts'
import type { AgentView } from './agent-view.ts'
import type { LintingView } from './linting-view.ts'

/** Where and about what; the words come from the rule's templates. */
export interface Finding {
  readonly at: Span
  readonly data?: MessageData
  /** For a rule whose severity is the host's: what it is this time. */
  readonly severity?: Severity
  /** How sure this one is, where that differs from finding to finding. */
  readonly confidence?: Confidence
  readonly related?: readonly RelatedLocation[]
  /** What would mend it, in the file of the finding. One can be applied; of several, a person chooses. */
  readonly fixes?: readonly Fix[]
  /** What makes it the same finding tomorrow, where that is not simply what its message quotes. */
  readonly identity?: readonly string[]
}

/** A finding of a fleet rule says in which file it is. */
export interface FleetFinding extends Finding {
  readonly path: string
}

export interface FileFailure {
  readonly path: string
  readonly code: string
  readonly why: string
}

export type Report<Id extends string, F = Finding> = (messageId: Id, finding: F) => void

/** Looks at one file. */
export interface DocumentRule {
  readonly kind: 'document'
  readonly meta: RuleMeta
  readonly check: (agent: AgentView, report: Report<string>, options: OptionValues) => void
}

/** Looks at all agents of one root. */
export interface FleetRule {
  readonly kind: 'fleet'
  readonly meta: RuleMeta
  readonly check: (fleet: Fleet, report: Report<string, FleetFinding>, options: OptionValues) => void
}

/** Looks at a file that could not be read. */
export interface FailureRule {
  readonly kind: 'failure'
  readonly meta: RuleMeta
  readonly check: (failure: FileFailure, report: Report<string>, options: OptionValues) => void
}

/** Looks at how the run itself went: at comments that silence findings, and at the baseline. */
export interface LintingRule {
  readonly kind: 'linting'
  readonly meta: RuleMeta
  readonly check: (run: LintingView, report: Report<string, FleetFinding>) => void
}

export type Rule = DocumentRule | FleetRule | FailureRule | LintingRule

interface Declared<Id extends string, Options extends OptionSchemas, Subject, F> {
  readonly meta: RuleMeta<Id, Options>
  readonly check: (subject: Subject, report: Report<Id, F>, options: OptionValues<Options>) => void
}

/** Of a rule that has none. */
type NoOptions = Readonly<Record<never, never>>

// The casts let a rule's own message ids and options be checked by the compiler where it is written, and be texts and
// values everywhere else.

export const documentRule = <const Id extends string, const Options extends OptionSchemas = NoOptions>(
  rule: Declared<Id, Options, AgentView, Finding>,
): Rule => ({ kind: 'document', ...rule }) as unknown as DocumentRule

export const fleetRule = <const Id extends string, const Options extends OptionSchemas = NoOptions>(
  rule: Declared<Id, Options, Fleet, FleetFinding>,
): Rule => ({ kind: 'fleet', ...rule }) as unknown as FleetRule

export const failureRule = <const Id extends string, const Options extends OptionSchemas = NoOptions>(
  rule: Declared<Id, Options, FileFailure, Finding>,
): Rule => ({ kind: 'failure', ...rule }) as unknown as FailureRule

export const lintingRule = <const Id extends string>(rule: Declared<Id, NoOptions, LintingView, FleetFinding>): Rule =>
  ({ kind: 'linting', ...rule }) as unknown as LintingRule
