import { lintingRule } from '../../../src/kit/index.ts'

export default lintingRule({
  meta: {
    id: 'unexplained-suppression',
    category: 'linting',
    summary: 'A comment silences findings and does not say why.',
    severity: 'warning',
    confidence: 'high',
    presets: ['strict'],
    since: '0.1.0',
    messages: {
      unexplained: {
        says: 'nothing says why {{rules}} is silenced here',
        help: 'say it behind two dashes: `agent-lint-{{word|plain}} {{first|plain}} -- why`',
      },
    },
  },
  check({ directives }, report) {
    for (const { path, directive, unknown } of directives) {
      const rules = directive.rules.filter((rule) => !unknown.includes(rule)).map(({ name }) => name)
      const [first] = rules
      if (first === undefined || directive.reason !== undefined || !directive.kind.startsWith('disable')) continue
      report('unexplained', { path, at: directive.span, data: { rules, word: directive.kind, first } })
    }
  },
})
