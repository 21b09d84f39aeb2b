import { byteLimit, textStart } from '../core/source-file.ts'
import { type Span, span } from '../core/span.ts'
import { entryOf, type MapValue } from '../core/value.ts'
import { loadYaml } from '../data/yaml.ts'
import type { FileSystem } from '../io/file-system.ts'
import { blankComments } from './blank-comments.ts'
import { checkConfig, type Mistake, toConfig } from './check-config.ts'
import { type ConfigResult, emptyConfig, type KnownIds } from './config.ts'
import { findConfig } from './find-config.ts'

export interface ConfigRequest {
  /** A file that the user names; nothing is looked for then. */
  readonly path: string | undefined
  /** Read none at all. */
  readonly none: boolean
  /** Absolute: where to start looking. */
  readonly start: string
  readonly known: KnownIds
}

/** Finds, reads and checks the configuration. All mistakes come at once, each with its place. Data only, never code. */
export async function loadConfig(fs: FileSystem, request: ConfigRequest): Promise<ConfigResult> {
  if (request.none) return { ok: true, config: emptyConfig, path: undefined, folder: request.start, notes: [] }
  const { paths, refused } =
    request.path === undefined ? findConfig(fs, request.start) : { paths: [request.path], refused: [] }
  const notes = refused.map((path) => `${path} is not read: configuration is data, never code`)
  const [path, second] = paths
  if (path === undefined) return { ok: true, config: emptyConfig, path, folder: request.start, notes }
  if (second !== undefined) return failed(path, '', span(0, 0), `there is a second configuration beside it: ${second}`)
  return readConfig(fs, path, request, notes)
}

const failed = (path: string, text: string, at: Span, message: string): ConfigResult => ({
  ok: false,
  problems: [{ path, text, span: at, message, help: undefined }],
})

async function readConfig(
  fs: FileSystem,
  path: string,
  request: ConfigRequest,
  notes: readonly string[],
): Promise<ConfigResult> {
  const read = fs.readFile(path)
  if (!read.ok) return failed(path, '', span(0, 0), `it cannot be read: ${read.failure.why}`)
  const { text } = read.value
  if (read.value.truncated) return failed(path, text, span(0, 0), `it is larger than ${byteLimit} bytes`)
  const yaml = await loadYaml()
  const isYaml = /\.ya?ml$/.test(path)
  const at = span(textStart(text), text.length)
  const { root, problems, duplicates } = yaml.read(isYaml ? text : blankComments(text), at, { length: byteLimit })
  const broken = problems.map((problem): Mistake => ({ span: problem.span, message: problem.message, help: undefined }))
  const twice = duplicates.map(
    ({ key, second }): Mistake => ({ span: second, message: `\`${key}\` stands here twice`, help: undefined }),
  )
  const map = root === undefined ? emptyMap(at) : ownPart(root.kind === 'map' ? root : undefined, path)
  const shape: Mistake[] =
    map === undefined
      ? [{ span: root?.span ?? at, message: 'the configuration must be a mapping', help: undefined }]
      : []
  const wrong = map === undefined || broken.length > 0 ? [] : checkConfig(map, request.known)
  const all = [...broken, ...twice, ...shape, ...wrong]
  if (all.length > 0 || map === undefined) {
    return { ok: false, problems: all.map((mistake) => ({ path, text, ...mistake })) }
  }
  return { ok: true, config: toConfig(map), path, folder: folderOf(path), notes }
}

const emptyMap = (at: Span): MapValue => ({ kind: 'map', entries: [], span: at })

/** In a package manifest only the value of `agentLint` is ours. */
function ownPart(root: MapValue | undefined, path: string): MapValue | undefined {
  if (root === undefined || !/(?:^|\/)package\.json$/.test(path)) return root
  const value = entryOf(root.entries, 'agentLint')?.value
  return value?.kind === 'map' ? value : undefined
}

const folderOf = (path: string): string => {
  const slash = path.lastIndexOf('/')
  return slash === -1 ? '.' : path.slice(0, slash) || '/'
}
