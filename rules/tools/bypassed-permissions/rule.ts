import { type AgentView, documentRule, entryOf, isLostInPlugin, toolsThat } from '../../../src/kit/index.ts'

/** The tools of an agent that can do no more than look at files; undefined where it has any other. */
function readingTools(facts: AgentView['facts'], host: AgentView['host']): readonly string[] | undefined {
  if (facts.tools === 'all' || facts.tools === 'none') return undefined
  const reading = toolsThat(facts, host, 'read', 'find', 'search', 'language-server')
  return reading.length > 0 && reading.length === facts.tools.length ? reading : undefined
}

export default documentRule({
  meta: {
    id: 'bypassed-permissions',
    category: 'tools',
    summary: 'The file lets the agent act without asking.',
    severity: 'error',
    confidence: 'high',
    presets: ['recommended', 'security'],
    since: '0.1.0',
    needs: 'permissions',
    messages: {
      everything: {
        says: '{{mode}} is committed with the agent: for everybody who has the file, {{effect|plain}}',
        help: 'remove {{field}}; who wants this can set it in their own session',
      },
      latent: {
        says: '{{mode}} is committed with an agent whose tools only read ({{tools}}): the next tool that somebody gives it will not ask either',
        help: 'remove {{field}}; who wants this can set it in their own session',
      },
      edits: {
        says: '{{mode}} is committed with an agent that has a shell ({{shells}}): {{effect|plain}}, scripts that it then runs included',
        help: 'remove {{field}}, or take the shell from its tools',
      },
    },
  },
  check(agent, report) {
    const { document, facts, verdict, host } = agent
    const { permissions } = host
    if (permissions === undefined || !verdict.loads) return
    const { field, modes } = permissions
    const value = entryOf(document.frontmatter.entries, field)?.value
    if (value?.kind !== 'scalar' || typeof value.value !== 'string' || isLostInPlugin(agent, field)) return
    const mode = Object.hasOwn(modes, value.value) ? modes[value.value] : undefined
    if (mode === undefined || mode.skips === 'nothing') return
    const data = { mode: value.value, field, effect: mode.effect }
    if (mode.skips === 'everything') {
      const tools = readingTools(facts, host)
      if (tools === undefined) report('everything', { at: value.span, data })
      else report('latent', { at: value.span, data: { ...data, tools }, severity: 'info' })
    }
    if (mode.skips !== 'edits') return
    const shells = toolsThat(facts, host, 'execute')
    if (shells.length > 0) report('edits', { at: value.span, data: { ...data, shells }, severity: 'warning' })
  },
})
