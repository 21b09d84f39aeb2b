import type { MemoryEntry } from '../../io/memory-fs.ts'
import type { RealFile } from './real-files.ts'

/** Files of a project. Between « and » stands what a finding is to point at: one such place, or several of which any will do. */
export type SeededFiles = Readonly<Record<string, MemoryEntry>>

/** One way to put the defect that a rule is about into a real file. */
export interface Seed {
  readonly rule: string
  /** The host whose files are taken, and which loads them; `claude-code` where there is none. */
  readonly host?: string
  /** Does git track the files? */
  readonly isRepository?: true
  /** The project with the defect; undefined where this file cannot have it. `i` counts the mutations of the rule. */
  readonly put: (file: RealFile, i: number, other: RealFile) => SeededFiles | undefined
}

/** One of the texts, in turn. */
export const of = <T>(texts: readonly [T, ...(readonly T[])], i: number): T => texts[i % texts.length] ?? texts[0]
