import type { Edit, Fix } from '../core/fix.ts'
import type { Span } from '../core/span.ts'

/** `text` in the place of what `at` covers. */
export const replaceAt = (path: string, at: Span, text: string): Edit => ({ path, start: at.start, end: at.end, text })

/** `text` before the offset. */
export const insertAt = (path: string, offset: number, text: string): Edit => ({
  path,
  start: offset,
  end: offset,
  text,
})

/** Leaves name, description, tools, model and prompt as every host that loads the file sees them. */
export const safeFix = (title: string, edits: readonly Edit[]): Fix => ({ title, applicability: 'safe', edits })

/** Changes what a host sees: what is meant is only guessed. */
export const unsafeFix = (title: string, edits: readonly Edit[]): Fix => ({ title, applicability: 'unsafe', edits })
