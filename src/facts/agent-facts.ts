import type { Span } from '../core/span.ts'
import type { Cited } from '../core/value.ts'

/** What one file says, as plain JSON with positions: the only thing that crosses from file to fleet. */
export interface AgentFacts {
  readonly path: string
  readonly root: string
  readonly host: string
  /** Is it an agent to its host, or at least meant to be one (it has a name or other agent keys)? */
  readonly isAgent: boolean
  /** The frontmatter's name, else the file's stem. */
  readonly name: Cited<string>
  /** What the host calls it; undefined where the host does not load it. */
  readonly hostName: Cited<string> | undefined
  /** Other names people use for it: the file's stem, a display name. */
  readonly aliases: readonly string[]
  readonly description: Cited<string> | undefined
  /** The tools that it can use, by the host's own names. */
  readonly tools: readonly string[] | 'all' | 'none'
  readonly model: Cited<string> | undefined
  /** A place for findings about the file as a whole. */
  readonly head: Span
}
