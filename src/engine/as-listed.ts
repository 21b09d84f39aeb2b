import type { FileSystem } from '../io/file-system.ts'
import { folderOf, joinPath, nameOf } from '../io/paths.ts'

/**
 * Files (absolute) as their folders list them: where case does not count, one may be typed in another, and is no second
 * file for it.
 */
export function asListed(fs: FileSystem, paths: readonly string[]): string[] {
  const listings = new Map<string, ReadonlySet<string>>()
  return paths.map((path) => {
    const folder = folderOf(path)
    const names = listings.get(folder) ?? namesIn(fs, folder)
    listings.set(folder, names)
    const name = nameOf(path)
    if (names.has(name)) return path
    const same = [...names].find((other) => other.toLowerCase() === name.toLowerCase())
    return same === undefined ? path : joinPath(folder, same)
  })
}

function namesIn(fs: FileSystem, folder: string): Set<string> {
  const listing = fs.readDirectory(folder)
  return new Set(listing.ok ? listing.value.map(({ name }) => name) : [])
}
