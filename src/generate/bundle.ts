import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleAction } from './bundle-action.ts'
import { bundleFile } from './bundle-file.ts'
import { bundleOwn } from './bundle-own.ts'
import { hostModules, noSubprocesses } from './esbuild-plugins.ts'
import { deliver, type GeneratedFile } from './generated-file.ts'
import { precompileValidators } from './precompile.ts'

/** Writes, or checks, `dist/`. */
export const run = async (root: string, check: boolean): Promise<number> =>
  deliver(root, await bundle(root), { check, command: 'npm run bundle', folder: 'dist' })

/**
 * Packages that few runs meet and that cost to load, each a file of its own. Measured: one core with these beside it
 * starts in half the time of the modules that esbuild splits by itself, because Node loads CommonJS faster than it links
 * modules.
 */
const lazyPackages = [
  'yaml',
  'diff',
  'gray-matter',
  'js-yaml',
  'toml-eslint-parser',
  'fast-glob',
  'ignore',
  'chalk',
  'commander',
  'unified',
  'remark-parse',
]

/**
 * What is committed in `dist/`: the core, and the files that it loads when they are needed. Nothing outside it is needed
 * to run, so a fresh clone lints without an install.
 */
async function bundle(root: string): Promise<GeneratedFile[]> {
  const packages = lazyPackages.map((name) => bundleFile(root, name, packageExports(name), [noSubprocesses]))
  const validators = precompileValidators().map(({ name, source }) => bundleFile(root, name, source, []))
  const hosts = hostModules(root).map(({ name, source }) => bundleFile(root, name, source, []))
  // Kept by hand: what a program sees is less than what the compiler would write, and is explained.
  const types = { path: 'dist/library.d.ts', text: readFileSync(join(root, 'src/api/library.d.ts'), 'utf8') }
  const kind = { path: 'dist/package.json', text: '{ "type": "commonjs" }\n' }
  return [
    ...(await bundleOwn(root, lazyPackages)),
    ...(await Promise.all([...packages, ...validators, ...hosts])),
    await bundleAction(root),
    types,
    kind,
  ]
}

/**
 * Who imports a CommonJS file gets its `module.exports` as the default export, so that must be what the package itself
 * exports by default, as it is where nothing is bundled.
 */
const packageExports = (name: string): string =>
  name === 'remark-parse' ? "module.exports = require('remark-parse').default" : `module.exports = require('${name}')`
