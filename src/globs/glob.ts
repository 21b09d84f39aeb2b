import type { Nfa } from './nfa.ts'

/** A parsed pattern: the set of the files it means. */
export interface Glob {
  /** As written. */
  readonly source: string
  /** One spelling for patterns that are written alike: no `./`, no doubled slashes. */
  readonly normal: string
  /** The segments before the first that has anything but plain characters. */
  readonly literal: readonly string[]
  /** No pattern at all: a path, which means the file or everything below the folder. */
  readonly isPlain: boolean
  /** A pattern without a slash, which matches at any depth. */
  readonly isByName: boolean
  readonly nfa: Nfa
}

/** Why a text is no pattern of paths inside of the project. */
export interface GlobProblem {
  readonly problem: 'empty' | 'too-long' | 'outside' | 'absolute' | 'negated' | 'unbalanced'
}

export const isGlob = (parsed: Glob | GlobProblem): parsed is Glob => 'nfa' in parsed
