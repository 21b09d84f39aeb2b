import type { FileSystem } from './file-system.ts'

/** What reading cost so far. */
export interface ReadCost {
  files: number
  folders: number
  milliseconds: number
}

/** The same file system, with what its reading costs added to `cost`. `clock` gives milliseconds. */
export function timeReads(fs: FileSystem, cost: ReadCost, clock: () => number): FileSystem {
  const time = <T>(read: () => T): T => {
    const start = clock()
    const result = read()
    cost.milliseconds += clock() - start
    return result
  }
  return {
    ...fs,
    readFile: (path) => {
      cost.files++
      return time(() => fs.readFile(path))
    },
    readDirectory: (path) => {
      cost.folders++
      return time(() => fs.readDirectory(path))
    },
    kindOf: (path) => time(() => fs.kindOf(path)),
    realPath: (path) => time(() => fs.realPath(path)),
    trackedFiles: (folder) => time(() => fs.trackedFiles(folder)),
  }
}
