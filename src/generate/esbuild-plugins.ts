import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import type { HostDescriptor } from '../core/host.ts'
import { vocabulary } from '../facts/built-in-vocabulary.ts'
import { toolNames } from '../hosts/host-terms.ts'
import { hostFiles } from './host-files.ts'
import { precompiledTable } from './precompile.ts'

/** Packages that are files of their own become `require` of the file beside the one that asks for them. */
export const packagesBeside = (names: readonly string[]): Plugin => ({
  name: 'packages-beside',
  setup(setup) {
    setup.onResolve({ filter: /^\.\/(?:validate|host)-.*\.js$/ }, ({ path }) => ({ path, external: true }))
    setup.onResolve({ filter: /^[a-z]/ }, ({ path, kind }) =>
      kind === 'dynamic-import' && names.includes(path) ? { path: `./${path}.js`, external: true } : undefined,
    )
  },
})

/**
 * commander can start other programs, which nothing here asks it to do; without that module the start is several
 * milliseconds shorter, and nothing in the bundle can.
 */
export const noSubprocesses: Plugin = {
  name: 'no-subprocesses',
  setup(setup) {
    setup.onResolve({ filter: /^(?:node:)?child_process$/ }, () => ({ path: 'child_process', namespace: 'absent' }))
    setup.onLoad({ filter: /.*/, namespace: 'absent' }, () => ({ contents: 'module.exports = {}', loader: 'js' }))
  },
}

/**
 * The data of hosts without what is only there for people to read, and as text, which is parsed where it is needed:
 * compiling the same as objects was a tenth of a small run (measured).
 */
export const hostData = (root: string): Plugin => ({
  name: 'host-data',
  setup(setup) {
    setup.onLoad({ filter: /[\\/]hosts[\\/]host-terms\.ts$/ }, () => ({ contents: termsTable, loader: 'js' }))
    setup.onLoad({ filter: /[\\/]hosts[\\/]built-in-hosts\.ts$/ }, () => ({ contents: hostTable(root), loader: 'js' }))
  },
})

/** The words of all languages, compiled, as one text as well. */
export const vocabularyData: Plugin = {
  name: 'vocabulary-data',
  setup(setup) {
    setup.onLoad({ filter: /[\\/]facts[\\/]built-in-vocabulary\.ts$/ }, () => ({
      contents: `export const vocabulary = ${parsed(vocabulary)}`,
      loader: 'js',
    }))
    setup.onLoad({ filter: /[\\/]schemas[\\/]vocabulary[\\/].*\.json$/ }, ({ path }) => ({
      contents: `export default ${parsed(JSON.parse(readFileSync(path, 'utf8')))}`,
      loader: 'js',
    }))
  },
}

/** What `facts/built-in-data.ts` hands out, and where it stands. */
const tables: Readonly<Record<string, string>> = {
  credentialData: 'schemas/credentials.json',
  accountNames: 'schemas/vocabulary/accounts.json',
  directiveWords: 'schemas/vocabulary/directives.json',
  leftOverWords: 'schemas/vocabulary/left-overs.json',
  shellWords: 'schemas/vocabulary/shell.json',
  documentWords: 'schemas/vocabulary/documents.json',
  referenceWords: 'schemas/vocabulary/references.json',
}

/** Tables that few runs ask for: texts, each parsed when it is first asked for. */
export const dataOnDemand = (root: string): Plugin => ({
  name: 'data-on-demand',
  setup(setup) {
    setup.onLoad({ filter: /[\\/]facts[\\/]built-in-data\.ts$/ }, () => ({
      contents: Object.entries(tables)
        .map(([name, path]) => tableOnDemand(name, JSON.parse(readFileSync(join(root, path), 'utf8'), withoutSource)))
        .join('\n'),
      loader: 'js',
    }))
  },
})

const tableOnDemand = (name: string, value: unknown): string =>
  `let ${name}Made\nexport const ${name} = () => ${name}Made ??= ${parsed(value)}`

const withoutSource = (key: string, value: unknown): unknown =>
  key === 'source' || key === '$schema' ? undefined : value

/** What is known of a host before any file of it is read; all else is in a file of its own. */
const atHand = ['id', 'name', 'folders', 'alsoReads', 'files', 'document']

function hostTable(root: string): string {
  const rows = hostFiles(root).map(({ id, descriptor, schema }) => {
    const host = bare(join(root, descriptor))
    const { $id } = bare(join(root, schema))
    const known = Object.fromEntries(atHand.map((key) => [key, host[key]]))
    const keys = [...Object.keys(host).filter((key) => !atHand.includes(key) && !key.startsWith('$')), 'schema']
    return `[${parsed(known)}, ${JSON.stringify(keys)}, ${JSON.stringify($id)}, () => require('./host-${id}.js')]`
  })
  return `export const builtInHostData = [${rows.join(',\n')}]`
}

const termsTable = `
const made = new Map()
export const termsOf = ({ id }) => {
  if (!made.has(id)) {
    const { endings, keys, toolField, tools } = require('./host-terms.js')[id]
    const toolsInAnyCase = new Set(tools.map((name) => name.toLowerCase()))
    made.set(id, { endings, keys: new Set(keys), toolField, tools: new Set(tools), toolsInAnyCase })
  }
  return made.get(id)
}`

/** The source of the module that this table looks into: the terms of every host. */
function hostTerms(root: string): string {
  const rows = hostFiles(root).map(({ id, descriptor, schema }) => {
    const { identity, tools } = bare(join(root, descriptor)) as unknown as HostDescriptor
    const keys = Object.keys((bare(join(root, schema)).properties ?? {}) as object)
    return [id, { endings: identity.fileEndings, keys, toolField: tools.field, tools: [...toolNames(tools)] }]
  })
  return `module.exports = ${parsed(Object.fromEntries(rows))}`
}

/** For each host the source of a module with all that is not at hand, its schema too. */
export function hostModules(root: string): { readonly name: string; readonly source: string }[] {
  const modules = hostFiles(root).map(({ id, descriptor, schema }) => {
    const { $id, $schema, ...keywords } = bare(join(root, schema))
    const { $schema: _, ...host } = bare(join(root, descriptor))
    return { name: `host-${id}`, source: `module.exports = ${parsed({ ...host, schema: keywords })}` }
  })
  return [...modules, { name: 'host-terms', source: hostTerms(root) }]
}

const parsed = (value: unknown): string => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`

const bare = (path: string): Record<string, unknown> => JSON.parse(readFileSync(path, 'utf8'), withoutText)

const forPeople = new Set(['title', 'description', 'x-source', 'sources', 'date', 'docs'])

/** Prose has blanks in it: what a missing `description` brings about is one word, and stays. */
const withoutText = (key: string, value: unknown): unknown => {
  const isProse = typeof value === 'string' && (value.includes(' ') || value.startsWith('http') || key === 'date')
  return forPeople.has(key) && (isProse || key === 'sources') ? undefined : value
}

/** Puts precompiled validators in the place of those that compile at run time. */
export const precompiled: Plugin = {
  name: 'precompiled-validators',
  setup(setup) {
    setup.onLoad({ filter: /[\\/]data[\\/]built-in-validators\.ts$/ }, ({ path }) => ({
      contents: precompiledTable(),
      loader: 'js',
      resolveDir: path.replace(/[\\/][^\\/]+$/, ''),
    }))
  },
}
