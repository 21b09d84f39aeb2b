import { failureRule, span } from '../../../src/kit/index.ts'

export default failureRule({
  meta: {
    id: 'unreadable-file',
    category: 'text',
    summary: 'A file or folder could not be read.',
    severity: 'error',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    messages: {
      unreadable: {
        says: 'it could not be read: {{why|plain}}',
        help: 'mend or remove it, or leave it out with `ignores` in the configuration',
      },
    },
  },
  check({ why }, report) {
    report('unreadable', { at: span(0, 0), data: { why } })
  },
})
