import { lintingRule } from '../../../src/kit/index.ts'

export default lintingRule({
  meta: {
    id: 'unused-suppression',
    category: 'linting',
    summary: 'A comment silences a rule that finds nothing there.',
    severity: 'warning',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    messages: {
      unused: {
        says: 'nothing of {{rules}} is found here, so this comment silences nothing',
        help: 'remove it, or it will hide what is found here one day',
      },
      'ends-nothing': {
        says: 'nothing is silenced here that this comment could end',
        help: 'remove it',
      },
    },
  },
  check({ directives }, report) {
    for (const { path, directive, unused } of directives) {
      if (directive.endsNothing) report('ends-nothing', { path, at: directive.span })
      if (unused.length === 0) continue
      const rules = unused.map(({ name }) => name)
      report('unused', { path, at: directive.span, data: { rules } })
    }
  },
})
