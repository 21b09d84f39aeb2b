import type { FileSystem } from '../../io/file-system.ts'

/** The same files with other texts in the place of some, by real path: as they would be read if they had been written. */
export function withTexts(fs: FileSystem, texts: ReadonlyMap<string, string>): FileSystem {
  return {
    ...fs,
    readFile: (path) => {
      const read = fs.readFile(path)
      const text = read.ok ? texts.get(fs.realPath(path) ?? path) : undefined
      if (!read.ok || text === undefined) return read
      return { ok: true, value: { ...read.value, text, byteLength: Buffer.byteLength(text) } }
    },
  }
}

/** Asks the disk for each real path once. */
export function rememberRealPaths(fs: FileSystem): FileSystem {
  const known = new Map<string, string | undefined>()
  return {
    ...fs,
    realPath: (path) => {
      if (!known.has(path)) known.set(path, fs.realPath(path))
      return known.get(path)
    },
  }
}
