import type { RuleMeta } from './rule-meta.ts'

/** A rule for those who explain it: what it says of itself, and its page as Markdown. */
export interface RuleDescription {
  readonly meta: RuleMeta
  readonly page: string
}
