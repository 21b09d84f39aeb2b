import { lazy } from '../core/lazy.ts'
import { type Span, span } from '../core/span.ts'
import { type Block, textSpans } from '../document/blocks.ts'
import { scanInline } from '../document/scan-inline.ts'
import { leftOverWords } from './built-in-data.ts'

/** What should have been replaced or cut before the file was saved. */
export interface LeftOver {
  /**
   * `placeholder`: a text in capitals that stands for another. `residue`: the end of the call that wrote the file, as the last thing
   * in it.
   */
  readonly kind: 'placeholder' | 'residue'
  readonly span: Span
  readonly written: string
  /** Does it stand in the frontmatter, where nothing is an example? */
  readonly isDeclared: boolean
}

const mostPlaces = 20

const patterns = lazy(() => {
  const { placeholderStarts, fillers, callTags } = leftOverWords()
  const starts = placeholderStarts.join('|')
  return {
    placeholder: new RegExp(
      `[[<](?:${starts})(?:[ _-][^\\]>\\r\\n]{0,80})?[\\]>](?!\\()|${fillers.map(anyCase).join('|')}`,
      'g',
    ),
    tags: new Set(callTags),
  }
})

const anyCase = (phrase: string): string =>
  phrase.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)

/** What is left over in a file, in order. `blocks` are asked for only where something looks like it. Linear. */
export function findLeftOvers(
  text: string,
  declared: Span | undefined,
  body: Span,
  blocks: () => readonly Block[],
): LeftOver[] {
  const found: LeftOver[] = []
  if (text.search(patterns().placeholder) !== -1) {
    if (declared !== undefined) found.push(...placeholdersIn(text, declared, true))
    for (const block of blocks()) {
      for (const at of textSpans(block)) found.push(...placeholdersIn(text, at, false))
      if (found.length >= mostPlaces) break
    }
  }
  const residue = findResidue(text, body)
  return residue === undefined ? found : [...found, residue]
}

function placeholdersIn(text: string, at: Span, isDeclared: boolean): LeftOver[] {
  const written = text.slice(at.start, at.end)
  const matches = [...written.matchAll(patterns().placeholder)]
  if (matches.length === 0) return []
  const codes = isDeclared ? [] : scanInline(text, at).filter(({ kind }) => kind === 'code')
  return matches.flatMap((match) => {
    const start = at.start + match.index
    const isInCode = codes.some((code) => code.span.start <= start && start < code.span.end)
    const place = span(start, start + match[0].length)
    return isInCode ? [] : [{ kind: 'placeholder' as const, span: place, written: match[0], isDeclared }]
  })
}

/** Closing tags of a tool call, at the very end, that nothing in the file opens. */
function findResidue(text: string, body: Span): LeftOver | undefined {
  const tailStart = Math.max(body.start, body.end - 200)
  const tail = /(?:<\/([\w:]{1,40})>\s*)+$/.exec(text.slice(tailStart, body.end))
  if (tail === null) return undefined
  const tags = [...tail[0].matchAll(/<\/([\w:]+)>/g)].map((match) => match[1] ?? '')
  const isLeftOver = tags.every((tag) => patterns().tags.has(tag) && !text.includes(`<${tag}`))
  if (!isLeftOver) return undefined
  const start = tailStart + tail.index
  const written = tail[0].trimEnd()
  return { kind: 'residue', span: span(start, start + written.length), written, isDeclared: false }
}
