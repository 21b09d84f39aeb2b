import type { Diagnostic } from '../../core/diagnostic.ts'
import { applicableFix, type Edit, type Fix, type FixLevel } from '../../core/fix.ts'

/** The fixes of one file that can be made at once. */
export interface ChosenFixes {
  readonly edits: readonly Edit[]
  readonly fixes: number
  /** Ids of the rules that they are of. */
  readonly rules: ReadonlySet<string>
}

interface Candidate {
  readonly rule: string
  readonly fix: Fix
  readonly first: Edit
  readonly last: Edit
}

/**
 * Of the fixes of one file those that do not touch one another, from the top. A fix counts from its first edit to its last:
 * what lies in between was judged by the same look at the file. Linear but for the sorting.
 */
export function chooseFixes(diagnostics: readonly Diagnostic[], level: FixLevel): ChosenFixes | undefined {
  const candidates = diagnostics.flatMap((diagnostic) => candidateOf(diagnostic, level)).toSorted(inOrder)
  const edits: Edit[] = []
  const rules = new Set<string>()
  let fixes = 0
  for (const { rule, fix, first } of candidates) {
    if (conflicts(edits.at(-1), first)) continue
    edits.push(...fix.edits)
    rules.add(rule)
    fixes++
  }
  return fixes === 0 ? undefined : { edits, fixes, rules }
}

function candidateOf({ rule, fixes }: Diagnostic, level: FixLevel): Candidate[] {
  const fix = applicableFix(fixes, level)
  const first = fix?.edits[0]
  const last = fix?.edits.at(-1)
  return fix === undefined || first === undefined || last === undefined ? [] : [{ rule, fix, first, last }]
}

/** Safe ones before unsafe ones at the same place; what ends sooner leaves room for more. */
function inOrder(a: Candidate, b: Candidate): number {
  const kind = Number(a.fix.applicability === 'unsafe') - Number(b.fix.applicability === 'unsafe')
  return a.first.start - b.first.start || kind || a.last.end - b.last.end
}

/** Two replacements may touch; where one of them is an insertion, which comes first would be a guess. */
function conflicts(before: Edit | undefined, next: Edit): boolean {
  if (before === undefined || next.start > before.end) return false
  return next.start < before.end || isInsertion(before) || isInsertion(next)
}

const isInsertion = ({ start, end }: Edit): boolean => start === end
