/**
 * The candidate that `word` most likely misspells, or undefined when none is near: at most two edits (insert, delete,
 * replace, swap of neighbours), and fewer than half of the word. Differences of case count nothing. Ties go to the first.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase()
  const limit = Math.min(2, Math.floor((wanted.length - 1) / 2))
  let best: string | undefined
  let bestDistance = limit + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue
    const distance = editDistance(wanted, candidate.toLowerCase(), bestDistance)
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** The nearest candidate, else the first that starts like this: who types `claude` may mean `claude-code`. */
export const nearestOrLonger = (word: string, candidates: readonly string[]): string | undefined =>
  nearest(word, candidates) ?? candidates.find((candidate) => word !== '' && candidate.startsWith(word))

/** Optimal string alignment distance; given up, with `enough`, as soon as it cannot be less than that. */
function editDistance(a: string, b: string, enough: number): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  let lastLeast = 0
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) cost = Math.min(cost, at(beforeLast, j - 2) + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    // A swap reaches back over one row.
    if (least >= enough && lastLeast + 1 >= enough) return enough
    lastLeast = least
    beforeLast = last
    last = row
  }
  return at(last, b.length)
}

const at = (row: readonly number[], index: number): number => row[index] ?? 0
