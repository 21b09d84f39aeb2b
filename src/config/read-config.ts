import { loadYaml } from '../data/yaml.ts'
import type { FileSystem } from '../io/file-system.ts'
import { absolutePath, folderOf } from '../io/paths.ts'
import { repositoryTop } from '../io/repository.ts'
import { checkConfig } from './check-config.ts'
import { type ConfigFile, type ConfigProblem, type ConfigResult, emptyConfig, type KnownIds } from './config.ts'
import { type Extended, extendedOf, resolveExtended, shownPath } from './extended-file.ts'
import { mergeConfigs } from './merge-configs.ts'
import type { Mistake } from './mistake.ts'
import { readFile, type Yaml } from './read-file.ts'
import { toConfig } from './to-config.ts'

/** Files that extend one another are few; more than this is a mistake or an attack. */
const mostFiles = 32

interface Reading {
  readonly fs: FileSystem
  readonly yaml: Yaml
  readonly known: KnownIds
  /** Absolute: what is extended must lie below it. */
  readonly top: string
  readonly files: ConfigFile[]
  readonly problems: ConfigProblem[]
  /** How many files were read, one that is met twice counted twice. */
  reads: number
}

/** Reads and checks a file and what it extends. All mistakes come at once, each with its place. */
export async function readConfig(
  fs: FileSystem,
  path: string,
  known: KnownIds,
  notes: readonly string[],
): Promise<ConfigResult> {
  const own = absolutePath(fs.cwd, path)
  const folder = folderOf(own)
  const yaml = await loadYaml()
  const reading: Reading = {
    fs,
    yaml,
    known,
    top: repositoryTop(fs, folder) ?? folder,
    files: [],
    problems: [],
    reads: 0,
  }
  readChain(reading, own, [])
  const { files, problems } = reading
  if (problems.length > 0) return { ok: false, problems }
  const config = files.map(toConfig).reduce(mergeConfigs, emptyConfig)
  return { ok: true, config, path, folder, notes, files }
}

/** `above`: the files, absolute, that lead from the configuration to this one. */
function readChain(reading: Reading, path: string, above: readonly string[]): void {
  const { fs, yaml, known, files, problems } = reading
  reading.reads++
  const shown = shownPath(fs, path)
  const read = readFile(fs, path, yaml)
  const add = (mistakes: readonly Mistake[]): void => {
    problems.push(...mistakes.map((mistake) => ({ path: shown, text: read.text, ...mistake })))
  }
  if (!read.ok) {
    add(read.mistakes)
    return
  }
  add(checkConfig(read.root, known))
  for (const extended of extendedOf(read.root)) {
    const next = resolveExtended(fs, extended, path, reading.top)
    if (next === undefined) continue
    const mistake = 'path' in next ? refusal(reading, next.path, extended, [...above, path]) : next
    if (mistake !== undefined) add([mistake])
    else if ('path' in next) readChain(reading, next.path, [...above, path])
  }
  files.push({ path: shown, text: read.text, root: read.root })
}

/** Why a file that is there is not followed. */
function refusal(
  { fs, reads }: Reading,
  path: string,
  { span }: Extended,
  above: readonly string[],
): Mistake | undefined {
  const start = above.findIndex((one) => fs.realPath(one) === fs.realPath(path))
  if (start !== -1) {
    const circle = [...above.slice(start), path].map((one) => shownPath(fs, one)).join(' → ')
    return { span, message: `this goes round in a circle: ${circle}`, help: undefined }
  }
  if (reads < mostFiles) return undefined
  return { span, message: `more than ${mostFiles} files are extended`, help: undefined }
}
