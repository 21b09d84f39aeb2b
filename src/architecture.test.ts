import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hostIds } from './composition.ts'
import { projectRoot } from './testing/run-built.ts'

/** What the files of a folder may import: whole folders, or single files; `type` where only types may cross. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  data: ['core', 'schemas'],
  io: ['core'],
  document: ['core', 'data'],
  hosts: ['core', 'data', 'document', 'schemas'],
  globs: ['core'],
  facts: ['core', 'document', 'hosts', 'schemas'],
  fleet: ['core', 'facts', 'globs'],
  kit: ['core', 'globs', 'fleet', 'type document', 'type hosts', 'type facts'],
  rules: ['kit'],
  config: ['core', 'data', 'globs', 'io'],
  engine: ['core', 'data', 'document', 'hosts', 'facts', 'fleet', 'kit', 'config', 'io'],
  reporters: ['core'],
  cli: ['api', 'core', 'composition', 'engine', 'fleet', 'globs', 'reporters', 'config', 'io', 'schemas', 'type facts'],
  generate: ['core', 'data', 'facts', 'hosts', 'rules'],
  api: ['core', 'composition', 'config', 'engine', 'io', 'reporters'],
  composition: ['core', 'config', 'engine', 'facts', 'hosts', 'io', 'rules', 'type kit', 'package.json'],
  index: ['api', 'composition', 'reporters'],
}

/** Every package, and the one file that imports it; the disk is read through one, and written through others. */
const doors: Readonly<Record<string, string | readonly string[]>> = {
  yaml: 'src/data/yaml.ts',
  ajv: 'src/data/schema.ts',
  'gray-matter': 'src/document/split.ts',
  'js-yaml': 'src/data/js-yaml.ts',
  'toml-eslint-parser': 'src/document/toml.ts',
  unified: 'src/document/body.ts',
  'remark-parse': 'src/document/body.ts',
  chalk: 'src/reporters/style.ts',
  commander: 'src/cli/program.ts',
  '@clack/prompts': 'src/cli/prompts.ts',
  chokidar: 'src/cli/watch.ts',
  'fast-glob': 'src/io/user-globs.ts',
  ignore: 'src/io/ignore-rules.ts',
  diff: 'src/reporters/unified-diff.ts',
  'node:fs': [
    'src/io/node-fs.ts',
    'src/io/put-in-place.ts',
    'src/io/temporary-files.ts',
    'src/io/write-file.ts',
    'src/io/write-own-file.ts',
  ],
}

interface Import {
  readonly from: string
  readonly target: string
  readonly isType: boolean
}

const sources = ['src', 'rules']
  .flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  )
  .map((path) => path.replaceAll('\\', '/'))
  .filter(
    (path) =>
      path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.endsWith('.d.ts') && !path.startsWith('src/testing/'),
  )

const textOf = (path: string): string => readFileSync(join(projectRoot, path), 'utf8')

const importLine =
  /^(?:import|export)( type)? [^'"]*?from '([^']+)'|^import '([^']+)'|(?<!typeof )import\('([^']+)'\)/gm

const imports: readonly Import[] = sources.flatMap((from) =>
  [...textOf(from).matchAll(importLine)].map((match) => ({
    from,
    target: match[2] ?? match[3] ?? match[4] ?? '',
    isType: match[1] !== undefined,
  })),
)

const folderOf = (path: string): string => {
  if (path.startsWith('rules/'))
    return path === 'rules/pages.ts' || path === 'rules/index.ts' ? path.replace('.ts', '') : 'rules'
  if (!path.startsWith('src/')) return path.split('/')[0] ?? path
  const [, folder = ''] = path.split('/')
  return folder.replace(/\.ts$/, '')
}

const resolved = ({ from, target }: Import): string => join(from, '..', target).replaceAll('\\', '/')

describe('the house', () => {
  it('has imports in one direction only', () => {
    const wrong = imports
      .filter(({ target }) => target.startsWith('.'))
      .filter((line) => {
        const from = folderOf(line.from)
        const to = folderOf(resolved(line))
        if (from === to || from.startsWith('rules/')) return false
        const allowed = mayImport[from] ?? []
        const isAllowed = allowed.includes(to) || (to.startsWith('rules/') && allowed.includes('rules'))
        return !isAllowed && !(line.isType && allowed.includes(`type ${to}`))
      })
    expect(wrong.map(({ from, target }) => `${from} imports ${target}`)).toEqual([])
  })

  it('has one door for each package', () => {
    for (const [name, door] of Object.entries(doors)) {
      const importers = imports
        .filter(({ from }) => !from.startsWith('src/generate/'))
        .filter(({ target, isType }) => !isType && (target === name || target.startsWith(`${name}/`)))
        .map(({ from }) => from)
      expect([name, ...new Set(importers)]).toEqual([name, door].flat())
    }
  })

  it('starts other programs in one file only', () => {
    const starting = sources.filter(
      (path) => textOf(path).includes('child_process') && !path.startsWith('src/generate/'),
    )
    expect(starting).toEqual(['src/io/git.ts'])
  })

  it('names no host outside its data', () => {
    const naming = sources
      .filter(
        (path) =>
          !['src/hosts/load-hosts.ts', 'src/hosts/built-in-hosts.ts', 'src/data/built-in-schemas.ts'].includes(path),
      )
      .filter((path) => hostIds.some((id) => textOf(path).includes(`'${id}'`)))
    expect(naming).toEqual([])
  })

  it('has files that can be read in one go', () => {
    const long = sources.filter((path) => textOf(path).split('\n').length > 251)
    expect(long).toEqual([])
  })
})
