import type { DocumentDialect } from '../core/host.ts'
import { type SourceFile, textStart } from '../core/source-file.ts'
import { span } from '../core/span.ts'
import { loadYaml, type YamlReader } from '../data/yaml.ts'
import type { AgentDocument } from './agent-document.ts'
import { absentFrontmatter, readFrontmatter } from './frontmatter.ts'
import { bodyStart, findFence, type GrayMatterSplit, loadGrayMatter } from './split.ts'

/** The parsers that most files do without; loaded when the first file needs one. */
export interface Parsers {
  readonly yaml: YamlReader | undefined
  readonly grayMatter: GrayMatterSplit | undefined
}

export const noParsers: Parsers = { yaml: undefined, grayMatter: undefined }

/** Everything a document of that dialect may need. */
export async function loadParsers(dialects: readonly DocumentDialect[]): Promise<Parsers> {
  const needsGrayMatter = dialects.some((dialect) => dialect.fence === 'gray-matter')
  const [yaml, grayMatter] = await Promise.all([loadYaml(), needsGrayMatter ? loadGrayMatter() : undefined])
  return { yaml, grayMatter }
}

/**
 * Reads a file as a host of that dialect does. Undefined only when it takes a parser that is not given.
 * Never throws, whatever the file.
 */
export function parseDocument(
  source: SourceFile,
  dialect: DocumentDialect,
  parsers: Parsers,
): AgentDocument | undefined {
  if (dialect.fence === 'gray-matter' && parsers.grayMatter === undefined) return undefined
  const { text } = source
  const fence = findFence(text, dialect.fence, parsers.grayMatter)
  if (fence === undefined) {
    const body = span(textStart(text), text.length)
    return { source, dialect, fence, frontmatter: absentFrontmatter, body }
  }
  const frontmatter = readFrontmatter(text, fence.content, dialect, parsers.yaml)
  if (frontmatter === undefined) return undefined
  return { source, dialect, fence, frontmatter, body: span(bodyStart(text, fence), text.length) }
}
