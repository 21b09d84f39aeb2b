import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What `schemas/hosts/` has of one host; paths are relative to the root of the project. */
export interface HostFiles {
  readonly id: string
  readonly descriptor: string
  readonly schema: string
  readonly schemaId: string
}

/** Every host, sorted by id. */
export function hostFiles(root: string): HostFiles[] {
  return foldersWith(join(root, 'schemas/hosts'), 'host.json').map((id) => {
    const schema = schemaPath(root, id)
    const { $id } = JSON.parse(readFileSync(join(root, schema), 'utf8'))
    return { id, descriptor: `schemas/hosts/${id}/host.json`, schema, schemaId: String($id) }
  })
}

/** A host without a schema of its own is read by the portable one. */
const schemaPath = (root: string, host: string): string =>
  existsSync(join(root, 'schemas/hosts', host, 'agent.schema.json'))
    ? `schemas/hosts/${host}/agent.schema.json`
    : 'schemas/agent.schema.json'

/** The folders directly in `folder` that have a file of that name, sorted. */
export function foldersWith(folder: string, file: string): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, file)))
    .toSorted()
}
