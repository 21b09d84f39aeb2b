import type { Cited } from '../core/value.ts'

/** What can be told of a path in the project of an agent. */
export interface Presence {
  /**
   * `missing`: its folder is there, and it is not. `folder-missing`: not even its folder is there. `unknown`: it leads out of the
   * project, or something keeps it from being seen.
   */
  readonly state: 'there' | 'missing' | 'folder-missing' | 'unknown'
  /** The name in the same folder that it may be meant for. */
  readonly near: string | undefined
  /** Is the project surely all there? An excerpt of one, or a folder of agents alone, lacks whole folders. */
  readonly isWhole: boolean
}

/** Names that an agent uses, and those that its project declares. */
export interface NamedParts {
  readonly named: readonly Cited<string>[]
  /** Undefined where the project declares none: then nothing can be told of the names. */
  readonly declared: ReadonlySet<string> | undefined
}

/** Skills that an agent names. */
export interface NamedSkills extends NamedParts {
  /** Where a file lies, from the project, that has the name of a skill and is none: it lacks the folder of its own. */
  readonly looseSkill: (name: string) => string | undefined
  /** Where a folder lies, from the project, that has the name of a skill and is none: it lacks the file of one. */
  readonly hollowSkill: (name: string) => string | undefined
}
