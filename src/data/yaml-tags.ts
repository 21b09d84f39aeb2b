import type { CollectionTag, Document, Scalar, ScalarTag } from 'yaml'
import type { Value } from '../core/value.ts'

/**
 * What becomes of a value with a tag. `hints`: a tag but `!!str` makes no other value of what is written. `strict`: one
 * of the specification that does not fit is a mistake.
 */
export type TagRule = 'hints' | 'strict'

type Plain = string | number | boolean | null

/** The value that is there without its tag. */
export function withoutTag(document: Document, node: Scalar): Plain {
  if (node.tag === undefined || textTags.has(node.tag)) return asPlain(node.value)
  const written = node.source ?? ''
  if (node.type !== 'PLAIN') return written
  const tag = document.schema?.tags.find((one): one is ScalarTag => isFor(one, written))
  const value: unknown = tag === undefined ? written : tag.resolve(written, () => {}, document.options)
  return asPlain(value !== null && typeof value === 'object' && 'value' in value ? value.value : value)
}

const textTags: ReadonlySet<string> = new Set(['!', 'tag:yaml.org,2002:str'])

/** Is it what a plain value without a tag, written so, is? */
const isFor = (tag: CollectionTag | ScalarTag, written: string): boolean =>
  tag.default === true && 'test' in tag && tag.test?.test(written) === true

const typesByTag: Readonly<Record<string, string>> = {
  'tag:yaml.org,2002:int': 'number',
  'tag:yaml.org,2002:float': 'number',
  'tag:yaml.org,2002:bool': 'boolean',
  'tag:yaml.org,2002:null': 'object',
}

/** Does the tag promise something else than is written? */
export function isMistagged({ tag, value }: Scalar): boolean {
  const type = tag === undefined ? undefined : typesByTag[tag]
  if (tag?.endsWith(':float') === true && Number.isFinite(Number.parseFloat(String(value)))) return false
  return type !== undefined && typeof value !== type
}

/** Nothing at all behind a tag of somebody's own. */
export const isEmptyOwn = ({ tag, source, type }: Scalar): boolean =>
  tag !== undefined && tag !== '!' && !tag.startsWith('tag:yaml.org,2002:') && source === '' && type === 'PLAIN'

/** What of a program's own kind there is becomes a text. */
export function asPlain(value: unknown): Plain {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return value === null || value === undefined ? null : String(value)
}

/** The name of a property that a program in JavaScript makes of whatever it is. */
export function asKey(value: Value): string {
  if (value.kind === 'scalar') return String(value.value)
  return value.kind === 'map' ? String({}) : value.items.map(asKey).join(',')
}
