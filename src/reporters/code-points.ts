import { lazy } from '../core/lazy.ts'

// Made when first needed: compiling these sets is felt at the start (0.7 ms), and plain ASCII needs none.

/**
 * What a terminal, a log viewer or a reader could be fooled by: controls (C0, DEL, C1), format characters (bidi, tags,
 * zero-width), line and paragraph separators, lone surrogates, everything Unicode calls default-ignorable (variation
 * selectors, Hangul fillers, soft hyphen) and the specials before U+FFFC.
 */
const hidden = lazy(() => /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFF0-\uFFFB\uFFFE\uFFFF]/u)
const mark = lazy(() => /[\p{Mn}\p{Me}\u1161-\u11FF\uD7B0-\uD7FF]/u)
const pictograph = lazy(() => /\p{Extended_Pictographic}/u)
const emojiPresentation = lazy(() => /\p{Emoji_Presentation}/u)

/** Ranges of East Asian wide and full-width characters that are not emoji; first and last of each. */
const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
]

/** Must this character be spelled out, unless it is a lawful part of an emoji? */
export const isHidden = (code: number): boolean =>
  code < 0x7f ? code < 0x20 : code < 0xa0 || hidden().test(String.fromCodePoint(code))

/** Is it drawn onto the character before it, so that it takes no column? Hangul vowels and finals count too. */
export const isMark = (code: number): boolean =>
  code >= 0x300 && mark().test(String.fromCodePoint(code)) && !isHidden(code)

/** Can it start, or go on with, an emoji joined from several? */
export const isPictograph = (code: number): boolean => code >= 0xa9 && pictograph().test(String.fromCodePoint(code))

export const isRegionalIndicator = (code: number): boolean => code >= 0x1f1e6 && code <= 0x1f1ff

export const isSkinTone = (code: number): boolean => code >= 0x1f3fb && code <= 0x1f3ff

/** Two columns rather than one, when it stands alone? */
export function isWide(code: number): boolean {
  if (code < 0x1100) return false
  return wideRanges.some(([first, last]) => code >= first && code <= last) || isEmojiPresentation(code)
}

const isEmojiPresentation = (code: number): boolean => emojiPresentation().test(String.fromCodePoint(code))

/** `\u{1B}`: how a hidden character is shown. */
export const spellOut = (code: number): string => `\\u{${code.toString(16).toUpperCase().padStart(2, '0')}}`
