import type { DocumentDialect } from '../core/host.ts'
import type { SourceFile } from '../core/source-file.ts'
import type { AgentDocument } from '../document/agent-document.ts'

/** Documents of earlier runs of the same process: a file that is still the same is not parsed again. */
export type DocumentMemory = WeakMap<DocumentDialect, Map<string, AgentDocument>>

export const createMemory = (): DocumentMemory => new WeakMap()

/** The document of a file that has not changed since it was kept. */
export function remembered(
  memory: DocumentMemory | undefined,
  source: SourceFile,
  dialect: DocumentDialect,
): AgentDocument | undefined {
  const document = memory?.get(dialect)?.get(source.path)
  if (document === undefined) return undefined
  const { text, byteLength } = document.source
  // Bytes that are no text may read alike.
  return text === source.text && byteLength === source.byteLength ? document : undefined
}

/** Keeps a document; nothing without a memory. */
export function keep(memory: DocumentMemory | undefined, document: AgentDocument): void {
  if (memory === undefined) return
  const documents = memory.get(document.dialect) ?? new Map()
  memory.set(document.dialect, documents)
  documents.set(document.source.path, document)
}
