import { type AgentFacts, type AgentView, documentRule, normalName, unspacedRuns } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'vague-description',
    category: 'description',
    summary: 'The description does not say when to choose the agent.',
    severity: 'info',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    options: {
      fewestCharacters: {
        type: 'integer',
        minimum: 0,
        maximum: 500,
        default: 20,
        description:
          'A description with less is said to be short; one of a script without blanks counts as three. 0: none is.',
      },
    },
    messages: {
      blank: {
        says: '`description` is blank: {{host|plain}} loads the agent, and nothing says when to choose it',
        help: 'say what it does, and when to use it',
      },
      name: {
        says: '{{description}} says no more than the name {{name}}, and nothing says when to choose the agent',
        help: 'say what it does, and when to use it',
      },
      short: {
        says: '{{description}} is all that says when to choose the agent: {{count}} characters',
        help: 'say what it does, and when to use it',
      },
    },
  },
  check({ facts, verdict, host }, report, { fewestCharacters }) {
    const { description } = facts
    if (description === undefined || facts.isManual || !facts.isAgent || isReported(verdict)) return
    const text = description.value.trim()
    const data = { description: text, name: facts.name.value, host: host.name }
    const at = description.span
    if (text === '') report('blank', { at, data, severity: 'warning' })
    else if (repeatsName(text, facts)) report('name', { at, data, severity: 'warning' })
    else if (weight(text, fewestCharacters) < fewestCharacters)
      report('short', { at, data: { ...data, count: [...text].length }, severity: 'info' })
  },
})

/** What the host does not take is another rule's finding. */
const isReported = ({ violations }: AgentView['verdict']): boolean =>
  violations.some(({ field, effect }) => field === 'description' && effect !== 'tolerates')

const repeatsName = (text: string, { name, aliases }: AgentFacts): boolean =>
  text.length <= longestName && [name.value, ...aliases].some((own) => normalName(own) === normalName(text))

const longestName = 100

/** A character of a script without blanks says as much as three of another. */
function weight(text: string, enough: number): number {
  const start = text.slice(0, enough)
  const unspaced = [...start.matchAll(unspacedRuns)].reduce((sum, [run]) => sum + run.length, 0)
  return start.length + 2 * unspaced
}
