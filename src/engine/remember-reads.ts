import type { SourceFile } from '../core/source-file.ts'
import type { FileSystem, ReadResult } from '../io/file-system.ts'
import { absolutePath } from '../io/paths.ts'

/** Every file is read once in a run, so all that look at it see one snapshot, whatever happens on the disk meanwhile. */
export function rememberReads(fs: FileSystem): FileSystem {
  const reads = new Map<string, ReadResult<SourceFile>>()
  return {
    ...fs,
    readFile: (path) => {
      const key = absolutePath(fs.cwd, path)
      const read = reads.get(key) ?? fs.readFile(path)
      reads.set(key, read)
      if (!read.ok || read.value.path === path) return read
      return { ok: true, value: { ...read.value, path } }
    },
  }
}
