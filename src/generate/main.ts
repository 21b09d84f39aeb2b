import { bundle } from './bundle.ts'
import { generateSources } from './generate-sources.ts'
import { type GeneratedFile, staleFiles, writeFiles } from './generated-file.ts'

/**
 * `generate` writes the checked-in sources that follow from the folders, `bundle` writes `dist/`. With `--check` nothing
 * is written: it says which files are stale. Gives the exit code.
 */
export async function main(root: string, args: readonly string[]): Promise<number> {
  const [what] = args
  if (what !== 'generate' && what !== 'bundle') {
    console.error('say generate or bundle, and --check to compare only')
    return 2
  }
  const files = what === 'bundle' ? await bundle(root) : generateSources(root)
  const folder = what === 'bundle' ? 'dist' : undefined
  if (args.includes('--check')) return check(staleFiles(root, files, folder), what)
  writeFiles(root, files, folder)
  return 0
}

function check(stale: readonly string[], what: string): number {
  for (const path of stale) console.error(`stale: ${path} (npm run ${what})`)
  return stale.length === 0 ? 0 : 1
}

export type { GeneratedFile }
