import type { Discovery } from './discover.ts'

/** Told of each step of a run: how many are done, and how many there will be. */
export type Progress = (done: number, total: number) => void

/** One step is done. */
export type Tick = () => void

/** Every file is read once and checked once. */
export function counted(progress: Progress | undefined, { roots }: Discovery): Tick | undefined {
  if (progress === undefined) return undefined
  let done = 0
  let total = 0
  for (const { files } of roots) total += 2 * files.length
  return () => progress(++done, total)
}
