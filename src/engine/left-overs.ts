import type { PassedOver } from '../core/report.ts'
import { textStart } from '../core/source-file.ts'
import type { FileSystem } from '../io/file-system.ts'
import { folderOf, nameOf } from '../io/paths.ts'

interface Policy {
  /** Take them all, and ask nothing. */
  readonly all: boolean
  /** Are there agent folders beside these files? Then a file must look more like an agent. */
  readonly besideRoots: boolean
}

/**
 * Of the Markdown files below `top` that lie in no agent folder, those that are agents all the same, and their neighbours: in a
 * folder of agents, a file without frontmatter is one that somebody forgot it in.
 */
export function keepLeftOvers(
  fs: FileSystem,
  top: string,
  paths: readonly string[],
  policy: Policy,
): { files: string[]; passedOver: PassedOver[] } {
  if (policy.all) return { files: [...paths], passedOver: [] }
  const agents = new Set(paths.filter((path) => !isElse(top, path) && looksLikeAgent(fs, path, policy.besideRoots)))
  const folders = new Set(policy.besideRoots ? [] : [...agents].map(folderOf))
  const isKept = (path: string): boolean => agents.has(path) || (folders.has(folderOf(path)) && !isElse(top, path))
  const passedOver = paths
    .filter((path) => !isKept(path))
    .map((path) => ({ path, why: 'it does not look like an agent, and its folder is not one of agents' }))
  return { files: paths.filter(isKept), passedOver }
}

const otherKinds = /\/(?:skills|commands|prompts|templates|docs|instructions)\//

/** A skill has a format of its own, and so has what lies in folders of other kinds below the one that was named. */
const isElse = (top: string, path: string): boolean =>
  nameOf(path) === 'SKILL.md' || otherKinds.test(path.slice(top.length))

const headLength = 4096

function looksLikeAgent(fs: FileSystem, path: string, besideRoots: boolean): boolean {
  const read = fs.readFile(path)
  if (!read.ok) return false
  const { text } = read.value
  const start = textStart(text)
  if (!text.startsWith('---', start)) return false
  const keys = topLevelKeys(text.slice(start, start + headLength))
  if (!besideRoots) return keys.has('name') || keys.has('description')
  return keys.has('name') && (keys.has('description') || keys.has('tools') || keys.has('model'))
}

function topLevelKeys(head: string): Set<string> {
  const keys = new Set<string>()
  for (const line of head.split('\n').slice(1)) {
    if (line.startsWith('---')) break
    const colon = line.indexOf(':')
    if (colon > 0) keys.add(line.slice(0, colon))
  }
  return keys
}
