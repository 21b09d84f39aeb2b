import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Real files as cases. A file that names a language after its fence is left out: some programs would run it.
 */
export function corpusCases(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .toSorted()
    .flatMap((path, i) => {
      const text = readFileSync(join(folder, path), 'utf8')
      const file = path.slice(path.lastIndexOf('/') + 1)
      return /^\uFEFF?---[^\S\n]*\w/.test(text)
        ? []
        : [{ id: `c${String(i).padStart(4, '0')}`, what: path, file, text }]
    })
}
