import { build, type Plugin } from 'esbuild'
import { deliver, type GeneratedFile } from './generated-file.ts'
import { precompileValidators } from './precompile.ts'

/** Writes, or checks, `dist/`. */
export const run = async (root: string, check: boolean): Promise<number> =>
  deliver(root, await bundle(root), { check, command: 'npm run bundle', folder: 'dist' })

/**
 * What is committed in `dist/`: a small core, and chunks that are loaded when they are met. Nothing outside it is needed
 * to run, so a fresh clone lints without an install.
 */
async function bundle(root: string): Promise<GeneratedFile[]> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: { 'agent-lint': 'src/index.ts', cli: 'src/cli/main.ts', action: 'src/cli/action.ts' },
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    outdir: 'dist',
    chunkNames: 'chunk-[hash]',
    write: false,
    loader: { '.md': 'text' },
    legalComments: 'none',
    logLevel: 'warning',
    banner: { js: requireBanner },
    plugins: [precompiled],
  })
  return result.outputFiles.map((file) => ({ path: `dist/${file.path.split(/[\\/]dist[\\/]/)[1]}`, text: file.text }))
}

// Packages in CommonJS ask for Node's own modules with `require`, which a module does not have.
const requireBanner = "import{createRequire as __r}from'node:module';const require=__r(import.meta.url);"

/** Puts precompiled validators in the place of those that compile at run time. */
const precompiled: Plugin = {
  name: 'precompiled-validators',
  setup(setup) {
    setup.onLoad({ filter: /[\\/]data[\\/]built-in-validators\.ts$/ }, ({ path }) => ({
      contents: precompileValidators(),
      loader: 'js',
      resolveDir: path.replace(/[\\/][^\\/]+$/, ''),
    }))
  },
}
