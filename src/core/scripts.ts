/**
 * Runs of letters of scripts that are written without blanks between words: Hangul, Kana, Han. One of their characters
 * says about as much as three Latin letters.
 */
export const unspacedRuns = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+/g
