import agent from '../../schemas/agent.schema.json'
import config from '../../schemas/config.schema.json'
import host from '../../schemas/host.schema.json'
import report from '../../schemas/report.schema.json'
import { type Environment, exitCodes } from './environment.ts'
import type { SchemaName } from './schema-names.ts'

const schemas: Readonly<Record<SchemaName, object>> = { config, agent, report, host }

/** `agent-lint schema <name>`: a JSON schema, for an editor or a validator. */
export async function printSchema({ stdout }: Environment, name: SchemaName): Promise<number> {
  stdout.write(`${JSON.stringify(schemas[name], null, 2)}\n`)
  return exitCodes.clean
}
