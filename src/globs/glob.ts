import type { Nfa } from './nfa.ts'

/** A parsed pattern: the set of the files it means. */
export interface Glob {
  /** As written. */
  readonly source: string
  /** One spelling for patterns that mean the same by their looks alone: no `./`, `src/` for `src`, `**\/*.ts` for `*.ts`. */
  readonly normal: string
  /** The segments before the first that has anything but plain characters. */
  readonly literal: readonly string[]
  /** Characters that every file it means ends in; empty where files below it are meant. */
  readonly ending: string
  /** Does it mean everything below the folder of its literal segments? */
  readonly isFolder: boolean
  /** A name at any depth: `*.ts`, `**\/package.json`. */
  readonly isByName: boolean
  /** How long its alternatives are together, in UTF-16 units: what its automaton costs. */
  readonly weight: number
  readonly nfa: Nfa
}

/** Why a text is no pattern of paths inside of the project. */
export interface GlobProblem {
  readonly problem: 'empty' | 'too-long' | 'outside' | 'absolute' | 'negated' | 'unbalanced'
}

export const isGlob = (parsed: Glob | GlobProblem): parsed is Glob => 'nfa' in parsed
