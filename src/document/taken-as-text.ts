/** What a value of one line holds that a host which quotes lines puts quotes around (see `document/recovery`). */
export const needsQuotes = /[{}[\]*&#!|>%@`]|: /

/** May that host have taken the value as a text although YAML would not: by quotes, or by tolerance? */
export const isTakenAsText = (written: string): boolean => needsQuotes.test(written) || written.startsWith(',')
