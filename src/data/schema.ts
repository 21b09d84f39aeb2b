import Ajv2020 from 'ajv/dist/2020.js'

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

/** The options that validation and precompiling share: all errors, and our `x-…` annotations allowed. */
export const ajvOptions = { allErrors: true, strict: false, validateFormats: false, ownProperties: true } as const

const ajv = new Ajv2020.default(ajvOptions)

/** Compiles a schema. Throws for a schema that is none: schemas are ours or named by the user, never of a linted file. */
export const compileSchema = (schema: JsonSchema): GeneratedValidator => ajv.compile(schema)
