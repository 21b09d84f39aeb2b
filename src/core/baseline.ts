/** Findings that were there when somebody decided to live with them for now. */
export interface BaselineEntry {
  readonly rule: string
  /** The files that it is about, relative to the folder of the baseline; sorted, so that no one of them comes first. */
  readonly agents: readonly string[]
  /** What it is about in them. */
  readonly value: string
  readonly count: number
}

export interface Baseline {
  /** Relative to the current directory. */
  readonly path: string
  /** Absolute: where the paths in it start. */
  readonly folder: string
  /** As it stands on the disk; empty where it is not written yet. */
  readonly text: string
  readonly entries: readonly BaselineEntry[]
}
