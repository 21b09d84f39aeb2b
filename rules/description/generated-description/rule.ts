import { documentRule, estimateTokens, roundTokens, type Span, slice, span } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'generated-description',
    category: 'description',
    summary: 'The description carries what a generator put into it.',
    severity: 'info',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    options: {
      exampleTokens: {
        type: 'integer',
        minimum: 0,
        maximum: 100_000,
        default: 0,
        description: 'Examples that cost no more tokens than this are let pass.',
      },
    },
    messages: {
      breaks: {
        says: '`description` holds a backslash with an `n` ({{count}}×): {{host|plain}} makes no line break of it, and the model reads `\\n`',
        help: 'write `description: |-` and the text below it, indented, with real line breaks',
      },
      examples: {
        says: 'the examples in it are about {{tokens|plain}} of the {{all|plain}} tokens of this description, and every session carries them',
        help: 'say in one sentence when to use the agent, and move the examples into the prompt',
      },
    },
  },
  check({ document, facts, host }, report, { exampleTokens }) {
    const { description, examples } = facts
    if (description === undefined || !facts.isAgent) return
    const { text } = document.source
    const breaks = host.description.literalNewlines ? [] : literalBreaks(text, description.value, description.span)
    const [firstBreak] = breaks
    if (firstBreak !== undefined)
      report('breaks', { at: firstBreak, data: { count: breaks.length, host: host.name }, severity: 'warning' })
    const [first] = examples
    const last = examples.at(-1)
    if (first === undefined || last === undefined) return
    const tokens = examples.reduce((sum, block) => sum + estimateTokens(slice(text, block)), 0)
    if (tokens <= exampleTokens) return
    const all = estimateTokens(slice(text, description.span))
    const data = { count: examples.length, tokens: roundTokens(tokens), all: roundTokens(all) }
    report('examples', { at: span(first.start, last.end), data, severity: 'info' })
  },
})

/** Where a backslash and an `n` reach the model and stand where a line would end; not the name of a file, not a quoted `\n`. */
function literalBreaks(text: string, value: string, { start, end }: Span): Span[] {
  // YAML itself makes a line break of what stands in double quotes.
  if (!value.includes('\\n')) return []
  const found: Span[] = []
  for (let at = text.indexOf('\\n', start); at !== -1 && at < end; at = text.indexOf('\\n', at + 2))
    if (endsLine(text, at)) found.push(span(at, at + 2))
  return found
}

/** A capital letter, a list item, a tag or another break follows, and no backslash or quote comes before. */
const endsLine = (text: string, at: number): boolean =>
  !/[\\'"`(]/.test(text.charAt(at - 1)) && /^(?:\\n|[\p{Lu}<•*-]|\d+\.)/u.test(text.slice(at + 2, at + 8))
