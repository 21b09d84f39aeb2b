import { quote } from '../core/message.ts'
import { nearestOrLonger } from '../core/nearest.ts'
import type { Span } from '../core/span.ts'

/** A mistake in the value, without the file that it stands in. */
export interface Mistake {
  readonly span: Span
  readonly message: string
  readonly help: string | undefined
}

/** That a name is none of those that exist: the one that it is spelt most like, else `otherwise`, is the help. */
export function unknownName(
  what: string,
  name: string,
  span: Span,
  names: readonly string[],
  otherwise: string,
): Mistake | undefined {
  if (names.includes(name)) return undefined
  return {
    span,
    message: `there is no ${what} ${quote(name)}`,
    help: didYouMean(nearestOrLonger(name, names)) ?? otherwise,
  }
}

export const didYouMean = (near: string | undefined): string | undefined =>
  near === undefined ? undefined : `did you mean \`${near}\`?`
