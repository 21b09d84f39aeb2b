/** A replacement in the original text of one file; `start` and `end` are UTF-16 offsets. */
export interface Edit {
  readonly path: string
  readonly start: number
  readonly end: number
  readonly text: string
}

/** `safe` leaves name, description, tools, model and prompt as the host sees them; everything else is `unsafe`. */
export interface Fix {
  /** What is done, as an order: "put the value in quotes". A text of the file in it is quoted and bounded, as in messages. */
  readonly title: string
  readonly applicability: 'safe' | 'unsafe'
  /** In the order of the text, without overlaps, all in one file. */
  readonly edits: readonly Edit[]
}

/** Who may apply fixes: `safe` takes those alone, `unsafe` both kinds. */
export type FixLevel = Fix['applicability']

/** The fix that may be applied without asking; undefined where there is none, or a choice between several. */
export function applicableFix(fixes: readonly Fix[], level: FixLevel): Fix | undefined {
  const [only, ...others] = fixes
  if (only === undefined || others.length > 0) return undefined
  return only.applicability === 'safe' || level === 'unsafe' ? only : undefined
}
