import { type AgentView, documentRule, type Entry, type Span, slice, span } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'lossy-value',
    category: 'frontmatter',
    summary: 'The frontmatter is valid YAML, and a part of the text is gone all the same.',
    severity: 'warning',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
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
      report(id, { at, data: { field: entry.key, host: agent.host.name, lost, kept } })
    }
  },
})

interface Loss {
  readonly id: 'comment' | 'property' | 'escape' | 'newline'
  /** What is lost; a fix puts the whole value in quotes. */
  readonly at: Span
  readonly lost: string
}

function findLoss({ document, host }: AgentView, entry: Entry): Loss | undefined {
  const { text } = document.source
  if (entry.value.kind !== 'scalar' || entry.value.span.start === entry.value.span.end) return undefined
  const first = text.charAt(entry.value.span.start)
  const property = findProperty(text, entry)
  if (property !== undefined) return property
  if (first === '"') return findPath(text, entry, /\\[abefnrtv0x]/, 'escape')
  const path = host.description.literalNewlines ? findPath(text, entry, /\\n/, 'newline') : undefined
  return path ?? (first === "'" || first === '|' || first === '>' ? undefined : findComment(text, entry))
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
function findComment(text: string, { value }: Entry): Loss | undefined {
  const newline = text.indexOf('\n', value.span.end)
  const rest = text.slice(value.span.end, newline === -1 ? text.length : newline)
  const lost = rest.trim()
  if (!lost.startsWith('#') || /^(?:\s{2,}|\t)# /.test(rest)) return undefined
  const start = value.span.end + rest.indexOf('#')
  return { id: 'comment', at: span(start, start + lost.length), lost }
}

const windowsPath = /(?<![\w\\])[A-Za-z]:(?:\\[\w.$-]+)+/g

/** A path of Windows in which a backslash is taken for the start of something else. */
function findPath(text: string, { value }: Entry, breaking: RegExp, id: 'escape' | 'newline'): Loss | undefined {
  const written = slice(text, value.span)
  if (!written.includes(':\\')) return undefined
  for (const match of written.matchAll(windowsPath)) {
    // A line break before a capital letter is what generators write between two sentences.
    if (!breaking.test(match[0]) || /^[A-Za-z]:\\n[A-Z]/.test(match[0])) continue
    const start = value.span.start + match.index
    return { id, at: span(start, start + match[0].length), lost: match[0] }
  }
  return undefined
}
