/** Is it the number of a release: two to four whole numbers with dots between them? */
export const isVersion = (text: string): boolean => /^\d{1,9}(?:\.\d{1,9}){1,3}$/.test(text)

/** Less than 0 where `a` came before `b`; numbers that are not written count as 0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)]
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

const numbersOf = (version: string): number[] => version.split('.').map(Number)
