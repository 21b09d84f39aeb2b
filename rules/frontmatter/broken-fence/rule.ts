import {
  type AgentView,
  documentRule,
  type FenceRepair,
  type Fix,
  replaceAt,
  type Severity,
  safeFix,
  unsafeFix,
} from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'broken-fence',
    category: 'frontmatter',
    summary: 'The `---` lines around the frontmatter are not where the host looks for them.',
    severity: 'host',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'both',
    messages: {
      'not-first': {
        says: 'the frontmatter does not start on the first line, so {{host|plain}} does not see it ({{keys}})',
        help: 'move the `---` to the very start of the file',
      },
      unclosed: {
        says: 'no `---` line closes the frontmatter: {{outcome|plain}}',
        help: 'close it with a line of three dashes before the prompt',
      },
      'decorated-open': {
        says: 'the opening line is more than three dashes, so {{host|plain}} sees no frontmatter ({{keys}})',
        help: 'make it exactly `---`',
      },
      'decorated-close': {
        says: 'the closing line is more than three dashes: {{outcome|plain}}',
        help: 'make it exactly `---`',
      },
      'closed-early': {
        says: '{{host|plain}} ends the frontmatter at these dashes, inside a value: the rest becomes the start of the prompt{{lost|plain}}',
        help: 'write the text without three dashes in a row',
      },
    },
  },
  check(agent, report) {
    const trouble = agent.fenceTrouble
    if (trouble === undefined || trouble.kind === 'language-tag') return
    const lost = trouble.lostKeys.length === 0 ? '' : ', and the keys below them are lost'
    const data = { host: agent.host.name, keys: trouble.lostKeys, outcome: outcome(agent), lost }
    report(trouble.kind, { at: trouble.span, data, severity: severity(agent), fixes: fixes(agent) })
  },
})

/** Only where the host still sees the block as it was meant is it no more than a warning. */
function severity({ verdict, fenceTrouble }: AgentView): Severity {
  const isSeen = fenceTrouble?.kind === 'decorated-close' || fenceTrouble?.kind === 'unclosed'
  return isSeen && verdict.loads ? 'warning' : 'error'
}

function outcome({ host, verdict, fenceTrouble, document }: AgentView): string {
  if (document.fence === undefined) return `${host.name} sees none`
  if (fenceTrouble?.kind === 'unclosed')
    return `${host.name} takes the whole file for frontmatter, and the prompt is empty`
  return `${host.name} ${verdict.loads ? 'loads the agent, and ' : ''}takes the rest of the line for the start of the prompt; stricter programs see no frontmatter`
}

/** Safe only where the host sees the same frontmatter and the same prompt then as now. */
function fixes({ document, fenceRepair, verdict }: AgentView): Fix[] {
  if (fenceRepair === undefined) return []
  const { how, keepsAll, replacement } = fenceRepair
  const edits = [replaceAt(document.source.path, replacement.span, replacement.text)]
  return [keepsAll && verdict.loads ? safeFix(titles[how], edits) : unsafeFix(titles[how], edits)]
}

const titles: Readonly<Record<FenceRepair['how'], string>> = {
  move: 'remove what is blank before it',
  close: 'close it before the empty line',
  strip: 'make it exactly `---`',
  break: 'put what follows the dashes on a line of its own',
}
