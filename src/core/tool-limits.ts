/** A field that is there, with this value if one is given. */
export interface FieldCondition {
  readonly field: string
  readonly values?: readonly string[]
}

/** Patterns that look like limits and are none. */
export interface ToolPatterns {
  /** What the host does with one among the granted tools, and among the denied, as the end of a sentence. */
  readonly granted: string
  readonly denied: string
  /** What limits a tool indeed, as an order. */
  readonly instead: string
  /** Tools whose patterns do count, here or where the file is used in another way. */
  readonly effective: readonly string[]
  /** A regular expression of patterns that do not look like limits. */
  readonly unlimited: string
}

/** Tools that an agent of this kind does not get, though the host knows them. */
export interface UnavailableTools {
  readonly tools: readonly string[]
  /** Why, as the end of a sentence. */
  readonly why: string
  /** Only where one of these holds; absent: always. */
  readonly when?: readonly FieldCondition[]
  /** Not where one of these holds. */
  readonly unless?: readonly FieldCondition[]
}

export interface PermissionVocabulary {
  readonly field: string
  readonly modes: Readonly<Record<string, PermissionMode>>
}

export interface PermissionMode {
  /** What is done without asking. */
  readonly skips: 'everything' | 'edits' | 'nothing'
  /** Keeps it the agent from changing anything? */
  readonly readsOnly: boolean
  /** What then happens, as a clause whose subject is the agent. */
  readonly effect: string
}
