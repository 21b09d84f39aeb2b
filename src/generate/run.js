// `node src/generate/run.js generate|bundle [--check]`. The generators are TypeScript, and Node 20 does not read that: esbuild turns them into one module first.
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const [what, ...flags] = process.argv.slice(2)
if (what !== 'generate' && what !== 'bundle') throw new Error('say generate or bundle')
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const outfile = join(root, 'node_modules', '.cache', 'agent-lint', `${process.pid}.mjs`)
mkdirSync(dirname(outfile), { recursive: true })
await build({
  entryPoints: [join(root, 'src', 'generate', `${what}.ts`)],
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  packages: 'external',
  outfile,
  loader: { '.md': 'text' },
  logLevel: 'warning',
})
const generator = await import(pathToFileURL(outfile).href)
process.exitCode = await generator.run(root, flags.includes('--check'))
rmSync(outfile)
