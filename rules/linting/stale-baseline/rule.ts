import { lintingRule, quote } from '../../../src/kit/index.ts'

export default lintingRule({
  meta: {
    id: 'stale-baseline',
    category: 'linting',
    summary: 'The baseline has a finding that is not there any more.',
    severity: 'info',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    messages: {
      gone: {
        says: '{{rule}}{{about|plain}} in {{agents}} is in the baseline and is not found any more',
        help: 'run with `--update-baseline`, so that it cannot come back unseen',
      },
      fewer: {
        says: '{{rule}}{{about|plain}} in {{agents}} is in the baseline {{count}} times; found now: {{found}}',
        help: 'run with `--update-baseline`, so that it cannot come back unseen',
      },
    },
  },
  check({ stale, strictBaseline }, report) {
    for (const { path, span, rule, agents, value, count, found } of stale) {
      const about = value === '' ? '' : ` (${quote(value)})`
      const data = { rule, agents, value, about, count, found }
      const severity = strictBaseline ? 'error' : 'info'
      report(found === 0 ? 'gone' : 'fewer', { path, at: span, data, severity })
    }
  },
})
