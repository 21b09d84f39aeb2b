import type { DocumentDialect } from '../core/host.ts'
import type { SourceFile } from '../core/source-file.ts'
import type { AgentDocument } from '../document/agent-document.ts'
import type { Parsers } from '../document/parse-document.ts'

/**
 * Documents of earlier runs of the same process, by path: a file that is still the same is not parsed again, nor is one that
 * is as it was before its last change, as happens where fixes are tried.
 */
export type DocumentMemory = WeakMap<DocumentDialect, ReadBefore>

interface ReadBefore {
  /** The last one of a path first. */
  readonly documents: Map<string, readonly AgentDocument[]>
  /** Those that were loaded: what is said of files that took them would differ without. */
  parsers: Parsers | undefined
}

const mostOfPath = 3

/** The document of a file that is as it was when it was kept. */
export function remembered(
  memory: DocumentMemory | undefined,
  source: SourceFile,
  dialect: DocumentDialect,
): AgentDocument | undefined {
  // Bytes that are no text may read alike.
  return memory
    ?.get(dialect)
    ?.documents.get(source.path)
    ?.find(({ source: { text, byteLength } }) => text === source.text && byteLength === source.byteLength)
}

/** The parsers that reading in this dialect has loaded so far. */
export const loadedParsers = (memory: DocumentMemory | undefined, dialect: DocumentDialect): Parsers | undefined =>
  memory?.get(dialect)?.parsers

/** Keeps documents, and the parsers with which they were read; nothing without a memory. */
export function keep(
  memory: DocumentMemory | undefined,
  dialect: DocumentDialect,
  { documents, parsers }: { readonly documents: readonly AgentDocument[]; readonly parsers: Parsers },
): void {
  if (memory === undefined) return
  const before = memory.get(dialect) ?? { documents: new Map(), parsers: undefined }
  memory.set(dialect, before)
  before.parsers = parsers
  for (const document of documents) keepDocument(before, document)
}

function keepDocument({ documents }: ReadBefore, document: AgentDocument): void {
  const { path } = document.source
  const others = (documents.get(path) ?? []).filter((one) => one !== document)
  documents.set(path, [document, ...others].slice(0, mostOfPath))
}
