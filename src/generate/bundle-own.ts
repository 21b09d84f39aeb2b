import { basename, join, relative } from 'node:path'
import type { Plugin } from 'esbuild'
import { bundleFile } from './bundle-file.ts'
import { dataOnDemand, hostData, packagesBeside, precompiled, vocabularyData } from './esbuild-plugins.ts'
import type { GeneratedFile } from './generated-file.ts'

/**
 * Our own code: the core, and beside it a file for each module that is imported dynamically. Reading code that is not
 * run is what a small run spends most on (80 µs a kB, measured), so what most runs do without is not in the core. What
 * both need is in the core, and handed out under `shared`.
 */
export async function bundleOwn(root: string, packages: readonly string[]): Promise<GeneratedFile[]> {
  const common = [precompiled, hostData(root), dataOnDemand(root), vocabularyData, packagesBeside(packages)]
  const waiting = new Set<string>(['src/index.ts'])
  const core = await bundleFile(root, 'agent-lint', coreEntry([]), [ownBeside(root, waiting), ...common])
  const inCore = new Set(core.inputs)
  const shared = new Set<string>()
  const files: GeneratedFile[] = []
  // A set that grows while it is walked is walked to its end.
  for (const path of waiting) {
    const plugins = [ownBeside(root, waiting), sharedWithCore(root, path, inCore, shared), ...common]
    files.push(await bundleFile(root, fileName(path), `export * from './${path}'`, plugins))
  }
  const full = await bundleFile(root, 'agent-lint', coreEntry([...shared].sort()), [
    ownBeside(root, waiting),
    ...common,
  ])
  return [full, ...files]
}

function coreEntry(shared: readonly string[]): string {
  const handedOut = shared.map((path) => `import * as ${sharedName(path)} from './${path}'`)
  const object = `export const shared = { ${shared.map(sharedName).join(', ')} }`
  return ["export * from './src/cli/entry.ts'", ...handedOut, object].join('\n')
}

const sharedName = (path: string): string => path.replace(/^src\/|\.ts$/g, '').replaceAll(/\W/g, '_')

/** `dist/library.js` is the public API; rule pages keep the name of what they are. */
const fileNames: Readonly<Record<string, string>> = { 'src/index.ts': 'library', 'rules/pages.ts': 'rule-pages' }

const fileName = (path: string): string => fileNames[path] ?? basename(path, '.ts')

/** Dynamic imports of our own modules become `require` of a file of their own, and `found` learns of it. */
const ownBeside = (root: string, found: Set<string>): Plugin => ({
  name: 'own-beside',
  setup(setup) {
    setup.onResolve({ filter: /^\./ }, ({ path, kind, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined
      const own = pathInRoot(root, join(resolveDir, path))
      found.add(own)
      return { path: `./${fileName(own)}.js`, external: true }
    })
  },
})

/** Imports of what the core holds become uses of what it hands out: no module is there twice, and none runs twice. */
const sharedWithCore = (root: string, entry: string, inCore: ReadonlySet<string>, shared: Set<string>): Plugin => ({
  name: 'shared-with-core',
  setup(setup) {
    setup.onResolve({ filter: /^\..*\.ts$/ }, ({ path, resolveDir }) => {
      const own = pathInRoot(root, join(resolveDir, path))
      if (own === entry || !inCore.has(own)) return undefined
      shared.add(own)
      return { path: own, namespace: 'core' }
    })
    setup.onLoad({ filter: /.*/, namespace: 'core' }, ({ path }) => ({
      contents: `module.exports = require('./agent-lint.js').shared.${sharedName(path)}`,
      loader: 'js',
    }))
    setup.onResolve({ filter: /^\.\/agent-lint\.js$/, namespace: 'core' }, ({ path }) => ({ path, external: true }))
  },
})

const pathInRoot = (root: string, path: string): string => relative(root, path).replaceAll('\\', '/')
