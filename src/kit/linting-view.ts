import type { Span } from '../core/span.ts'
import type { SilencedRule, Suppression } from '../facts/agent-facts.ts'

/** How a run went, once all other rules have run. */
export interface LintingView {
  /** Comments that silence findings, or are meant to; none where the run does not heed them. */
  readonly directives: readonly DirectiveView[]
  /** Entries of the baseline that more findings were recorded for than there are now. */
  readonly stale: readonly StaleEntry[]
  /** Is it an error that there are such entries? */
  readonly strictBaseline: boolean
  /** Rules that a comment may name. */
  readonly ruleIds: readonly string[]
}

export interface DirectiveView {
  readonly path: string
  readonly directive: Suppression
  /** Rules that it names and that found nothing it could silence; one that did not run is not among them. */
  readonly unused: readonly SilencedRule[]
  /** Names on it that no rule has. */
  readonly unknown: readonly SilencedRule[]
  /** Rules that it names and that no comment silences. */
  readonly fixed: readonly SilencedRule[]
}

export interface StaleEntry {
  /** The baseline, and the place of the entry in it. */
  readonly path: string
  readonly span: Span
  readonly rule: string
  readonly agents: readonly string[]
  readonly value: string
  readonly count: number
  /** How many of them were found. */
  readonly found: number
}
