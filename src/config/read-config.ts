import { byteLimit, textStart } from '../core/source-file.ts'
import { type Span, span } from '../core/span.ts'
import { entryOf, type MapValue } from '../core/value.ts'
import { loadYaml } from '../data/yaml.ts'
import type { FileSystem } from '../io/file-system.ts'
import { blankComments } from './blank-comments.ts'
import { checkConfig, toConfig } from './check-config.ts'
import type { ConfigResult, KnownIds } from './config.ts'
import type { Mistake } from './mistake.ts'

const failed = (path: string, text: string, at: Span, message: string): ConfigResult => ({
  ok: false,
  problems: [{ path, text, span: at, message, help: undefined }],
})

/** Reads and checks one file. All mistakes come at once, each with its place. */
export async function readConfig(
  fs: FileSystem,
  path: string,
  known: KnownIds,
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
  const wrong = map === undefined || broken.length > 0 ? [] : checkConfig(map, known)
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
