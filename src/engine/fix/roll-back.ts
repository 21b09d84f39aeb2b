import type { Diagnostic } from '../../core/diagnostic.ts'
import type { FileSystem } from '../../io/file-system.ts'
import { type MendedFile, type Mending, type MendRequest, textsOf } from './mend.ts'
import { withTexts } from './with-texts.ts'

type Files = ReadonlyMap<string, MendedFile>

/** Looking for who is to blame costs a run over the fleets each time; after so many, nobody is spared. */
const trialLimit = 64

/**
 * Takes back, whole, the files whose fixes brought an error that was not there before, in the file itself or in another
 * one.
 */
export async function rollBack({ fs, lint, first }: MendRequest, mending: Mending): Promise<Mending> {
  const trials = { left: trialLimit }
  const tryWith = async (files: Files): Promise<Diagnostic[] | undefined> => {
    if (trials.left-- <= 0) return undefined
    return newErrors(first.all, (await lint(withTexts(fs, textsOf(files)))).all)
  }
  const files = new Map(mending.files)
  const left = new Map(mending.left)
  let { result } = mending
  for (let found = newErrors(first.all, result.all); found.length > 0 && files.size > 0; ) {
    const blamed = await findBlamed(fs, files, found, tryWith)
    for (const [real, { path }] of blamed) {
      files.delete(real)
      left.set(real, { path, why: 'new-error', rules: [...new Set(found.map(({ rule }) => rule))] })
    }
    result = await lint(withTexts(fs, textsOf(files)))
    found = newErrors(first.all, result.all)
  }
  return { files, left, result }
}

/** Errors of a rule in a file beyond as many as there were: where they stand and what they say may have changed. */
export function newErrors(before: readonly Diagnostic[], after: readonly Diagnostic[]): Diagnostic[] {
  const known = new Map<string, number>()
  for (const error of before.filter(isError)) known.set(keyOf(error), (known.get(keyOf(error)) ?? 0) + 1)
  return after.filter(isError).filter((error) => {
    const count = known.get(keyOf(error)) ?? 0
    known.set(keyOf(error), count - 1)
    return count <= 0
  })
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error'

const keyOf = ({ path, rule }: Diagnostic): string => `${path}\0${rule}`

type Try = (files: Files) => Promise<Diagnostic[] | undefined>

/** The files where the errors stand, if they alone bring some; else those that do, by halves; else all of them. */
async function findBlamed(fs: FileSystem, files: Files, found: readonly Diagnostic[], tryWith: Try): Promise<Files> {
  const places = new Set(found.map(({ path }) => fs.realPath(path)))
  const there = new Map([...files].filter(([real]) => places.has(real)))
  if (there.size === files.size) return there
  if (there.size > 0 && isBad(await tryWith(there))) return there
  const guilty = await findGuilty([...files], tryWith)
  return guilty.length > 0 ? new Map(guilty) : files
}

async function findGuilty(files: [string, MendedFile][], tryWith: Try): Promise<[string, MendedFile][]> {
  if (files.length <= 1) return files
  const middle = files.length >> 1
  const guilty: [string, MendedFile][] = []
  for (const half of [files.slice(0, middle), files.slice(middle)]) {
    if (isBad(await tryWith(new Map(half)))) guilty.push(...(await findGuilty(half, tryWith)))
  }
  return guilty
}

/** Out of trials counts as bad. */
const isBad = (errors: readonly Diagnostic[] | undefined): boolean => errors === undefined || errors.length > 0
