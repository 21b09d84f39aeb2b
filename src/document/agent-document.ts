import type { DocumentDialect } from '../core/host.ts'
import type { SourceFile } from '../core/source-file.ts'
import type { Span } from '../core/span.ts'
import type { Entry } from '../core/value.ts'

/** The lines that delimit the frontmatter, by the rule of one host. */
export interface Fence {
  /** The opening line, without its line break. */
  readonly open: Span
  /** Everything between the fences, the last line break included. */
  readonly content: Span
  /** The dashes that close; empty at the end of the file where the block is not closed. */
  readonly close: Span
}

/** What kept the YAML from being read, in our own categories. */
export type YamlProblemKind =
  | 'unquoted-colon'
  | 'unindented-line'
  | 'reserved-character'
  | 'text-after-quote'
  | 'unclosed-quote'
  | 'unclosed-bracket'
  | 'tab-indentation'
  | 'not-a-mapping'
  | 'too-deep'
  | 'too-large'
  | 'too-many-aliases'
  | 'not-toml'
  | 'other'

export interface YamlProblem {
  readonly kind: YamlProblemKind
  readonly span: Span
  /** The top-level key in whose value it happened, if that can be told. */
  readonly key: string | undefined
  /** The parser's own words, for `other`. */
  readonly detail: string
}

export interface DuplicateKey {
  readonly key: string
  readonly first: Span
  readonly second: Span
}

/**
 * `absent`: no frontmatter. `valid`: YAML. `recovered`: not YAML, and read as the host reads it all the same.
 * `salvaged`: not YAML, the host gives up (or reads line by line), and these entries are what a line reader could save,
 * so that later rules still have a value and a span for each key.
 */
export type FrontmatterState = 'absent' | 'valid' | 'recovered' | 'salvaged'

export interface Frontmatter {
  readonly state: FrontmatterState
  readonly entries: readonly Entry[]
  /** The root cause first; empty when `valid` or `absent`. */
  readonly problems: readonly YamlProblem[]
  readonly duplicates: readonly DuplicateKey[]
  /** The host loads the file as if there were none, and the block with its fences becomes part of the prompt. */
  readonly isPassedOver?: true
}

/**
 * Reads any block between two fences as a host of that dialect does. Undefined only where the dialect's own parser is
 * not loaded. Never throws.
 */
export type FullReader = (text: string, content: Span, dialect: DocumentDialect) => Frontmatter | undefined

/** One file as one host's dialect reads it. All spans are offsets into `source.text`. */
export interface AgentDocument {
  readonly source: SourceFile
  readonly dialect: DocumentDialect
  readonly fence: Fence | undefined
  readonly frontmatter: Frontmatter
  /** The prompt: all that follows the frontmatter. */
  readonly body: Span
}
