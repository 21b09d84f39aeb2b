import { lazy } from '../core/lazy.ts'
import { type Span, span } from '../core/span.ts'
import { type Block, textSpans } from '../document/blocks.ts'
import { scanInline } from '../document/scan-inline.ts'
import { referenceWords } from './built-in-data.ts'

/** A file that a prompt sends its reader to. */
export interface FileReference {
  /**
   * `link`: of Markdown. `bundled`: a path in one of the folders that come along with agents and skills. `own`: one in such
   * a folder below a host's folder of agents (`.claude/agents/references/…`), which cannot be that of a skill.
   */
  readonly kind: 'link' | 'bundled' | 'own'
  /** Relative, with `/`, without what follows `#` or `?`. */
  readonly target: string
  readonly span: Span
}

const mostReferences = 500

const words = lazy(() => {
  const { bundledFolders, exampleSegments, exampleWords, skillWords } = referenceWords()
  const folders = bundledFolders.join('|')
  return {
    /** In prose and in code spans; a longer path that only ends like one is none. */
    bundled: new RegExp(
      `(?<![\\w./\\\\@~$}>-])(?:\\./)?(?<own>\\.[a-z]{1,20}/agents?/)?(?:${folders})/[\\w./-]{1,200}`,
      'g',
    ),
    anyFolder: new RegExp(`(?:${folders})/`),
    examples: new Set(exampleSegments),
    /** Words that make an example of whatever name they stand in. */
    strong: new Set(exampleWords),
    skills: skillWords,
  }
})

/** One look at a text, before its blocks are told apart. */
const mayNameFiles = (text: string): boolean => text.includes('](') || words().anyFolder.test(text)

/**
 * The files that a body names, outside of code blocks and HTML, in order; `blocks` as `scanBlocks` gives them. What only shows
 * how a path looks (`path/to/file.md`, `<name>.md`), what is no path of a file, and addresses are left out.
 */
export function findFileReferences(text: string, blocks: readonly Block[]): FileReference[] {
  const found: FileReference[] = []
  if (!mayNameFiles(text)) return found
  for (const block of blocks) {
    if (block.undecided) continue
    for (const at of textSpans(block)) {
      const links = linksIn(text, at)
      found.push(...links, ...bundledIn(text, at, links))
    }
    if (found.length >= mostReferences) break
  }
  return found
}

function linksIn(text: string, at: Span): FileReference[] {
  if (!text.slice(at.start, at.end).includes('](')) return []
  return scanInline(text, at).flatMap((inline) => {
    if (inline.kind !== 'link' && inline.kind !== 'image') return []
    const { destination } = inline
    const target = targetOf(text.slice(destination.start, destination.end))
    return target === undefined ? [] : [{ kind: 'link' as const, target, span: destination }]
  })
}

/** The path in a destination; undefined where it is an address, a place in the same page, or an example. */
function targetOf(destination: string): string | undefined {
  if (destination.length > 300 || /^[/\\#?]|^[\w+.-]*:/.test(destination)) return undefined
  const path = decoded(destination.replace(/[#?].*$/s, ''))
  return path !== undefined && isFilePath(path) ? path : undefined
}

function decoded(written: string): string | undefined {
  if (!written.includes('%')) return written
  try {
    return decodeURIComponent(written)
  } catch {
    return undefined
  }
}

/** Has it the form of a path of one file, and no part that stands for another? */
const isFilePath = (path: string): boolean =>
  /^[\w./@+-]+(?: [\w./@+-]+)*\.[A-Za-z][A-Za-z0-9]{0,7}$/.test(path) && !path.split('/').some(isExample)

/** `path`, `file.ext`, `your-name.md`, `NNN-title.md`, `page-1.md`: a part of a path that shows only how one looks. */
function isExample(segment: string): boolean {
  const stem = segment.replace(/\.\w+$/, '').toLowerCase()
  const { examples, strong } = words()
  return examples.has(stem) || /\.ext$/.test(segment) || stem.split(/[-_ ]/).some((word) => strong.has(word))
}

function bundledIn(text: string, at: Span, links: readonly FileReference[]): FileReference[] {
  const written = text.slice(at.start, at.end)
  if (!written.includes('/')) return []
  const found: FileReference[] = []
  for (const match of written.matchAll(words().bundled)) {
    const target = match[0].replace(/[./-]+$/, '')
    const start = at.start + match.index
    const place = span(start, start + target.length)
    const isInLink = links.some((link) => link.span.start <= place.start && place.end <= link.span.end)
    const kind = match.groups?.own === undefined ? 'bundled' : 'own'
    if (!isInLink && isFilePath(target)) found.push({ kind, target, span: place })
  }
  return found
}

/** Does a text speak of skills? Then paths of bundled folders may be those of a skill, wherever it lies. */
export const speaksOfSkills = (text: string): boolean =>
  words().skills.some((word) => new RegExp(`\\b${word}s?\\b`, 'i').test(text))
