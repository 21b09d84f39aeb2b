import type { JsonObject } from './json.ts'

/** Something that a release changed. */
export interface HostChange {
  /** The first release that does as this descriptor and its schema say. */
  readonly since: string
  /** What the releases before that did, as a JSON merge patch; below `schema` one of the schema. */
  readonly before: JsonObject
  readonly source: string
}
