/**
 * Letters of the writing systems in use, as the inside of a character class: some twenty ranges of UTF-16 units. It is a little
 * wider than `\p{L}` (marks that stand with letters are in it) and leaves out letters beyond the first plane. An expression with
 * `\p{L}` takes up to a millisecond to compile, twice; a run on ten files would spend a third of its time on that.
 */
export const letters =
  'A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0300-\u037d\u037f-\u0386\u0388-\u0481\u0483-\u0559\u0561-\u0588\u0591-\u05f2\u0610-\u061a\u0620-\u0669\u066e-\u06d3\u06d5-\u07f5\u0800-\u0963\u0966-\u0e4e\u0e50-\u1fff\u2c00-\u2dff\u3005-\u3007\u3031-\u3035\u3040-\u30fa\u30fc-\u318f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\ua4cf\ua4d0-\uabff\uac00-\ud7ff\uf900-\ufaff\ufb00-\ufdfb\ufe70-\ufefc\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc'

/** Letters and digits. */
export const wordLetters = `${letters}0-9\uff10-\uff19`

/** Capitals of Latin, Greek and Cyrillic: the others have none that matter here. */
export const capitals = 'A-Z\u00c0-\u00d6\u00d8-\u00de\u0391-\u03ab\u0400-\u042f'

/** Small letters of the same. */
export const smallLetters = 'a-z\u00df-\u00f6\u00f8-\u00ff\u03ac-\u03ce\u0430-\u045f'

const word = new RegExp(`[${letters}]{2}`)

/** Are there two letters in a row? */
export const hasWord = (text: string): boolean => word.test(text)
