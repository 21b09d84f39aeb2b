import { Ajv2020 } from 'ajv/dist/2020.js'
import standaloneModule from 'ajv/dist/standalone/index.js'

/** One broken keyword. Pointers are JSON pointers: `pointer` into the value, `schemaPointer` into the schema. */
export interface SchemaError {
  readonly keyword: string
  readonly pointer: string
  readonly schemaPointer: string
  readonly params: Readonly<Record<string, unknown>>
  readonly message: string
}

/** What ajv's generated functions look like from outside, precompiled or not. */
export interface GeneratedValidator {
  (value: unknown): boolean
  errors?: readonly GeneratedError[] | null
}

interface GeneratedError {
  readonly keyword: string
  readonly instancePath: string
  readonly schemaPath: string
  readonly params: Readonly<Record<string, unknown>>
  readonly message?: string
}

export type JsonSchema = Readonly<Record<string, unknown>>

/** What validation and precompiling share: all errors, our `x-…` annotations allowed, and no sentences but our own. */
export const ajvOptions = {
  allErrors: true,
  strict: false,
  strictNumbers: true,
  validateFormats: false,
  ownProperties: true,
  inlineRefs: false,
  messages: false,
} as const

// A CommonJS module with a `default` of its own, which Node does not unwrap.
const standaloneCode =
  (standaloneModule as unknown as { default?: typeof standaloneModule }).default ?? standaloneModule

const ajv = new Ajv2020(ajvOptions)

/** Compiles a schema. Throws for a schema that is none: schemas are ours or named by the user, never of a linted file. */
export const compileSchema = (schema: JsonSchema): GeneratedValidator => ajv.compile(schema)

/** Source code of a module that exports the validator of a schema as `validate`. For the bundle step. */
export function standaloneValidator(schema: JsonSchema): string {
  const compiler = new Ajv2020({ ...ajvOptions, code: { source: true, esm: true, lines: false } })
  compiler.addSchema(schema, 'schema')
  return standaloneCode(compiler, { validate: 'schema' })
}
