import { runGit } from './git.ts'

/** The texts that blobs hold, by their names; those that git cannot give at once, for lack of a part of its history, are left out. */
export function oldTexts(top: string, blobs: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>()
  if (blobs.length === 0) return texts
  const answer = runGit(top, ['cat-file', '--batch'], { input: `${blobs.join('\n')}\n` })
  if (!answer.ok) return texts
  const { out } = answer
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(10, at)
    if (end === -1) break
    const [name = '', kind, size] = out.toString('latin1', at, end).split(' ')
    // `<name> missing` has no text behind it.
    const length = kind === 'blob' ? Number(size) : -1
    if (kind === 'blob') texts.set(name, out.toString('utf8', end + 1, end + 1 + length))
    at = end + 2 + length
  }
  return texts
}
