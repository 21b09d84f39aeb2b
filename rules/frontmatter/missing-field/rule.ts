import {
  type AgentView,
  documentRule,
  type Fix,
  insertAt,
  lineBreakOf,
  nameFrom,
  unsafeFix,
  yamlText,
} from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'missing-field',
    category: 'frontmatter',
    summary: 'A key that the host needs is not there.',
    severity: 'error',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'unsafe',
    messages: {
      document: {
        says: 'there is no {{field}}: {{host|plain}} takes the file for documentation and does not load it',
        help: 'add {{field}} to the frontmatter',
      },
      refuses: {
        says: 'there is no {{field}}: {{host|plain}} does not load this agent',
        help: 'add {{field}} to the frontmatter',
      },
      empty: {
        says: 'the frontmatter is empty: {{host|plain}} does not load this file',
        help: 'it takes at least {{fields}}',
      },
    },
  },
  check(agent, report) {
    const { state, entries } = agent.document.frontmatter
    const missing = agent.verdict.violations.filter(({ kind }) => kind === 'missing')
    if (state === 'absent' || state === 'salvaged' || missing.length === 0) return
    const host = agent.host.name
    if (entries.length === 0) {
      const fields = missing.map(({ field }) => field)
      if (agent.siblings > 0) report('empty', { at: agent.head, data: { host, fields } })
      return
    }
    if (!isMeantAsAgent(agent)) return
    for (const { field, effect } of missing) {
      if (effect !== 'document' && effect !== 'refuses') continue
      report(effect, { at: agent.head, data: { field, host }, fixes: field === 'name' ? addName(agent) : [] })
    }
  },
})

/** A page of documentation may have frontmatter too. */
const isMeantAsAgent = ({ facts, hasDocumentName }: AgentView): boolean => facts.isAgent && !hasDocumentName

/** What the file is called is what people call the agent. */
function addName({ facts, document }: AgentView): Fix[] {
  const { fence, source } = document
  const name = nameFrom(facts.name.value)
  if (fence === undefined || name === '') return []
  const line = `name: ${yamlText(name)}${lineBreakOf(source.text)}`
  return [unsafeFix('add a name, from the name of the file', [insertAt(source.path, fence.content.start, line)])]
}
