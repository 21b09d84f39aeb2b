/** `1 agent`, `2 agents`, `0 agents`: for nouns that take an `s`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
