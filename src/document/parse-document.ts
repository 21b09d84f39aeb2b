import type { DocumentDialect, YamlParser } from '../core/host.ts'
import { type SourceFile, textStart } from '../core/source-file.ts'
import { span } from '../core/span.ts'
import { loadJsYaml } from '../data/js-yaml.ts'
import type { PlainParser } from '../data/plain-parser.ts'
import type { AgentDocument, Fence, Frontmatter, FullReader } from './agent-document.ts'
import { absentFrontmatter, readFrontmatter } from './frontmatter.ts'
import { bodyStart, findFence, type GrayMatter, loadGrayMatter } from './split.ts'
import type { TomlReader } from './toml.ts'
import { readToml, wholeDocument } from './whole-file.ts'

/** The parsers that most files do without; loaded when the first file needs one. */
export interface Parsers {
  readonly full: FullReader | undefined
  readonly grayMatter: GrayMatter | undefined
  readonly toml: TomlReader | undefined
}

export const noParsers: Parsers = { full: undefined, grayMatter: undefined, toml: undefined }

/** Everything a document of that dialect may need. */
export async function loadParsers(dialects: readonly DocumentDialect[]): Promise<Parsers> {
  const needs = (test: (dialect: DocumentDialect) => boolean): boolean => dialects.some(test)
  const [{ loadFullReader }, grayMatter, jsYaml, toml] = await Promise.all([
    import('./full-frontmatter.ts'),
    needs(({ fence, parser }) => fence === 'gray-matter' || parser === 'js-yaml-3') ? loadGrayMatter() : undefined,
    needs(({ parser }) => parser === 'js-yaml-4') ? loadJsYaml() : undefined,
    needs(({ parser }) => parser === 'toml') ? loadTomlReader() : undefined,
  ])
  const plain = new Map<YamlParser, PlainParser>()
  if (grayMatter !== undefined) plain.set('js-yaml-3', grayMatter.parseYaml)
  if (jsYaml !== undefined) plain.set('js-yaml-4', jsYaml)
  return { full: await loadFullReader(plain), grayMatter, toml }
}

const loadTomlReader = async (): Promise<TomlReader> => (await import('./toml.ts')).loadToml()

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
  const frontmatter = readData(text, fence, dialect, parsers)
  if (frontmatter === undefined) return undefined
  if (dialect.fence === 'whole-file') return wholeDocument(source, dialect, fence, frontmatter)
  return { source, dialect, fence, frontmatter, body: span(bodyStart(text, fence), text.length) }
}

function readData(
  text: string,
  fence: Fence,
  dialect: DocumentDialect,
  { full, toml }: Parsers,
): Frontmatter | undefined {
  if (dialect.parser !== 'toml') return readFrontmatter(text, fence.content, dialect, full)
  return toml === undefined ? undefined : readToml(text, fence.content, toml)
}
