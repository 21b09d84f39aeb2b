import { listNames } from '../core/message.ts'
import type { Reader } from './agent-view.ts'

/** Further readers are counted. */
const mostNames = 3

/**
 * What readers of the folder beside its own host do, as the end of a sentence: "; Goose, which reads such folders too,
 * refuses the file". Empty where there are none. `does` in the singular and the plural.
 */
export function whatOthersDo(readers: readonly Reader[], does: readonly [one: string, several: string]): string {
  if (readers.length === 0) return ''
  const names = listNames(
    readers.map(({ host }) => host.name),
    mostNames,
  )
  const [read, act] = readers.length === 1 ? ['reads', does[0]] : ['read', does[1]]
  return `; ${names}, which ${read} such folders too, ${act}`
}
