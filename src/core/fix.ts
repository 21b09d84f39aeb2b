/** A replacement in the original text of one file; `start` and `end` are UTF-16 offsets. */
export interface Edit {
  readonly path: string
  readonly start: number
  readonly end: number
  readonly text: string
}

/** `safe` leaves name, description, tools, model and prompt as the host sees them; everything else is `unsafe`. */
export interface Fix {
  readonly title: string
  readonly applicability: 'safe' | 'unsafe'
  readonly edits: readonly Edit[]
}
