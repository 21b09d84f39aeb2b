import { builtInSchemas } from '../data/built-in-schemas.ts'
import { standaloneValidators } from '../data/schema.ts'

/** The source that stands in for `data/built-in-validators.ts` in the bundle: the same exports, compiled. */
export function precompileValidators(): string {
  const { source, names } = standaloneValidators(builtInSchemas)
  const table = [...names].map(([id, name]) => `${JSON.stringify(id)}: ${name}`)
  return `${source}
import { runValidator } from './run-validator.ts'
const validators = { ${table.join(', ')} }
export const validateBuiltIn = (id, value) => runValidator(validators[id], value)
`
}
