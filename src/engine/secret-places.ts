import type {
  Diagnostic,
  MessageData,
  MessageValue,
  RelatedLocation,
  SuppressedDiagnostic,
} from '../core/diagnostic.ts'
import type { Fix } from '../core/fix.ts'
import type { Span } from '../core/span.ts'
import { findSecrets, withoutSecrets } from '../facts/secrets.ts'

/**
 * What may not be printed of the texts that findings point into, whatever rule they are of, and whether or not the rule about
 * secrets is on: places by path, for the texts that have any.
 */
export function secretPlaces(texts: ReadonlyMap<string, string>): Map<string, readonly Span[]> {
  const places = new Map<string, readonly Span[]>()
  for (const [path, text] of texts) {
    const hidden = findSecrets(text).map((secret) => secret.hidden)
    if (hidden.length > 0) places.set(path, hidden)
  }
  return places
}

/** What a finding quotes, without the secrets in it. */
export const safeData = (data: MessageData): MessageData =>
  Object.fromEntries(Object.entries(data).map(([key, value]) => [key, safeValue(value)]))

function safeValue(value: MessageValue): MessageValue {
  if (typeof value === 'number') return value
  return typeof value === 'string' ? withoutSecrets(value) : value.map(withoutSecrets)
}

export const safeRelated = (related: readonly RelatedLocation[]): RelatedLocation[] =>
  related.map((one) => ({ ...one, message: withoutSecrets(one.message) }))

/** Titles are printed everywhere; the edits are what is written, and only the reporters leave out what may not be shown. */
export const safeFixes = (fixes: readonly Fix[]): Fix[] =>
  fixes.map((fix) => ({ ...fix, title: withoutSecrets(fix.title) }))

/**
 * The findings without the fixes whose edits would print a secret: what they write in its place holds it. They can be made all
 * the same.
 */
export function withoutSecretEdits<
  F extends { readonly diagnostics: readonly Diagnostic[]; readonly suppressed: readonly SuppressedDiagnostic[] },
>(found: F, secrets: ReadonlyMap<string, readonly Span[]>): F {
  if (secrets.size === 0) return found
  const isPrintable = ({ edits }: Fix): boolean =>
    edits.every(({ path, start, end }) => !secrets.get(path)?.some((place) => place.start < end && start < place.end))
  const printable = <D extends Diagnostic>(diagnostic: D): D => ({
    ...diagnostic,
    fixes: diagnostic.fixes.filter(isPrintable),
  })
  return { ...found, diagnostics: found.diagnostics.map(printable), suppressed: found.suppressed.map(printable) }
}
