import type { Effect } from '../core/host.ts'
import type { Span } from '../core/span.ts'
import type { Cited } from '../core/value.ts'

/** One way in which the frontmatter breaks the host's schema, and what the host then does. */
export interface Violation {
  /** The top-level key: `tools`; of a missing key, that key. */
  readonly field: string
  /** JSON pointer to the value that is wrong. */
  readonly pointer: string
  readonly kind: 'missing' | 'value' | 'unknown'
  readonly effect: Effect
  /** The keyword of the schema that it breaks, and its limit where the keyword sets one. */
  readonly keyword: string
  readonly limit: number | undefined
  /** What is wrong, as a clause without its subject: "is a number where text is wanted". */
  readonly problem: string
  /** The form that is wanted, as a sentence, where the schema has one for it. */
  readonly form: string | undefined
  /** The valid values where the list is short. */
  readonly allowed: readonly string[]
  /** The kinds of values that are wanted, in the words of JSON Schema, where it is of a wrong kind. */
  readonly wanted: readonly string[]
  /** The value that is wrong, as text, for messages. */
  readonly found: string
  readonly span: Span
}

/** What becomes of one entry of a tool list. */
export interface ToolEntry {
  /** As written, specifier included. */
  readonly written: string
  /** The tool's name alone. */
  readonly name: string
  readonly span: Span
  readonly status:
    | 'usable'
    | 'provided'
    | 'wildcard'
    | 'unavailable'
    | 'retired'
    | 'wrong-case'
    | 'foreign'
    | 'refused'
    | 'unknown'
  /** What the host calls the tool, or should be written instead; empty when nothing is near. */
  readonly instead: readonly string[]
  /** Of a foreign tool: names of the hosts that know it. */
  readonly knownTo: readonly string[]
  /** Of a retired, unavailable or refused one: since when, or why. */
  readonly note: string
}

/** What one host does with one document, from its schema and descriptor alone. */
export interface LoadVerdict {
  readonly host: string
  /** The release that the configuration names; undefined: the newest that is known. */
  readonly release: string | undefined
  readonly loads: boolean
  /** `document`: passed over in silence, as documentation is. */
  readonly outcome: 'loads' | 'refused' | 'document'
  /** The host does not even open a file of that name. */
  readonly isUnread: boolean
  /** Why it does not load. */
  readonly why: readonly string[]
  readonly name: string | undefined
  readonly description: string | undefined
  readonly model: string | undefined
  readonly tools: readonly string[] | 'all' | 'none'
  /** Fields that the host loses or ignores. */
  readonly lost: readonly { readonly field: string; readonly why: string }[]
  readonly violations: readonly Violation[]
  /** Entries of the tool list; undefined where there is no such key. */
  readonly toolEntries: readonly ToolEntry[] | undefined
  /** Entries of the list of denied tools. */
  readonly deniedEntries: readonly ToolEntry[]
  readonly nameAt: Cited<string> | undefined
}
