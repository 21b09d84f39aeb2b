import { quote } from '../core/message.ts'
import { nearest } from '../core/nearest.ts'
import type { SchemaError } from './schema.ts'

/** A broken keyword as a clause about the value: "is a number, where a text is wanted". */
export function describeViolation(error: SchemaError, value: unknown): string {
  const { params } = error
  switch (error.keyword) {
    case 'type':
      return `is ${kindOf(value)}, where ${wanted(params.type)} is wanted`
    case 'enum':
      return `is none of ${list(asArray(params.allowedValues))}`
    case 'const':
      return `is not ${shown(params.allowedValue)}`
    case 'minLength':
      return value === '' ? 'is empty' : `is shorter than ${String(params.limit)} characters`
    case 'maxLength':
      return `is longer than ${String(params.limit)} characters`
    case 'minimum':
    case 'exclusiveMinimum':
    case 'maximum':
    case 'exclusiveMaximum':
      return `is not ${String(params.comparison)} ${String(params.limit)}`
    case 'minItems':
      return 'has too few items'
    case 'required':
      return `lacks \`${String(params.missingProperty)}\``
    case 'additionalProperties':
      return `has the unknown key ${quote(String(params.additionalProperty))}`
    case 'propertyNames':
      return `has the key ${quote(String(params.propertyName))}, which is none of its own`
    case 'not':
    case 'false schema':
      return 'has no place here'
    case 'anyOf':
    case 'oneOf':
      return 'has none of the forms that are wanted'
    case 'uniqueItems':
      return 'names something twice'
    case 'pattern':
      return 'does not have the form that is wanted'
    default:
      return error.message
  }
}

/** The values that an `enum` allows, where the list is short enough to be read. */
export function allowedValues(error: SchemaError): string[] {
  const values = error.keyword === 'enum' ? asArray(error.params.allowedValues) : []
  return values.filter((value) => value !== null).map(String)
}

/** The types that a `type` allows. */
export const wantedTypes = ({ keyword, params }: SchemaError): string[] =>
  keyword === 'type' ? asArray(params.type).map(String) : []

/** Which of the known names a wrong one may be meant for. */
export const didYouMean = (wrong: string, known: Iterable<string>): string | undefined => nearest(wrong, known)

export function kindOf(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  switch (typeof value) {
    case 'string':
      return 'a text'
    case 'number':
      return 'a number'
    case 'boolean':
      return 'true or false'
    case 'bigint':
      return 'a date or bytes'
    default:
      return 'a mapping'
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a mapping',
}

function wanted(type: unknown): string {
  const names = asArray(type)
    .filter((name) => name !== 'null')
    .map((name) => typeNames[String(name)] ?? String(name))
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : (names[0] ?? 'nothing')
}

const asArray = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value
  return value === undefined ? [] : String(value).split(',')
}

const shown = (value: unknown): string => `\`${String(value)}\``

const list = (values: readonly unknown[]): string =>
  values
    .filter((value) => value !== null)
    .map(shown)
    .join(', ')
