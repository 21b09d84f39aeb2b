import { fix, type LintRunRequest, lint } from '../composition.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { FixLevel } from '../core/fix.ts'
import { countFixable, type FixedSummary } from '../core/report.ts'
import type { FixResult } from '../engine/fix/fix-fleets.ts'
import type { LeftAlone, MendedFile } from '../engine/fix/mend.ts'
import type { LintResult } from '../engine/lint.ts'
import { secretPlaces } from '../engine/secret-places.ts'
import type { FileSystem } from '../io/file-system.ts'
import { absolutePath, folderOf } from '../io/paths.ts'
import { removeLeftOvers } from '../io/temporary-files.ts'
import { writeFile } from '../io/write-file.ts'
import { count } from '../reporters/count.ts'
import { safeText } from '../reporters/safe-text.ts'
import { unifiedDiff } from '../reporters/unified-diff.ts'
import type { Environment } from './environment.ts'
import type { FixFlags } from './fix-flags.ts'

export interface FixRun extends LintResult {
  /** Could a file that should have been written not be? */
  readonly failed: boolean
  /** What `--diff` prints, where it is given. */
  readonly diff: string | undefined
}

/** Makes the fixes, writes the files unless the flags say not to, and says what was not done. */
export async function runFix(
  environment: Environment,
  fs: FileSystem,
  request: LintRunRequest,
  level: FixLevel,
  flags: FixFlags,
): Promise<FixRun> {
  const result = await fix(fs, request, level)
  const isDryRun = flags.fixDryRun === true || flags.diff === true
  say(environment.stderr, result.left.map(leftInWords))
  const written = isDryRun ? result.changes : writeAll(environment, fs, result)
  const failed = written.length < result.changes.length
  // A file that could not be written is to be judged as it is.
  const final = failed ? await lint(fs, request) : result
  if (!isDryRun && request.isUnstaged !== undefined && written.length > 0) {
    environment.stderr.write('note: what was fixed is not staged yet: `git add` it, or it is committed as it was\n')
  }
  const fixed = summaryOf(written, isDryRun)
  const diff = flags.diff === true ? await printedDiff(environment, fixed, result.changes) : undefined
  if (diff === '') sayNoDiff(environment, final.report.diagnostics, level)
  return { ...final, report: { ...final.report, fixed }, failed, diff }
}

/** Gives the files that were written. */
function writeAll({ stderr }: Environment, fs: FileSystem, { changes, report }: FixResult): MendedFile[] {
  const absolute = (path: string): string => absolutePath(fs.cwd, path)
  const files = report.fleets.flatMap((fleet) => fleet.files.map((path) => [path, fleet.root] as const))
  const roots = new Map(files)
  for (const copy of removeLeftOvers(new Set(files.map(([path]) => folderOf(absolute(path)))))) {
    stderr.write(`agent-lint: a run was broken off while it wrote: ${safeText(copy)} is a file as it was before\n`)
  }
  const complaints: string[] = []
  const written = changes.filter(({ path, before, after }) => {
    const root = absolute(roots.get(path) ?? folderOf(path))
    const result = writeFile({ path: absolute(path), root, before, after })
    if (!result.ok) complaints.push(`${safeText(path)} is not written: ${safeText(result.why)}`)
    return result.ok
  })
  say(stderr, complaints)
  return written
}

/** Where a whole tree cannot be written, a few lines say it. */
const complaintLimit = 10

function say(stderr: Environment['stderr'], complaints: readonly string[]): void {
  for (const complaint of complaints.slice(0, complaintLimit)) stderr.write(`agent-lint: ${complaint}\n`)
  const more = complaints.length - complaintLimit
  if (more > 0) stderr.write(`agent-lint: the same, for one reason or another, with ${count(more, 'file')}\n`)
}

function leftInWords({ path, why, rules }: LeftAlone): string {
  const names = rules.length === 0 ? '' : ` (${rules.join(', ')})`
  const reasons: Readonly<Record<LeftAlone['why'], string>> = {
    'not-text': 'only what can be read and written whole, as UTF-8, is changed',
    circle: `its fixes undo one another${names}`,
    endless: `its fixes come to no end${names}`,
    'new-error': `mending it would bring a new error${names}`,
    unstaged: 'it has changes that are not staged',
  }
  return `${safeText(path)} is left as it was: ${reasons[why]}`
}

/** An empty patch means that all is in order, unless there are fixes of the other kind only. */
function sayNoDiff({ stderr }: Environment, diagnostics: readonly Diagnostic[], level: FixLevel): void {
  const { unsafe } = countFixable(diagnostics)
  if (level === 'unsafe' || unsafe === 0) return
  stderr.write(`agent-lint: nothing would be fixed; --unsafe-fixes would mend ${count(unsafe, 'finding')}\n`)
}

const summaryOf = (files: readonly MendedFile[], isDryRun: boolean): FixedSummary => ({
  findings: files.reduce((sum, { fixes }) => sum + fixes, 0),
  files: files.length,
  isDryRun,
})

/** A file or another program gets the patch as it is; a terminal or a build service nothing that it would act on. */
async function printedDiff(
  { stdout, stderr, variables }: Environment,
  { findings, files }: FixedSummary,
  changes: readonly MendedFile[],
): Promise<string> {
  if (files > 0) stderr.write(`agent-lint: ${count(findings, 'finding')} would be fixed in ${count(files, 'file')}\n`)
  const shown = changes.map(({ path, before, after }) => {
    const secrets = secretPlaces(new Map(Object.entries({ before, after })))
    return { path, before, after, secrets: { before: secrets.get('before') ?? [], after: secrets.get('after') ?? [] } }
  })
  return unifiedDiff(shown, { visible: stdout.isTTY === true || (variables.CI ?? '') !== '' })
}
