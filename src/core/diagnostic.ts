import type { Fix } from './fix.ts'
import type { Location } from './span.ts'

/**
 * `error`: the host refuses the file, or refuses, drops or inverts a part of it, or the fleet contradicts itself.
 * `warning`: almost surely not what the author meant. `info`: advice.
 */
export type Severity = 'error' | 'warning' | 'info'

/** How sure we are that the finding is true: what is read from prose is never `high`. */
export type Confidence = 'high' | 'medium' | 'low'

/** A value that a message quotes: a text of the file, a number of ours, or a list of texts. */
export type MessageValue = string | number | readonly string[]

export type MessageData = Readonly<Record<string, MessageValue>>

/** Another place that belongs to a finding, with what it has to do with it. */
export interface RelatedLocation extends Location {
  readonly message: string
}

/** One finding. Offsets are UTF-16; lines and columns are a reporter's business. */
export interface Diagnostic extends Location {
  readonly rule: string
  readonly severity: Severity
  readonly confidence: Confidence
  readonly messageId: string
  readonly message: string
  /** What to do about it, where there is something to say. */
  readonly help: string | undefined
  readonly data: MessageData
  readonly related: readonly RelatedLocation[]
  readonly fixes: readonly Fix[]
  /**
   * What makes it the same finding tomorrow, where that is not simply what its message quotes; one that is found in
   * several places has a text for each.
   */
  readonly identity?: readonly string[]
}

/** Why a finding is not shown: a comment in a file, or an entry of the baseline. */
export interface Suppressed {
  readonly kind: 'inline' | 'baseline'
  /** In the author's words, if there are any. */
  readonly reason: string | undefined
}

/** A finding that is not shown, and counts for nothing but the number of such. */
export interface SuppressedDiagnostic extends Diagnostic {
  readonly suppressed: Suppressed
}

const severityOrder: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 }

/** Is `severity` at least as grave as `threshold`? */
export const isAtLeast = (severity: Severity, threshold: Severity): boolean =>
  severityOrder[severity] >= severityOrder[threshold]
