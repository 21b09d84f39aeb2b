import { documentRule } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'oversized-file',
    category: 'text',
    summary: 'The file is too large.',
    severity: 'host',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    suppressible: false,
    messages: {
      refused: {
        says: 'the file has {{bytes}} bytes: {{host|plain}} passes over files of more than {{limit}} without a word',
        help: 'move what the agent needs only now and then to files that it can read',
      },
      truncated: {
        says: 'the file has {{bytes}} bytes: agent-lint read the first {{limit}} and not the rest',
        help: 'move what the agent needs only now and then to files that it can read',
      },
    },
  },
  check({ document, host, head }, report) {
    const { byteLength, truncated } = document.source
    const { maxBytes } = host.document
    if (maxBytes !== undefined && byteLength > maxBytes) {
      report('refused', { at: head, data: { bytes: byteLength, limit: maxBytes, host: host.name }, severity: 'error' })
    } else if (truncated) {
      report('truncated', { at: head, data: { bytes: byteLength, limit: 1_048_576 }, severity: 'warning' })
    }
  },
})
