import type { Diagnostic, RelatedLocation } from '../core/diagnostic.ts'
import type { Location } from '../core/span.ts'
import { groupBy } from './by-file.ts'
import type { FrameLocation } from './code-frame.ts'
import { count } from './count.ts'
import { placeOf } from './place.ts'
import type { FindLines } from './position.ts'
import { listable } from './repeats.ts'
import { safeText } from './safe-text.ts'
import type { Style } from './style.ts'

/** So many related places of which the same is said have a frame each: that is how claims on one path are compared. */
const mostFramed = 3

/** What a list of places is printed with; `gutter` as in the frame above it. */
interface ListContext {
  readonly findLines: FindLines
  readonly style: Style
  readonly gutter: number
}

/**
 * The places of a finding that its frame shows. A related location that is the finding's own place says what to write
 * there: it is its label, not one place more.
 */
export function framedPlaces(diagnostic: Diagnostic, style: Style): FrameLocation[] {
  const own = diagnostic.related.find((related) => isSamePlace(related, diagnostic))
  const listed = new Set(alike(diagnostic).flat())
  const others = diagnostic.related.filter((related) => related !== own && !listed.has(related))
  return [
    { path: diagnostic.path, span: diagnostic.span, label: own?.message, paint: style[diagnostic.severity] },
    ...others.map(({ path, span, message }) => ({ path, span, label: message, paint: style.related })),
  ]
}

const isSamePlace = (a: Location, b: Location): boolean =>
  a.path === b.path && a.span.start === b.span.start && a.span.end === b.span.end

/** Related places of which the same is said as of one that the frame shows. */
function alike(diagnostic: Diagnostic): RelatedLocation[][] {
  const others = diagnostic.related.filter((related) => !isSamePlace(related, diagnostic))
  return [...groupBy(others, ({ message }) => message).values()]
    .filter((group) => group.length > mostFramed)
    .map((group) => group.slice(1))
}

/** The lines behind a frame that say where else what it shows is true, of this finding and of those that repeat it. */
export function listedPlaces(diagnostic: Diagnostic, repeats: readonly Diagnostic[], context: ListContext): string[] {
  const more = alike(diagnostic).flatMap((places) =>
    placeList(`= ${safeText(places[0]?.message ?? '')},`, 'agent', places, context),
  )
  return [...more, ...placeList('= the same', 'compact', repeats, context)]
}

/** A line a place, which terminals and editors lead to; and which format has those that are left out. */
function placeList(title: string, format: string, places: readonly Location[], context: ListContext): string[] {
  if (places.length === 0) return []
  const { findLines, style, gutter } = context
  const { listed, left } = listable(places)
  const pad = ' '.repeat(gutter)
  const lines = listed.map((place) => {
    const { line, column } = placeOf(place, findLines)
    return `${pad}${style.gutter('-->')} ${safeText(place.path)}:${line}:${column}`
  })
  const rest = left === 0 ? [] : [`${pad}${style.gutter('...')} and ${left} more: --format ${format} lists each`]
  return [`${pad} ${style.gutter(title)} in ${count(places.length, 'more place')}:`, ...lines, ...rest]
}
