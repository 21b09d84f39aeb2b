import {
  type AgentView,
  documentRule,
  type Entry,
  type Fix,
  type MisplacedKey,
  quote,
  removeKey,
  rewriteFix,
  unsafeFix,
} from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'misplaced-field',
    category: 'frontmatter',
    summary: 'A key that restricts files of another kind, or in another place, restricts nothing here.',
    severity: 'error',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'unsafe',
    messages: {
      grants: {
        says: '{{key}} restricts nothing in an agent: {{host|plain}} passes it over, and the agent gets every tool',
        help: 'write {{meant}} instead',
      },
      denies: {
        says: '{{key}} denies nothing in an agent: {{host|plain}} passes it over without a word',
        help: 'write {{meant}} instead',
      },
      undeniable: {
        says: '{{key}} denies nothing in an agent: {{host|plain}} passes it over, and has no key that denies tools',
        help: 'list what the agent may use below {{meant}}',
      },
      plugin: {
        says: '{{key}} has no effect in the agents of a plugin: {{host|plain}} passes it over',
        help: 'remove it, or move the agent to {{folder}}, where the key counts',
      },
    },
  },
  check(agent, report) {
    const { host, document } = agent
    if (!agent.facts.isAgent) return
    for (const key of agent.misplacedKeys) {
      const found = judge(key, agent)
      if (found === undefined) continue
      const fixes = found.id === 'undeniable' ? [] : rename(agent, key, found.meant)
      report(found.id, { at: key.span, data: { key: key.key, host: host.name, meant: found.meant }, fixes })
    }
    const ignored = document.frontmatter.entries.filter(({ key }) => host.plugins?.ignoredKeys.includes(key))
    if (ignored.length === 0 || !agent.isInPlugin()) return
    for (const entry of ignored) {
      const data = { key: entry.key, host: host.name, folder: host.folders[0] ?? '' }
      report('plugin', { at: entry.keySpan, data, fixes: removal(agent, entry) })
    }
  },
})

/** Not where another finding looks at the key: a mode that was to keep a reader from writing, servers that tools are of. */
function removal(agent: AgentView, entry: Entry): Fix[] {
  const { host, facts, verdict } = agent
  const isMode = entry.key === host.permissions?.field && facts.readOnly !== undefined
  const isUsed =
    entry.key === host.mcpServers?.field && verdict.toolEntries?.some(({ status }) => status === 'provided')
  const edits = isMode || isUsed === true ? [] : removeKey(agent.document, entry)
  return edits.length === 0 ? [] : [unsafeFix(`remove ${quote(entry.key)}`, edits)]
}

/** Where the key that is meant stands there too, that one counts, and what is left over does no harm. */
function judge({ role }: MisplacedKey, { host, document }: AgentView) {
  const { field, denyField } = host.tools
  const meant = role === 'grants' ? field : denyField
  if (meant === undefined) return { id: 'undeniable', meant: field } as const
  return document.frontmatter.entries.some(({ key }) => key === meant) ? undefined : ({ id: role, meant } as const)
}

/** Two keys of one meaning would become one key twice. */
function rename(
  { document: { source }, misplacedKeys }: AgentView,
  { key, span, role }: MisplacedKey,
  to: string,
): Fix[] {
  const isOnly = misplacedKeys.filter((other) => other.role === role).length === 1
  return isOnly ? rewriteFix(source.path, source.text, { value: key, span }, to) : []
}
