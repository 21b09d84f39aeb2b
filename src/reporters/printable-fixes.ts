import type { Fix } from '../core/fix.ts'
import type { Report } from '../core/report.ts'

/** The fixes whose edits can be printed: what they write in the place of a secret would hold it. `--fix` makes them all. */
export const printableFixes = (fixes: readonly Fix[], { secrets }: Pick<Report, 'secrets'>): readonly Fix[] =>
  fixes.filter(({ edits }) =>
    edits.every(
      ({ path, start, end }) => !secrets.get(path)?.some((secret) => secret.start < end && start < secret.end),
    ),
  )
