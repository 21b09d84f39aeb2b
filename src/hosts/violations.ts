import type { Effect } from '../core/host.ts'
import type { JsonObject } from '../core/json.ts'
import { nearest } from '../core/nearest.ts'
import { entriesToPlain, entryOf, type MapValue, toPlain, valueAt } from '../core/value.ts'
import { validateBuiltIn } from '../data/built-in-validators.ts'
import type { SchemaError } from '../data/schema.ts'
import { allowedValues, describeViolation, wantedTypes } from '../data/schema-messages.ts'
import type { Host } from './host-registry.ts'
import type { Violation } from './verdict.ts'

/** How the frontmatter breaks the host's schema: one violation a place, the first keyword that costs most. */
export function findViolations(frontmatter: MapValue, host: Host): Violation[] {
  const errors = validateBuiltIn(host.schemaId, entriesToPlain(frontmatter.entries))
  const byPlace = new Map<string, Violation>()
  for (const error of errors) {
    if (isEcho(error)) continue
    const violation = toViolation(error, frontmatter, host.schema)
    const place = `${violation.kind} ${violation.pointer} ${violation.kind === 'value' ? '' : violation.problem}`
    const known = byPlace.get(place)
    if (known === undefined || (known.effect !== 'refuses' && violation.effect === 'refuses'))
      byPlace.set(place, violation)
  }
  return [...byPlace.values()]
}

/** `if` and `allOf` only repeat what the branch inside them says, and a wrong key is told by its own keyword. */
const isEcho = ({ keyword, schemaPointer }: SchemaError): boolean =>
  keyword === 'if' || keyword === 'allOf' || schemaPointer.includes('/propertyNames/')

function toViolation(error: SchemaError, frontmatter: MapValue, schema: JsonObject): Violation {
  const { value, entry } = valueAt(frontmatter, error.pointer)
  const strange = error.pointer === '' && error.keyword === 'additionalProperties'
  if (strange) return unknownKeyViolation(String(error.params.additionalProperty), error, frontmatter, schema)
  const missing =
    error.pointer === '' && error.keyword === 'required' ? String(error.params.missingProperty) : undefined
  const form = annotation(schema, error, 'x-form')
  const plain = toPlain(value)
  return {
    field: missing ?? error.pointer.split('/')[1] ?? '',
    pointer: error.pointer,
    kind: missing === undefined ? 'value' : 'missing',
    effect: effectOf(error, schema),
    keyword: error.keyword,
    limit: typeof error.params.limit === 'number' ? error.params.limit : undefined,
    problem: describeViolation(error, plain),
    form: error.keyword === 'pattern' || error.keyword === 'not' ? form : undefined,
    allowed: allowedValues(error),
    wanted: wantedTypes(error),
    found: typeof plain === 'object' && plain !== null ? '' : String(plain ?? ''),
    span: entry !== undefined && value.span.start === value.span.end ? entry.keySpan : value.span,
  }
}

/** A key that keeps the file from loading, or is lost, because the host does not know it. */
function unknownKeyViolation(key: string, error: SchemaError, frontmatter: MapValue, schema: JsonObject): Violation {
  return {
    field: key,
    pointer: `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    kind: 'unknown',
    effect: effectOf(error, schema),
    keyword: error.keyword,
    limit: undefined,
    problem: 'is not a key that it knows',
    form: undefined,
    allowed: [],
    wanted: [],
    found: '',
    span: entryOf(frontmatter.entries, key)?.keySpan ?? frontmatter.span,
  }
}

/** What the host does: the innermost annotation on the way from the top of the schema to the value that is wrong. */
function effectOf(error: SchemaError, schema: JsonObject): Effect {
  if (error.keyword === 'additionalProperties') return asEffect(annotation(schema, error, 'x-unknown'))
  // One of several conditions on a value may cost more than the others.
  const own = error.schemaPointer.includes('/allOf/') ? annotation(schema, error, 'x-violated') : undefined
  if (own !== undefined) return asEffect(own)
  if (error.pointer !== '' || error.keyword !== 'required') return innermostEffect(error.pointer, schema)
  const effects = schema['x-missing']
  return isObject(effects) ? asEffect(effects[String(error.params.missingProperty)]) : 'tolerates'
}

function innermostEffect(pointer: string, schema: JsonObject): Effect {
  let effect: unknown
  let at: JsonObject | undefined = schema
  for (const step of pointer.split('/').slice(1)) {
    at = schemaBelow(at, decode(step))
    if (at === undefined) break
    effect = at['x-violated'] ?? effect
  }
  return asEffect(effect)
}

/** The schema of a key or an item; undefined where it is behind a reference or not described. */
function schemaBelow(schema: JsonObject, step: string): JsonObject | undefined {
  const { properties, patternProperties, additionalProperties, items } = schema
  const below = isObject(properties) && Object.hasOwn(properties, step) ? properties[step] : undefined
  const patterns = isObject(patternProperties) ? Object.entries(patternProperties) : []
  const matching = patterns.find(([pattern]) => new RegExp(pattern).test(step))?.[1]
  return [below, matching, additionalProperties, items].find(isObject)
}

const effects: readonly string[] = [
  'refuses',
  'document',
  'drops',
  'ignores',
  'drops-entry',
  'drops-all',
  'passes-on',
  'tolerates',
]

const isEffect = (value: unknown): value is Effect => typeof value === 'string' && effects.includes(value)

const asEffect = (value: unknown): Effect => (isEffect(value) ? value : 'tolerates')

/** The annotation on the schema that holds the broken keyword, or on the nearest one around it. */
function annotation(schema: JsonObject, error: SchemaError, name: string): string | undefined {
  let found: unknown
  let at: unknown = schema
  for (const step of error.schemaPointer.replace(/^.*#\//, '').split('/')) {
    if (isObject(at) && at[name] !== undefined && at !== schema) found = at[name]
    at = isObject(at) ? at[decode(step)] : Array.isArray(at) ? at[Number(step)] : undefined
  }
  return typeof found === 'string' ? found : undefined
}

const decode = (step: string): string => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a key does in files of another kind, where it does nothing here. */
export type MisplacedRole = 'grants' | 'denies'

/** Keys that grant or deny tools in files of another kind, and do nothing in this host's agents. */
export function misplacedKeys(frontmatter: MapValue, host: Host): { key: string; role: MisplacedRole }[] {
  const misplaced = objectAt(host.schema, 'x-misplaced')
  const keys = [...new Set(frontmatter.entries.map(({ key }) => key))].filter((key) => Object.hasOwn(misplaced, key))
  return keys.map((key) => ({ key, role: misplaced[key] === 'denies' ? 'denies' : 'grants' }))
}

const objectAt = (schema: JsonObject, key: string): JsonObject => {
  const value = Object.hasOwn(schema, key) ? schema[key] : undefined
  return isObject(value) ? value : {}
}

/** Keys that the host does not know, with the known one that each may be meant for; not those that are misplaced. */
export function unknownKeys(frontmatter: MapValue, host: Host): { key: string; meant: string | undefined }[] {
  const known = knownKeys(host)
  const mistaken = objectAt(host.schema, 'x-mistaken')
  const seen = new Set<string>(Object.keys(objectAt(host.schema, 'x-misplaced')))
  const unknown: { key: string; meant: string | undefined }[] = []
  for (const { key } of frontmatter.entries) {
    if (known.has(key) || seen.has(key)) continue
    seen.add(key)
    // Listed without a target: it is known to be a key of something else, however near it comes.
    const meant = Object.hasOwn(mistaken, key) ? mistaken[key] : nearest(key, known)
    unknown.push({ key, meant: typeof meant === 'string' ? meant : undefined })
  }
  return unknown
}

const keysByHost = new WeakMap<Host, ReadonlySet<string>>()

/** The top-level keys that the host's schema lists. */
export function knownKeys(host: Host): ReadonlySet<string> {
  const cached = keysByHost.get(host)
  if (cached !== undefined) return cached
  const { properties } = host.schema
  const keys = new Set(isObject(properties) ? Object.keys(properties) : [])
  keysByHost.set(host, keys)
  return keys
}

/** Is the value of that top-level key a text for people or models to read? */
export const isProse = (key: string, { schema }: Host): boolean =>
  objectAt(objectAt(schema, 'properties'), key)['x-prose'] === true
