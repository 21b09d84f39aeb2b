import type { Diagnostic } from '../../core/diagnostic.ts'
import type { FixLevel } from '../../core/fix.ts'
import type { FileSystem } from '../../io/file-system.ts'
import type { LintResult } from '../lint.ts'
import { applyEdits } from './apply-edits.ts'
import { chooseFixes } from './choose-fixes.ts'
import { withTexts } from './with-texts.ts'

/** A file with its fixes made, not yet written. */
export interface MendedFile {
  readonly path: string
  readonly before: string
  readonly after: string
  /** How many fixes that took. */
  readonly fixes: number
}

/**
 * A file that stays as it was. `not-text`: it is not UTF-8, would not be, or is too large to be read whole. `circle`: its
 * fixes undo one another. `endless`: there is always one more. `new-error`: they bring an error that was not there.
 * `unstaged`: what was read of it is staged, and something else lies there.
 * `rules`: whose fixes, and of a new error, whose error.
 */
export interface LeftAlone {
  readonly path: string
  readonly why: 'not-text' | 'circle' | 'endless' | 'new-error' | 'unstaged'
  readonly rules: readonly string[]
}

/** Both by real path. */
export interface Mending {
  readonly files: ReadonlyMap<string, MendedFile>
  readonly left: ReadonlyMap<string, LeftAlone>
  /** What there is to say about the files as they are then. */
  readonly result: LintResult
}

export type Lint = (fs: FileSystem) => Promise<LintResult>

/** More passes than any honest pile of fixes takes. */
const passLimit = 10

interface FileInProgress extends MendedFile {
  /** Every text that it had. */
  readonly seen: ReadonlySet<string>
}

interface Progress {
  readonly fs: FileSystem
  readonly level: FixLevel
  readonly isUnstaged: MendRequest['isUnstaged']
  readonly files: Map<string, FileInProgress>
  readonly left: Map<string, LeftAlone>
}

export interface MendRequest {
  readonly fs: FileSystem
  readonly lint: Lint
  readonly level: FixLevel
  /** What there is to say before anything is changed. */
  readonly first: LintResult
  /** Does something else lie at the path than what is linted? Absent: nowhere. */
  readonly isUnstaged?: ((path: string) => boolean) | undefined
}

/**
 * Makes fixes, lints what that gives, and so on until there is nothing left to make; ten times at most. A file whose
 * fixes undo one another, or never end, is left as it was, as those are that `left` names. Nothing is written.
 */
export async function mend(request: MendRequest, left: Mending['left']): Promise<Mending> {
  const { fs, lint, level, first, isUnstaged } = request
  const progress: Progress = { fs, level, isUnstaged, files: new Map(), left: new Map(left) }
  let result = first
  for (let pass = 1; pass <= passLimit && makeFixes(progress, result); pass++) {
    result = await lint(withTexts(fs, textsOf(progress.files)))
  }
  const endless = fixesByFile(progress, result)
  for (const [real, { path, chosen }] of endless) {
    progress.files.delete(real)
    progress.left.set(real, { path, why: 'endless', rules: [...chosen.rules] })
  }
  if (endless.size > 0) result = await lint(withTexts(fs, textsOf(progress.files)))
  return { files: progress.files, left: progress.left, result }
}

/** The texts to lint with, by real path. */
export const textsOf = (files: ReadonlyMap<string, MendedFile>): Map<string, string> =>
  new Map([...files].map(([real, { after }]) => [real, after]))

/** One pass; was anything changed? */
function makeFixes(progress: Progress, result: LintResult): boolean {
  const chosen = fixesByFile(progress, result)
  for (const [real, fixes] of chosen) makeFixesOf(progress, real, fixes)
  return chosen.size > 0
}

interface FixesOfFile {
  readonly path: string
  readonly chosen: NonNullable<ReturnType<typeof chooseFixes>>
}

function fixesByFile({ fs, level, left }: Progress, { all, focus }: LintResult): Map<string, FixesOfFile> {
  const findings = new Map<string, Diagnostic[]>()
  const inFocus = focus === undefined ? undefined : new Set(focus)
  for (const diagnostic of all) {
    const { path, fixes } = diagnostic
    if (fixes.length === 0 || inFocus?.has(path) === false) continue
    const real = fs.realPath(path)
    if (real === undefined || left.has(real)) continue
    const ofFile = findings.get(real)
    if (ofFile === undefined) findings.set(real, [diagnostic])
    else ofFile.push(diagnostic)
  }
  const chosen = [...findings].flatMap(([real, ofFile]): [string, FixesOfFile][] => {
    const fixes = chooseFixes(ofFile, level)
    return fixes === undefined ? [] : [[real, { path: ofFile[0]?.path ?? real, chosen: fixes }]]
  })
  return new Map(chosen)
}

/** Half a character cannot be written as UTF-8. */
const loneSurrogate = /\p{Surrogate}/u

function makeFixesOf({ fs, files, left, isUnstaged }: Progress, real: string, { path, chosen }: FixesOfFile): void {
  const file = files.get(real) ?? startOf(fs, path)
  const after = file === undefined ? '' : applyEdits(file.after, chosen.edits)
  const why = isUnstaged?.(path) === true ? 'unstaged' : reasonToLeave(file, after)
  if (file !== undefined && why === undefined) {
    files.set(real, { ...file, after, fixes: file.fixes + chosen.fixes, seen: new Set([...file.seen, after]) })
    return
  }
  files.delete(real)
  left.set(real, { path, why: why ?? 'not-text', rules: [...chosen.rules] })
}

function reasonToLeave(file: FileInProgress | undefined, after: string): LeftAlone['why'] | undefined {
  if (file === undefined || loneSurrogate.test(after)) return 'not-text'
  return file.seen.has(after) ? 'circle' : undefined
}

/** Undefined for what could only be written as something else: it was not read whole, or not as what it is. */
function startOf(fs: FileSystem, path: string): FileInProgress | undefined {
  const read = fs.readFile(path)
  if (!read.ok || read.value.encodingProblem !== undefined || read.value.truncated) return undefined
  const { text } = read.value
  return { path, before: text, after: text, fixes: 0, seen: new Set([text]) }
}
