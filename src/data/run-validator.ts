import type { GeneratedValidator, SchemaError } from './schema.ts'

/** Runs a validator and gives its errors in our shape; none means the value is valid. */
export function runValidator(validator: GeneratedValidator, value: unknown): SchemaError[] {
  if (validator(value)) return []
  return (validator.errors ?? []).map((error) => ({
    keyword: error.keyword,
    pointer: error.instancePath,
    schemaPointer: error.schemaPath,
    params: error.params,
    message: error.message ?? error.keyword,
  }))
}
