import type { Diagnostic } from '../../core/diagnostic.ts'

/** A total order, so that the same findings always come out the same way: by file, place, rule, message. */
export const sortDiagnostics = <T extends Diagnostic>(diagnostics: readonly T[]): T[] => diagnostics.toSorted(compare)

function compare(a: Diagnostic, b: Diagnostic): number {
  return (
    byText(a.path, b.path) ||
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    byText(a.rule, b.rule) ||
    byText(a.message, b.message)
  )
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
