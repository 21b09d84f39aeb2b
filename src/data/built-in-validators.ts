import { builtInSchemas } from './built-in-schemas.ts'
import { runValidator } from './run-validator.ts'
import { compileSchema, type GeneratedValidator, type SchemaError } from './schema.ts'

// The bundle step puts precompiled functions in place of this file's compiling (src/generate/precompile.ts): the same
// schemas, the same answers, and no ajv at run time.
const compiled = new Map<string, GeneratedValidator>()

/** Validates against a schema of this project. `id` is the schema's `$id`; an unknown one is a mistake of ours. */
export function validateBuiltIn(id: string, value: unknown): SchemaError[] {
  return runValidator(validatorOf(id), value)
}

function validatorOf(id: string): GeneratedValidator {
  const known = compiled.get(id)
  if (known !== undefined) return known
  const schema = builtInSchemas[id]
  if (schema === undefined) throw new Error(`there is no built-in schema called ${id}`)
  const validator = compileSchema(schema)
  compiled.set(id, validator)
  return validator
}
