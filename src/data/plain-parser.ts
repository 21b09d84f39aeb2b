/** A parser of another program: gives data without places, and throws for what it does not take. */
export type PlainParser = (text: string) => unknown
