import { runGit } from './git.ts'

/**
 * What blobs hold, by their names; those that git cannot give at once, for lack of a part of its history or because it is
 * too much, are left out.
 */
export function readBlobs(top: string, blobs: readonly string[]): Map<string, Buffer> {
  const contents = new Map<string, Buffer>()
  if (blobs.length === 0) return contents
  const answer = runGit(top, ['cat-file', '--batch'], { input: `${blobs.join('\n')}\n` })
  if (!answer.ok) return contents
  const { out } = answer
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(10, at)
    if (end === -1) break
    const [name = '', kind, size] = out.toString('latin1', at, end).split(' ')
    // `<name> missing` has no text behind it.
    const length = kind === 'blob' ? Number(size) : -1
    if (kind === 'blob') contents.set(name, out.subarray(end + 1, end + 1 + length))
    at = end + 2 + length
  }
  return contents
}
