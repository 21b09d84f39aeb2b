import { documentRule, effectInWords, severityOf } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'invalid-name',
    category: 'identity',
    summary: 'The name is not one that the host takes.',
    severity: 'host',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    messages: {
      form: {
        says: '{{name}} is no name for {{host|plain}}: it {{effect|plain}}',
        help: '{{form|plain}}',
      },
      shape: {
        says: '`name` {{problem|plain}}: {{host|plain}} {{effect|plain}}',
        help: 'give it a text; in quotes, if it looks like a number or like `true`',
      },
    },
  },
  check({ document, verdict, host }, report) {
    if (document.frontmatter.state === 'salvaged') return
    for (const { kind, field, effect, problem, form, found, span } of verdict.violations) {
      const severity = severityOf(effect)
      if (kind !== 'value' || field !== 'name' || severity === undefined) continue
      const data = { name: found, host: host.name, effect: effectInWords(effect), problem, form: form ?? '' }
      report(form !== undefined && found !== '' ? 'form' : 'shape', { at: span, data, severity })
    }
  },
})
