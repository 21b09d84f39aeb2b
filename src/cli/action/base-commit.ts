import type { FileSystem } from '../../io/file-system.ts'
import { absolutePath } from '../../io/paths.ts'
import type { Variables } from './inputs.ts'

/** The commit that the event of a workflow starts from, as the payload names it; undefined where it names none. */
export function baseCommit(fs: FileSystem, env: Variables): string | undefined {
  const path = env.GITHUB_EVENT_PATH ?? ''
  const read = path === '' ? undefined : fs.readFile(absolutePath(fs.cwd, path))
  if (read?.ok !== true) return undefined
  const event = parsed(read.value.text)
  const named = [
    textAt(event, 'pull_request', 'base', 'sha'),
    textAt(event, 'merge_group', 'base_sha'),
    textAt(event, 'before'),
  ]
  return named.find((sha) => /^[0-9a-f]{40,64}$/.test(sha) && !/^0+$/.test(sha))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function textAt(value: unknown, ...keys: readonly string[]): string {
  let at = value
  for (const key of keys) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return ''
    at = (at as Readonly<Record<string, unknown>>)[key]
  }
  return typeof at === 'string' ? at : ''
}
