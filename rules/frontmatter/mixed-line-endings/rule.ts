import { documentRule, type Span, span } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'mixed-line-endings',
    category: 'frontmatter',
    summary: 'The lines of the frontmatter end in different ways.',
    severity: 'warning',
    confidence: 'high',
    presets: ['strict'],
    since: '0.1.0',
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
  check({ document: { source, fence } }, report) {
    if (fence === undefined || !source.text.includes('\r')) return
    const lines = linesOf(source.text, span(fence.open.start, fence.close.end))
    const lone = lines.find(({ ending }) => ending === 'lone')
    if (lone !== undefined) return report('lone', { at: lone.at })
    const [windows, unix] = [
      lines.filter(({ ending }) => ending === 'crlf'),
      lines.filter(({ ending }) => ending === 'lf'),
    ]
    const [odd] = windows.length < unix.length ? windows : unix
    if (odd === undefined || windows.length === 0) return
    report('mixed', { at: odd.at, data: { windows: windows.length, unix: unix.length } })
  },
})

interface Line {
  /** Without what ends it; a fix replaces that. */
  readonly at: Span
  readonly ending: 'lf' | 'crlf' | 'lone'
}

function linesOf(text: string, block: Span): Line[] {
  const lines: Line[] = []
  let start = block.start
  for (let i = block.start; i < block.end; i++) {
    const code = text.charCodeAt(i)
    if (code !== 10 && code !== 13) continue
    const ending = code === 10 ? 'lf' : text.charCodeAt(i + 1) === 10 ? 'crlf' : 'lone'
    lines.push({ at: span(start, i), ending })
    if (ending === 'crlf') i++
    start = i + 1
  }
  return lines
}
