import {
  type AgentView,
  documentRule,
  type Fix,
  replaceAt,
  type Span,
  safeFix,
  span,
  unsafeFix,
} from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'mixed-line-endings',
    category: 'frontmatter',
    summary: 'The lines of the frontmatter end in different ways.',
    severity: 'warning',
    confidence: 'high',
    presets: ['strict'],
    since: '0.1.0',
    fixable: 'both',
    messages: {
      mixed: {
        says: 'of the lines of the frontmatter {{windows|plain}} end as on Windows (CRLF) and {{unix|plain}} do not (LF): what reads it line by line keeps a character too many',
        help: 'save the file with one kind of line ending',
      },
      lone: {
        says: 'a carriage return stands alone in this line of the frontmatter: to some parsers it is the end of a line, to others a character',
        help: 'save the file with one kind of line ending',
      },
    },
  },
  check(agent, report) {
    const { source, fence } = agent.document
    if (fence === undefined || !source.text.includes('\r')) return
    const lines = linesOf(source.text, span(fence.open.start, fence.close.end))
    const lone = lines.find(({ ending }) => ending === 'lone')
    if (lone !== undefined) return report('lone', { at: lone.at, fixes: sameEndings(agent, lines) })
    const [windows, unix] = [
      lines.filter(({ ending }) => ending === 'crlf'),
      lines.filter(({ ending }) => ending === 'lf'),
    ]
    const [odd] = windows.length < unix.length ? windows : unix
    if (odd === undefined || windows.length === 0) return
    const data = { windows: windows.length, unix: unix.length }
    report('mixed', { at: odd.at, data, fixes: sameEndings(agent, lines) })
  },
})

/** Lines that end as most do; a carriage return alone may be a part of a value, and whoever counts on that loses it. */
function sameEndings(agent: AgentView, lines: readonly Line[]): Fix[] {
  const windows = lines.filter(({ ending }) => ending === 'crlf').length
  const unix = lines.filter(({ ending }) => ending === 'lf').length
  const [most, name] = windows > unix ? (['\r\n', 'CRLF'] as const) : (['\n', 'LF'] as const)
  const kept = windows > unix ? 'crlf' : 'lf'
  const { path } = agent.document.source
  const edits = lines.flatMap(({ ending, end }) => (ending === kept ? [] : [replaceAt(path, end, most)]))
  const isSafe = lines.every(({ ending }) => ending !== 'lone') && isYamlToAll(agent)
  return [(isSafe ? safeFix : unsafeFix)(`end every line of the frontmatter with ${name}`, edits)]
}

/** What a host makes of a block that is no YAML may hang on how its lines end. */
const isYamlToAll = (agent: AgentView): boolean =>
  agent.document.frontmatter.state === 'valid' &&
  agent.knowsReaders() &&
  agent.readers().every(({ state }) => state === 'valid')

interface Line {
  /** Without what ends it. */
  readonly at: Span
  readonly end: Span
  readonly ending: 'lf' | 'crlf' | 'lone'
}

function linesOf(text: string, block: Span): Line[] {
  const lines: Line[] = []
  let start = block.start
  for (let i = block.start; i < block.end; i++) {
    const code = text.charCodeAt(i)
    if (code !== 10 && code !== 13) continue
    const ending = code === 10 ? 'lf' : text.charCodeAt(i + 1) === 10 ? 'crlf' : 'lone'
    const next = ending === 'crlf' ? i + 2 : i + 1
    lines.push({ at: span(start, i), end: span(i, next), ending })
    start = next
    i = next - 1
  }
  return lines
}
