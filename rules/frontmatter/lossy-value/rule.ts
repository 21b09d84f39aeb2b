import {
  type AgentView,
  documentRule,
  type Entry,
  type Fix,
  quoteYaml,
  replaceAt,
  type Span,
  slice,
  span,
  unsafeFix,
} from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'lossy-value',
    category: 'frontmatter',
    summary: 'The frontmatter is valid YAML, and a part of the text is gone all the same.',
    severity: 'warning',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'unsafe',
    messages: {
      comment: {
        says: 'a ` #` starts a comment: {{field}} ends here, and {{host|plain}} never gets {{lost}}',
        help: 'put the value in quotes; if it is a comment, write two blanks before it and one behind the `#`',
      },
      property: {
        says: '{{lost}} means something to YAML, which takes it away: {{host|plain}} gets {{kept}} as {{field}}',
        help: 'put the value in quotes',
      },
      escape: {
        says: 'a backslash in double quotes starts an escape, so the path {{lost}} in {{field}} breaks',
        help: 'use single quotes, or write every backslash twice',
      },
      newline: {
        says: '{{host|plain}} makes a line break of every backslash with an `n`, so the path {{lost}} in {{field}} breaks',
        help: 'write the path with `/`, or put it into the prompt, where nothing is changed',
      },
    },
  },
  check(agent, report) {
    // What the host has mended is read as it is written, and what is no YAML is another rule's finding.
    if (agent.document.frontmatter.state !== 'valid') return
    for (const entry of agent.proseEntries) {
      const loss = findLoss(agent, entry)
      if (loss === undefined) continue
      const { id, at, lost } = loss
      const kept = entry.value.kind === 'scalar' ? String(entry.value.value) : ''
      const data = { field: entry.key, host: agent.host.name, lost, kept }
      report(id, { at, data, fixes: fixesOf(agent, entry, loss) })
    }
  },
})

interface Loss {
  readonly id: 'comment' | 'property' | 'escape' | 'newline'
  readonly at: Span
  readonly lost: string
}

/** What keeps the text; what the host sees is another one then, which nobody but the author can want. */
function fixesOf({ document, fenceTrouble }: AgentView, entry: Entry, loss: Loss): Fix[] {
  const { text, path } = document.source
  // Where the block ends for one host and not for another, what is quoted for one is torn for the other.
  if (fenceTrouble !== undefined) return []
  if (loss.id === 'comment' || loss.id === 'property') return quoting(path, text, entry, loss)
  const [title, to] = rewritten[loss.id]
  const edits = pathsIn(text, entry, breaking[loss.id]).map((at) =>
    replaceAt(path, at, slice(text, at).replaceAll('\\', to)),
  )
  return [unsafeFix(title, edits)]
}

const rewritten = {
  escape: ['write every backslash of the path twice', '\\\\'],
  newline: ['write the path with `/`', '/'],
} as const

/** From where the value or what is lost of it starts to where the other one ends, on one line; not around other quotes. */
function quoting(path: string, text: string, { value }: Entry, { id, at }: Loss): Fix[] {
  const whole = span(Math.min(at.start, value.span.start), Math.max(at.end, value.span.end))
  const written = slice(text, whole)
  if (/[\n\r]/.test(written) || /["'|>]/.test(text.charAt(value.span.start))) return []
  const title = id === 'comment' ? 'put the whole value in quotes' : 'put the value in quotes'
  return [unsafeFix(title, [replaceAt(path, whole, quoteYaml(written))])]
}

function findLoss({ document, host }: AgentView, entry: Entry): Loss | undefined {
  const { text } = document.source
  if (entry.value.kind !== 'scalar' || entry.value.span.start === entry.value.span.end) return undefined
  const first = text.charAt(entry.value.span.start)
  const property = findProperty(text, entry)
  if (property !== undefined) return property
  if (first === '"') return findPath(text, entry, 'escape')
  const path = host.description.literalNewlines ? findPath(text, entry, 'newline') : undefined
  if (path !== undefined || first === "'" || first === '|' || first === '>') return path
  // To a host that ends the block at any dashes, what stands behind them on their line is no comment.
  return findComment(text, entry, document.fence?.content.end ?? text.length)
}

/** An anchor or a tag before the value, unless the anchor is used or the tag is one of YAML's own. */
function findProperty(text: string, { keySpan, value }: Entry): Loss | undefined {
  const from = text.indexOf(':', keySpan.end) + 1
  const between = text.slice(from, value.span.start)
  const lost = between.trim()
  if (!/^(?:&|!(?!!))/.test(lost) || text.includes(`*${lost.slice(1)}`)) return undefined
  const start = from + between.indexOf(lost)
  return { id: 'property', at: span(start, start + lost.length), lost }
}

/** One blank before the `#`, or none behind it: comments that are meant as such have two and one. */
function findComment(text: string, { value }: Entry, limit: number): Loss | undefined {
  const newline = text.indexOf('\n', value.span.end)
  const rest = text.slice(value.span.end, newline === -1 ? limit : Math.min(newline, limit))
  const lost = rest.trim()
  if (!lost.startsWith('#') || /^(?:\s{2,}|\t)# /.test(rest)) return undefined
  const start = value.span.end + rest.indexOf('#')
  return { id: 'comment', at: span(start, start + lost.length), lost }
}

const windowsPath = /(?<![\w\\])[A-Za-z]:(?:\\[\w.$-]+)+/g

/** Where a backslash is taken for the start of something else. */
const breaking = { escape: /\\[abefnrtv0x]/, newline: /\\n/ } as const

function findPath(text: string, entry: Entry, id: keyof typeof breaking): Loss | undefined {
  const [at] = pathsIn(text, entry, breaking[id])
  return at === undefined ? undefined : { id, at, lost: slice(text, at) }
}

/** The paths of Windows in a value that one of their own backslashes breaks. */
function pathsIn(text: string, { value }: Entry, breaks: RegExp): Span[] {
  const written = slice(text, value.span)
  if (!written.includes(':\\')) return []
  // A line break before a capital letter is what generators write between two sentences.
  return [...written.matchAll(windowsPath)]
    .filter(([path]) => breaks.test(path) && !/^[A-Za-z]:\\n[A-Z]/.test(path))
    .map(({ 0: path, index }) => span(value.span.start + index, value.span.start + index + path.length))
}
