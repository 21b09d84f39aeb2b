/**
 * A pattern with `/` between its parts. Where `\` is all that there is, and stands before a plain character, it was written
 * by somebody whose system has it between the parts of a path: then it is that everywhere, before `*` too.
 */
export const withSeparators = (pattern: string): string =>
  pattern.includes('\\') && !pattern.includes('/') && /\\[\w.-]/.test(pattern) ? pattern.replaceAll('\\', '/') : pattern
