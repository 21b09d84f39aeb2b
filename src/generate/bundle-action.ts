import type { Plugin } from 'esbuild'
import { bundleFile } from './bundle-file.ts'
import { dataOnDemand, hostData, hostModules, noSubprocesses, precompiled, vocabularyData } from './esbuild-plugins.ts'
import type { GeneratedFile } from './generated-file.ts'
import { precompileValidators } from './precompile.ts'

/** A runner starts the file; a program that plays the runner loads it, and asks for `run`. */
const entry = `
import { runAction } from './src/cli/action/run-action.ts'
export const run = () => runAction(process)
if (require.main === module) run()`

/**
 * `dist/action.js`: the action and all that it can come to need, in one file that needs no other beside it. A runner
 * starts it once a job, so it is made for being whole; what starts often is made of parts (see `bundle-own.ts`).
 */
export async function bundleAction(root: string): Promise<GeneratedFile> {
  const plugins = [unreachable, dataInside(root), precompiled, hostData(root), dataOnDemand(root), vocabularyData]
  const { path, text } = await bundleFile(root, 'action', entry, [...plugins, noSubprocesses])
  return { path, text }
}

/** Commands, and what waits for a person: the inputs of the action can ask for none of them. */
const commands = /^\.\/(?:completion|explain|print-schema|run-(?:graph|init|inspect|owners)|watch)\.ts$/

const unreachable: Plugin = {
  name: 'unreachable',
  setup(setup) {
    setup.onResolve({ filter: commands }, ({ path }) => ({ path, namespace: 'unreachable' }))
    setup.onLoad({ filter: /.*/, namespace: 'unreachable' }, () => ({ contents: 'module.exports = {}', loader: 'js' }))
  },
}

/** The validators and the data of hosts, which are files of their own elsewhere. */
const dataInside = (root: string): Plugin => ({
  name: 'data-inside',
  setup(setup) {
    const modules = [...precompileValidators(), ...hostModules(root)]
    const sources = new Map(modules.map(({ name, source }) => [`./${name}.js`, source]))
    setup.onResolve({ filter: /^\.\/(?:validate|host)-.*\.js$/ }, ({ path }) => ({ path, namespace: 'data' }))
    setup.onLoad({ filter: /.*/, namespace: 'data' }, ({ path }) => ({
      contents: sources.get(path) ?? '',
      resolveDir: root,
      loader: 'js',
    }))
  },
})
