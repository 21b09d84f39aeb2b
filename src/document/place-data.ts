import type { Span } from '../core/span.ts'
import type { Entry, Value } from '../core/value.ts'

/** More values than this, once aliases are followed, are left out. */
const mostValues = 20_000

/**
 * Data that another parser gave, with the places that ours found for it: both read the same text, so where the two have
 * the same shape every value keeps its own place, and elsewhere that of what is around it.
 */
export function placeData(data: Readonly<Record<string, unknown>>, found: Value, around: Span): Entry[] {
  return new Placement().entries(data, found, around)
}

class Placement {
  private left = mostValues
  /** What an alias leads back to is not followed again. */
  private readonly open = new Set<object>()

  entries(data: Readonly<Record<string, unknown>>, found: Value | undefined, around: Span): Entry[] {
    const known = new Map((found?.kind === 'map' ? found.entries : []).map((entry) => [entry.key, entry]))
    return Object.keys(data).map((key) => {
      const entry = known.get(key)
      const place = entry?.value.span ?? around
      return { key, keySpan: entry?.keySpan ?? around, value: this.value(data[key], entry?.value, place) }
    })
  }

  private value(data: unknown, found: Value | undefined, around: Span): Value {
    const span = found?.span ?? around
    this.left--
    if (typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean') {
      return { kind: 'scalar', value: data, span }
    }
    if (typeof data !== 'object' || data === null || this.left < 0 || this.open.has(data)) {
      return { kind: 'scalar', value: null, span }
    }
    const special = specialKind(data)
    if (special !== undefined) return { kind: 'scalar', value: written(data, found), span, special }
    this.open.add(data)
    const value = this.collection(data, found, span)
    this.open.delete(data)
    return value
  }

  private collection(data: object, found: Value | undefined, span: Span): Value {
    if (!Array.isArray(data)) {
      return { kind: 'map', entries: this.entries(data as Record<string, unknown>, found, span), span }
    }
    const places = found?.kind === 'list' && found.items.length === data.length ? found.items : []
    return { kind: 'list', items: data.map((item: unknown, i) => this.value(item, places[i], span)), span }
  }
}

function specialKind(data: object): 'date' | 'binary' | undefined {
  if (data instanceof Date) return 'date'
  return data instanceof Uint8Array ? 'binary' : undefined
}

/** As our parser reads it, which knows neither dates nor bytes: its text. */
const written = (data: object, found: Value | undefined): string =>
  found?.kind === 'scalar' && found.value !== null ? String(found.value) : data instanceof Date ? isoDate(data) : ''

const isoDate = (date: Date): string => (Number.isNaN(date.getTime()) ? '' : date.toISOString())
