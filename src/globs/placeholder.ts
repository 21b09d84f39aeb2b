/** `<word>`, `{word}`, `{{word}}`, `${word}`: anything but nothing. Braces around a range are none. */
const anywhere = /^(?:<[^<>/]+>|\{\{[^{}/]+\}\}|\$?\{(?!\d+\.\.\d+\}|[a-zA-Z]\.\.[a-zA-Z]\})[\w .-]+\})/

/** `[word]` is one only as a whole segment; of nothing but ranges (`[a-z]`, `[0-9a-f]`) it is a class of characters. */
const wholeSegment = /^\[(?!(?:.-.)+\])[\w-][\w.-]+\]$/

/** How long the placeholder is that stands at an offset of a segment, in UTF-16 units; 0 for none. */
export function placeholderAt(segment: string, at: number): number {
  const rest = segment.slice(at, at + 80)
  const found = anywhere.exec(rest) ?? (at === 0 ? wholeSegment.exec(segment) : null)
  return found?.[0].length ?? 0
}

/** `**`, `...` and the catch-all routes `[...word]`, `[[...word]]`: any number of segments. */
export const isManySegments = (segment: string): boolean => /^(?:\*{2,}|\.{3}|…|\[\[?\.{3}[\w.-]+\]\]?)$/.test(segment)
