import { documentRule } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'absolute-path',
    category: 'references',
    summary: "The file names a path of one person's machine.",
    severity: 'warning',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    messages: {
      personal: {
        says: '{{written}} is on the machine of {{account}}: nobody else has it{{places|plain}}',
        help: 'write it relative to the project, or with `~` or a variable where it is the same for all',
      },
    },
  },
  check({ text }, report) {
    for (const { written, account, span, count } of text.personalPaths()) {
      const places = count === 1 ? '' : ` (the first of ${count} paths)`
      report('personal', { at: span, data: { written, account, count, places } })
    }
  },
})
