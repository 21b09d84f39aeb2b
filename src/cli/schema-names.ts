/** The configuration file, an agent of our own portable spec, what `--format json` prints, and the data of a host. */
export const schemaNames = ['config', 'agent', 'report', 'host'] as const

export type SchemaName = (typeof schemaNames)[number]
