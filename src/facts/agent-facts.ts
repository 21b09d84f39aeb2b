import type { Confidence } from '../core/diagnostic.ts'
import type { Relation } from '../core/relation.ts'
import type { Span } from '../core/span.ts'
import type { Cited } from '../core/value.ts'
import type { BrokenFence } from './code-fences.ts'
import type { FenceMend } from './mend-fence.ts'
import type { PlaceForTool } from './place-for-tool.ts'
import type { FileReference } from './references.ts'

/** What one file says, as plain JSON with positions: the only thing that crosses from file to fleet. */
export interface AgentFacts {
  readonly path: string
  readonly root: string
  readonly host: string
  /** Is it an agent to its host, or at least meant to be one (it has a name or other agent keys)? */
  readonly isAgent: boolean
  /** The frontmatter's name, else the file's stem. */
  readonly name: Cited<string>
  /** Where the name itself stands, without quotes around it; undefined where it stands there in no such plain way. */
  readonly plainName: Span | undefined
  /** The file's name without the ending that the host cuts off. */
  readonly stem: string
  /** What the host calls it; undefined where the host does not load it. */
  readonly hostName: Cited<string> | undefined
  /** Other names people use for it: the file's stem, a display name. */
  readonly aliases: readonly string[]
  readonly description: Cited<string> | undefined
  /** The parts of the description that are examples, by their tags. */
  readonly examples: readonly Span[]
  /** The description without its examples; empty where there is none. */
  readonly purpose: string
  /** The tools that it can use, by the host's own names. */
  readonly tools: readonly string[] | 'all' | 'none'
  /** The tools that are taken from it, by the host's own names. */
  readonly denied: readonly string[]
  /** Where one more tool would be written into its list; none where that is not plain. */
  readonly placeForTool: PlaceForTool | undefined
  /** Where it says of itself that it only reads. */
  readonly readOnly: Span | undefined
  readonly model: Cited<string> | undefined
  /** Which paths it owns, shares, reads or leaves to others; in the order of the file. */
  readonly claims: readonly Claim[]
  /** What it hands to whom; in the order of the file. */
  readonly handoffs: readonly Handoff[]
  /** The first code fence of the prompt that does not end where it was meant to. */
  readonly brokenFence: BrokenFence | undefined
  /** What would mend it, where only one thing can be meant. */
  readonly fenceMend: FenceMend | undefined
  /** Files that the prompt sends its reader to. */
  readonly files: readonly FileReference[]
  /** Is it only used where somebody names it? */
  readonly isManual: boolean
  /** A place for findings about the file as a whole. */
  readonly head: Span
  /** The comments that silence findings; in the order of the file. */
  readonly suppressions: readonly Suppression[]
}

/** One comment that silences findings, or is meant to. */
export interface Suppression {
  readonly kind: 'disable' | 'disable-next-line' | 'enable' | 'unknown'
  /** What stands behind `agent-lint-`, as written. */
  readonly word: string
  readonly rules: readonly SilencedRule[]
  /** Why, in the author's words. */
  readonly reason: string | undefined
  /** Of an `enable`: is nothing open that it could end? */
  readonly endsNothing: boolean
  /** The comment, its marks included. */
  readonly span: Span
  /** Does the model get to read it? */
  readonly isInPrompt: boolean
  /** What to take away with it: its lines with their ends where nothing else stands on them, else the comment. */
  readonly lines: Span
}

/** A rule that a comment names, whether there is one of that name or not. */
export interface SilencedRule {
  readonly name: string
  readonly span: Span
  /** Findings that start in here are silenced; an empty span: none. */
  readonly covers: Span
}

/** Where a fact was read, the most binding first. */
export type Origin = 'frontmatter' | 'config' | 'section' | 'lead' | 'prose'

export type Stance = 'owns' | 'shares' | 'reads' | 'excludes'

/** One path pattern that an agent says something about. */
export interface Claim {
  /** Relative to the project, in the dialect of `globs/`; what stood in a lead before it is joined on. */
  readonly pattern: string
  readonly stance: Stance
  /** Says the file that nobody else may? */
  readonly exclusive: boolean
  /** The words that make an owned path a shared one: "primary owner". */
  readonly qualifier: string | undefined
  /** Of an exclusion: the agent that it names as the owner, as written. */
  readonly owner: string | undefined
  /** The rest of the line, which says what the path is about. */
  readonly topic: string
  readonly origin: Origin
  readonly confidence: Confidence
  /** The pattern as written. */
  readonly span: Span
}

/** One piece of work that an agent gives away. */
export interface Handoff {
  /** The name as written, without the marks around it. */
  readonly to: string
  readonly relation: Relation
  /** What it is about; undefined where nothing is said, which means anything. */
  readonly topic: string | undefined
  /** Path patterns that stand in the topic. */
  readonly paths: readonly string[]
  /** Says the line when to stop, or to go to a person? */
  readonly exit: boolean
  /** Is `to` written in a form that only names agents have (a field, `@x`, "`x` agent", a target column)? */
  readonly isSurelyAgent: boolean
  /**
   * Is `to` marked, and spelt as agents are (`db-admin`), below a heading or lead that says to whom work goes up? It may still be a
   * skill or a file; not where others of that agent's list are agents.
   */
  readonly isLikelyAgent: boolean
  /** May the agent call the other by itself: is it named in a field that allows just that? */
  readonly isCall: boolean
  readonly origin: Origin
  readonly confidence: Confidence
  /** The name, where it stands. */
  readonly span: Span
}
