import { documentRule } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'duplicate-key',
    category: 'frontmatter',
    summary: 'A key stands in the frontmatter twice.',
    severity: 'host',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    messages: {
      kept: {
        says: '{{key}} stands here a second time: {{host|plain}} takes {{taken|plain}} without a word',
        help: 'keep one of them',
      },
      refused: {
        says: '{{key}} stands here a second time: {{host|plain}} does not load this agent',
        help: 'keep one of them',
      },
    },
  },
  check({ document, host }, report) {
    const taken =
      host.document.duplicateKeys === 'first-wins' ? 'the first and drops this one' : 'this one and drops the first'
    const refuses = host.document.duplicateKeys === 'refuses'
    for (const { key, first, second } of document.frontmatter.duplicates) {
      report(refuses ? 'refused' : 'kept', {
        at: second,
        data: { key, host: host.name, taken },
        severity: refuses ? 'error' : 'warning',
        related: [{ path: document.source.path, span: first, message: 'first here' }],
      })
    }
  },
})
