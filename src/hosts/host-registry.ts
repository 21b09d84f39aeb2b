import type { HostDescriptor } from '../core/host.ts'
import type { JsonObject } from '../core/json.ts'

/** A host with its schema. `schemaId` is the schema's `$id`, by which validators are found. */
export interface Host extends HostDescriptor {
  readonly schemaId: string
  readonly schema: JsonObject
  /** The release that the configuration names; absent: the newest that is known. */
  readonly release?: string
}
