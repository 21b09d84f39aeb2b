import type { Span } from './span.ts'

/**
 * A value of the frontmatter with its place in the file. A span covers the value as it is written, quotes and brackets
 * included; of a value that is not there (`key:`) it is empty and stands after the colon.
 */
export type Value = ScalarValue | ListValue | MapValue

export interface ScalarValue {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null
  readonly span: Span
  /** A kind of value that is neither of these; `value` is then how it is written. */
  readonly special?: 'date' | 'binary'
}

export interface ListValue {
  readonly kind: 'list'
  readonly items: readonly Value[]
  readonly span: Span
}

export interface MapValue {
  readonly kind: 'map'
  readonly entries: readonly Entry[]
  readonly span: Span
}

export interface Entry {
  readonly key: string
  readonly keySpan: Span
  readonly value: Value
}

/** A text of the file and where it stands. */
export interface Cited<T> {
  readonly value: T
  readonly span: Span
}

/** The last entry of that key, as every host that allows a key twice takes the last one. */
export function entryOf(entries: readonly Entry[], key: string): Entry | undefined {
  for (let i = entries.length - 1; i >= 0; i--) if (entries[i]?.key === key) return entries[i]
  return undefined
}

/** A plain value for schema validation. Maps have no prototype, so no key of a file can reach one. */
export function toPlain(value: Value): unknown {
  if (value.kind === 'scalar') return value.special === undefined ? value.value : specialValue
  if (value.kind === 'list') return value.items.map(toPlain)
  return entriesToPlain(value.entries)
}

/** Stands for dates and bytes, which are no value that any schema asks for: not even an object to those that look. */
export const specialValue: unknown = 0n

export function entriesToPlain(entries: readonly Entry[]): Record<string, unknown> {
  const plain: Record<string, unknown> = Object.create(null)
  for (const { key, value } of entries) plain[key] = toPlain(value)
  return plain
}

/**
 * The value at a JSON pointer (`/tools/1`), and the entry that leads to it where the last step is a key.
 * Where the pointer leads nowhere, the deepest value on its way.
 */
export function valueAt(root: MapValue, pointer: string): { value: Value; entry: Entry | undefined } {
  let value: Value = root
  let entry: Entry | undefined
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
    const nextEntry: Entry | undefined = value.kind === 'map' ? entryOf(value.entries, key) : undefined
    const next: Value | undefined = value.kind === 'list' ? value.items[Number(key)] : nextEntry?.value
    if (next === undefined) break
    value = next
    entry = nextEntry
  }
  return { value, entry }
}
