import { byteLimit, textStart } from '../core/source-file.ts'
import { type Span, span } from '../core/span.ts'
import { entryOf, type MapValue } from '../core/value.ts'
import type { loadYaml } from '../data/yaml.ts'
import type { FileSystem } from '../io/file-system.ts'
import { blankComments } from './blank-comments.ts'
import type { Mistake } from './mistake.ts'

export type Yaml = Awaited<ReturnType<typeof loadYaml>>

/** A file of configuration as a value, or what is wrong with it as text. */
export type FileReading =
  | { readonly ok: true; readonly text: string; readonly root: MapValue }
  | { readonly ok: false; readonly text: string; readonly mistakes: readonly Mistake[] }

/** Reads one file: JSON, JSON with comments, or YAML, by its name. */
export function readFile(fs: FileSystem, path: string, yaml: Yaml): FileReading {
  const read = fs.readFile(path)
  if (!read.ok) return failed('', span(0, 0), `it cannot be read: ${read.failure.why}`)
  const { text } = read.value
  if (read.value.truncated) return failed(text, span(0, 0), `it is larger than ${byteLimit} bytes`)
  const at = span(textStart(text), text.length)
  const isYaml = /\.ya?ml$/.test(path)
  const { root, problems, duplicates } = yaml.read(isYaml ? text : blankComments(text), at, { length: byteLimit })
  const map = root === undefined ? emptyMap(at) : ownPart(root.kind === 'map' ? root : undefined, path)
  const mistakes: Mistake[] = [
    ...problems.map((problem) => ({ span: problem.span, message: problem.message, help: undefined })),
    ...duplicates.map(({ key, second }) => ({
      span: second,
      message: `\`${key}\` stands here twice`,
      help: undefined,
    })),
  ]
  if (map === undefined) mistakes.push(mistake(root?.span ?? at, 'the configuration must be a mapping'))
  return map === undefined || mistakes.length > 0 ? { ok: false, text, mistakes } : { ok: true, text, root: map }
}

const mistake = (at: Span, message: string): Mistake => ({ span: at, message, help: undefined })

const failed = (text: string, at: Span, message: string): FileReading => ({
  ok: false,
  text,
  mistakes: [mistake(at, message)],
})

const emptyMap = (at: Span): MapValue => ({ kind: 'map', entries: [], span: at })

/** In a package manifest only the value of `agentLint` is ours. */
function ownPart(root: MapValue | undefined, path: string): MapValue | undefined {
  if (root === undefined || !/(?:^|\/)package\.json$/.test(path)) return root
  const value = entryOf(root.entries, 'agentLint')?.value
  return value?.kind === 'map' ? value : undefined
}
