import { documentRule, type Severity } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'missing-frontmatter',
    category: 'frontmatter',
    summary: 'A file among agents has no frontmatter.',
    severity: 'host',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    messages: {
      document: {
        says: 'no frontmatter: {{host|plain}} takes the file for documentation and does not load it as an agent',
        help: 'start it with a `---` block that has `name` and `description`, or move it out of the folder of agents',
      },
      refused: {
        says: 'no frontmatter: {{host|plain}} reports the file as a broken agent and does not load it',
        help: 'start it with a `---` block that has a `description`, or move it out of the folder of agents',
      },
    },
  },
  check(agent, report) {
    const { document, verdict, host, siblings, hasDocumentName, fenceTrouble, head, text } = agent
    if (document.frontmatter.state !== 'absent' || verdict.outcome === 'loads') return
    if (siblings === 0 || hasDocumentName || fenceTrouble !== undefined || isWide(document.source.encodingProblem))
      return
    const isDocument = verdict.outcome === 'document'
    if (isDocument && agent.isSharedDocument) return
    // What nobody calls an agent may well be what the host takes it for.
    const severity: Severity = !isDocument ? 'error' : text.speaksAsAgent() ? 'warning' : 'info'
    report(verdict.outcome, { at: head, data: { host: host.name }, severity })
  },
})

/** A file in UTF-16 has a frontmatter that nobody can see; `undecodable-file` says so. */
const isWide = (problem: { kind: string } | undefined): boolean => problem?.kind.startsWith('utf-') === true
