import { readFileSync } from 'node:fs'
import { build, type Plugin } from 'esbuild'
import { deliver, type GeneratedFile } from './generated-file.ts'
import { precompiledTable, precompileValidators } from './precompile.ts'

/** Writes, or checks, `dist/`. */
export const run = async (root: string, check: boolean): Promise<number> =>
  deliver(root, await bundle(root), { check, command: 'npm run bundle', folder: 'dist' })

/**
 * What is met by few runs and costs to load, each a file of its own: the module that asks for it, and the file's name.
 * Measured: one core with these beside it starts in half the time of the modules that esbuild splits by itself, because
 * Node loads CommonJS faster than it links modules.
 */
const lazy: Readonly<Record<string, string>> = {
  yaml: 'yaml',
  'gray-matter': 'gray-matter',
  'fast-glob': 'fast-glob',
  ignore: 'ignore',
  chalk: 'chalk',
  commander: 'commander',
  unified: 'unified',
  'remark-parse': 'remark-parse',
  '../../rules/pages.ts': 'rule-pages',
}

/**
 * What is committed in `dist/`: the core, and the files that it loads when they are needed. Nothing outside it is needed
 * to run, so a fresh clone lints without an install.
 */
async function bundle(root: string): Promise<GeneratedFile[]> {
  const core = await bundleOne(root, 'agent-lint', "export * from './src/cli/entry.ts'", [
    precompiled,
    bareData,
    outOfLine,
    noSubprocesses,
  ])
  const parts = await Promise.all(
    Object.entries(lazy).map(([module, name]) => bundleOne(root, name, exportsOf(module), [noSubprocesses])),
  )
  const validators = await Promise.all(
    precompileValidators().map(({ name, source }) => bundleOne(root, name, source, [])),
  )
  const action = { path: 'dist/action.js', text: "require('./agent-lint.js').runAction(process)\n" }
  const kind = { path: 'dist/package.json', text: '{ "type": "commonjs" }\n' }
  return [core, ...parts, ...validators, action, kind]
}

/**
 * The file of a lazy module. Who imports a CommonJS file gets its `module.exports` as the default export, so that must be
 * what the package itself exports by default, as it is where nothing is bundled.
 */
function exportsOf(module: string): string {
  if (module.startsWith('.')) return `export * from '${module.replace('../../', './')}'`
  if (module === 'remark-parse') return "module.exports = require('remark-parse').default"
  return `module.exports = require('${module}')`
}

async function bundleOne(root: string, name: string, contents: string, plugins: Plugin[]): Promise<GeneratedFile> {
  const result = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    supported: { 'dynamic-import': false },
    write: false,
    loader: { '.md': 'text' },
    legalComments: 'none',
    logLevel: 'warning',
    logOverride: { 'import-is-undefined': 'silent' },
    plugins,
  })
  return { path: `dist/${name}.js`, text: result.outputFiles[0]?.text ?? '' }
}

/** Dynamic imports of what is lazy become `require` of the file beside the core. */
const outOfLine: Plugin = {
  name: 'out-of-line',
  setup(setup) {
    setup.onResolve({ filter: /^\.\/validate-/ }, ({ path }) => ({ path, external: true }))
    setup.onResolve({ filter: /.*/ }, ({ path, kind }) => {
      const name = lazy[path]
      return kind === 'dynamic-import' && name !== undefined ? { path: `./${name}.js`, external: true } : undefined
    })
  },
}

/**
 * commander can start other programs, which nothing here asks it to do; without that module the start is several
 * milliseconds shorter, and nothing in the bundle can.
 */
const noSubprocesses: Plugin = {
  name: 'no-subprocesses',
  setup(setup) {
    setup.onResolve({ filter: /^(?:node:)?child_process$/ }, () => ({ path: 'child_process', namespace: 'absent' }))
    setup.onLoad({ filter: /.*/, namespace: 'absent' }, () => ({ contents: 'module.exports = {}', loader: 'js' }))
  },
}

const forPeople = new Set(['title', 'description', 'x-source', 'sources', 'date', 'docs'])

/**
 * The data of hosts without what is only there for people to read, and as text: parsing JSON is several times faster than
 * compiling the same as an object, which was a tenth of a small run (measured).
 */
const bareData: Plugin = {
  name: 'bare-data',
  setup(setup) {
    setup.onLoad({ filter: /[\\/]schemas[\\/].*\.json$/ }, ({ path }) => ({
      contents: `export default JSON.parse(${JSON.stringify(bare(readFileSync(path, 'utf8')))})`,
      loader: 'js',
    }))
  },
}

const bare = (json: string): string => JSON.stringify(JSON.parse(json, withoutText))

/** Prose has blanks in it: what a missing `description` brings about is one word, and stays. */
const withoutText = (key: string, value: unknown): unknown => {
  const isProse = typeof value === 'string' && (value.includes(' ') || value.startsWith('http') || key === 'date')
  return forPeople.has(key) && (isProse || key === 'sources') ? undefined : value
}

/** Puts precompiled validators in the place of those that compile at run time. */
const precompiled: Plugin = {
  name: 'precompiled-validators',
  setup(setup) {
    setup.onLoad({ filter: /[\\/]data[\\/]built-in-validators\.ts$/ }, ({ path }) => ({
      contents: precompiledTable(),
      loader: 'js',
      resolveDir: path.replace(/[\\/][^\\/]+$/, ''),
    }))
  },
}
