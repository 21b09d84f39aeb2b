import {
  type AgentView,
  documentRule,
  estimateTokens,
  type Fix,
  placeOf,
  replaceAt,
  roundTokens,
  type Span,
  slice,
  span,
  unsafeFix,
} from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'generated-description',
    category: 'description',
    summary: 'The description carries what a generator put into it.',
    severity: 'info',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'unsafe',
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
  check(agent, report, { exampleTokens }) {
    const { document, facts, host } = agent
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
    report('examples', { at: span(first.start, last.end), data, severity: 'info', fixes: withoutExamples(agent) })
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

/** Takes the examples away, with what leads to them, where they end the text and a description is left. */
function withoutExamples({ document, facts: { description, examples } }: AgentView): Fix[] {
  const { path, text } = document.source
  if (description === undefined || document.frontmatter.state !== 'valid') return []
  const place = placeOf(text, description)
  const [first] = examples
  if (place === undefined || first === undefined || /[\n\r]/.test(slice(text, place))) return []
  if (!endsWith(text, examples, place.end)) return []
  const kept = withoutLead(slice(text, span(place.start, first.start)))
  if (kept.length < shortestKept) return []
  return [unsafeFix('remove the examples', [replaceAt(path, span(place.start + kept.length, place.end), '')])]
}

/** What is left has to end as a sentence does, and to say something; an opinion. */
const shortestKept = 20

/** Is there nothing but blanks and breaks behind each of the examples, up to the next or to the end? */
const endsWith = (text: string, examples: readonly Span[], end: number): boolean =>
  examples.every((example, i) => isEmpty(text.slice(example.end, examples[i + 1]?.start ?? end)))

const isEmpty = (written: string): boolean => written.replaceAll('\\n', '').trim() === ''

/** Up to the last sentence that has an end: "Examples:" leads to nothing then. */
function withoutLead(written: string): string {
  const whole = withoutBreaks(written)
  if (!whole.endsWith(':')) return /[.!?]$/.test(whole) ? whole : ''
  const end = Math.max(...['. ', '.\\n', '! ', '? '].map((mark) => whole.lastIndexOf(mark)))
  return end === -1 ? '' : whole.slice(0, end + 1)
}

function withoutBreaks(written: string): string {
  let kept = written.trimEnd()
  while (kept.endsWith('\\n')) kept = kept.slice(0, -2).trimEnd()
  return kept
}
