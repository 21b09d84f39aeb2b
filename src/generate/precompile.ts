import { builtInSchemas } from '../data/built-in-schemas.ts'
import { type JsonSchema, standaloneValidator } from '../data/schema.ts'

export interface PrecompiledValidator {
  /** Name of its file, without the ending. */
  readonly name: string
  readonly source: string
}

/** A validator for each built-in schema, each for a file of its own: a run needs one or two of them. */
export function precompileValidators(): PrecompiledValidator[] {
  return Object.entries(builtInSchemas).map(([id, schema]) => ({
    name: nameOf(id),
    source: standaloneValidator(keywordsOf(schema)),
  }))
}

/** The schema less what validates nothing: the generated code carries the whole of it along. */
const keywordsOf = (schema: JsonSchema): JsonSchema =>
  JSON.parse(JSON.stringify(schema), (key, value) => (isAnnotation(key, value) ? undefined : value))

const isAnnotation = (key: string, value: unknown): boolean =>
  key.startsWith('x-') || ((key === 'title' || key === 'description') && typeof value === 'string')

/** `hosts/x/agent.schema.json` is `validate-x`, `config.schema.json` is `validate-config`. */
const nameOf = (id: string): string =>
  `validate-${id.replace(/^hosts\/|\/agent\.schema\.json$|\.schema\.json$/g, '').replaceAll('/', '-')}`

/** The source that stands in for `data/built-in-validators.ts` in the bundle: the same export, nothing compiled. */
export function precompiledTable(): string {
  const loaders = Object.keys(builtInSchemas).map((id) => `${JSON.stringify(id)}: () => require('./${nameOf(id)}.js')`)
  return `import { runValidator } from './run-validator.ts'
const loaders = { ${loaders.join(', ')} }
export const validateBuiltIn = (id, value) => runValidator(loaders[id]().validate, value)
`
}
