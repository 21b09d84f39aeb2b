import { lazy } from '../core/lazy.ts'
import { serverKey } from '../facts/named-parts.ts'
import type { Host } from '../hosts/host-registry.ts'
import type { FileSystem } from '../io/file-system.ts'
import { joinPath } from '../io/paths.ts'
import { repositoryFolders } from './ignore-scopes.ts'
import { createTree, type Tree } from './tree.ts'

/** What a project declares for its agents, read when a rule first asks; undefined where it declares none. */
export interface DeclaredNames {
  readonly skills: () => ReadonlySet<string> | undefined
  /** Where a file lies, from the project, that has the name of a skill and is none: it lacks the folder of its own. */
  readonly looseSkill: (name: string) => string | undefined
  /** Where a folder lies, from the project, that has the name of a skill and is none: it lacks the file of one. */
  readonly hollowSkill: (name: string) => string | undefined
  readonly mcpServers: () => ReadonlySet<string> | undefined
}

export function declaredNames(fs: FileSystem, tree: Tree, host: Host): DeclaredNames {
  const above = lazy(() => treesAbove(fs, tree, host))
  const withAbove = (read: (trees: readonly Tree[]) => ReadonlySet<string> | undefined) =>
    lazy(() => read([tree]) && read([tree, ...above()]))
  return {
    skills: withAbove((trees) => declaredSkills(fs, trees, host)),
    looseSkill: (name) => (isCommand(tree, host, name) ? undefined : looseSkill(tree, host, name)),
    hollowSkill: (name) => (isCommand(tree, host, name) ? undefined : hollowSkill(tree, host, name)),
    mcpServers: withAbove((trees) => declaredServers(fs, trees, host)),
  }
}

/** The folders above a project up to the top of its repository: what they declare is added to what it declares itself. */
const treesAbove = (fs: FileSystem, { project }: Tree, host: Host): Tree[] =>
  repositoryFolders(fs, project)
    .filter((folder) => folder !== project)
    .map((folder) => createTree(fs, folder, host))

/** No project has more; what has is not worth the reading. */
const mostSkills = 1000

/** The folders that hold a skill, what those skills call themselves, and commands, which answer to the same names. */
function declaredSkills(fs: FileSystem, trees: readonly Tree[], { skills }: Host): ReadonlySet<string> | undefined {
  if (skills === undefined) return undefined
  const names = new Set(
    trees.flatMap((tree) => skills.folders.flatMap((folder) => skillsIn(fs, tree, folder, skills.file))),
  )
  if (names.size === 0) return undefined
  for (const tree of trees) {
    for (const folder of skills.commandFolders) {
      for (const name of tree.namesIn(joinPath(tree.project, folder)) ?? []) names.add(name.replace(/\.md$/, ''))
    }
  }
  return names
}

function skillsIn(fs: FileSystem, tree: Tree, folder: string, skillFile: string): string[] {
  const path = joinPath(tree.project, folder)
  return (tree.namesIn(path) ?? []).slice(0, mostSkills).flatMap((name) => {
    const file = joinPath(joinPath(path, name), skillFile)
    if (tree.hasFile(file)) return [name, ...labelsIn(fs, file)]
    return tree.mayHaveFile(file) ? [name] : []
  })
}

/** Does a command of that name answer in the place of a skill? */
const isCommand = (tree: Tree, { skills }: Host, name: string): boolean =>
  skills?.commandFolders.some((folder) => tree.hasFile(joinPath(tree.project, `${folder}/${name}.md`))) ?? false

/** A name with a path in it names nothing in these folders. */
const isPlain = (name: string): boolean => /^[\w.-]*\w[\w.-]*$/.test(name)

function looseSkill(tree: Tree, { skills }: Host, name: string): string | undefined {
  if (!isPlain(name)) return undefined
  const paths = skills?.folders.map((folder) => `${folder}/${name}.md`)
  return paths?.find((path) => tree.hasFile(joinPath(tree.project, path)))
}

function hollowSkill(tree: Tree, { skills }: Host, name: string): string | undefined {
  if (skills === undefined || !isPlain(name)) return undefined
  const at = (path: string): string => joinPath(tree.project, path)
  const holds = (path: string): boolean => (tree.namesIn(at(path)) ?? []).length > 0
  const paths = skills.folders.map((folder) => `${folder}/${name}`)
  if (paths.some((path) => tree.mayHaveFile(at(`${path}/${skills.file}`)))) return undefined
  return paths.find(holds)
}

/** What a skill calls itself, read without a parser: for a name that is written in any other way, none is found. */
function labelsIn(fs: FileSystem, path: string): string[] {
  const read = fs.readFile(path)
  if (!read.ok) return []
  const head = read.value.text.slice(0, 4096)
  const name = /^name:[ \t]*["']?([^"'\r\n#]{1,200}?)["']?[ \t]*\r?$/m.exec(head)?.[1]
  return name === undefined ? [] : [name]
}

/** The keys of the mapping that each of the host's files has; a file that cannot be read declares nothing that could be told. */
function declaredServers(
  fs: FileSystem,
  trees: readonly Tree[],
  { mcpServers }: Host,
): ReadonlySet<string> | undefined {
  const names = new Set<string>()
  for (const tree of trees) {
    for (const { path, key } of mcpServers?.files ?? []) {
      const file = joinPath(tree.project, path)
      if (!tree.hasFile(file)) continue
      const read = fs.readFile(file)
      const declared = read.ok ? mappingAt(read.value.text, key) : undefined
      if (declared === undefined) return undefined
      for (const name of declared) names.add(serverKey(name))
    }
  }
  return names.size === 0 ? undefined : names
}

function mappingAt(text: string, key: string): string[] | undefined {
  try {
    const whole: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (!isMapping(whole)) return undefined
    const found = Object.hasOwn(whole, key) ? whole[key] : {}
    return isMapping(found) ? Object.keys(found) : undefined
  } catch {
    return undefined
  }
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
