import type { Diagnostic } from '../core/diagnostic.ts'

/** The diagnostics of each file, in the order in which the files first occur. */
export const byFile = (diagnostics: readonly Diagnostic[]): Map<string, Diagnostic[]> =>
  groupBy(diagnostics, ({ path }) => path)

/** The items of each key, in the order in which the keys first occur. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
