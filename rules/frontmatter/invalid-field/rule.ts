import { documentRule, effectInWords, severityOf, type Violation } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'invalid-field',
    category: 'frontmatter',
    summary: 'A value is not one that the host takes.',
    severity: 'host',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    messages: {
      choice: {
        says: '{{field}} is {{found}}, which {{host|plain}} does not know: it {{effect|plain}}',
        help: 'it takes {{allowed}}',
      },
      form: {
        says: '{{field}} is {{found}}, which {{host|plain}} does not take: it {{effect|plain}}',
        help: 'what it takes: {{form|plain}}',
      },
      shape: {
        says: '{{field}} {{problem|plain}}: {{host|plain}} {{effect|plain}}',
      },
    },
  },
  check({ document, verdict, host }, report) {
    if (document.frontmatter.state === 'salvaged') return
    for (const violation of verdict.violations) {
      const { kind, field, effect, problem, allowed, form, found, pointer, span } = violation
      const severity = severityOf(effect)
      if (kind !== 'value' || field === 'name' || severity === undefined || isOversized(violation)) continue
      const id = allowed.length > 0 ? 'choice' : form !== undefined && found !== '' ? 'form' : 'shape'
      const data = {
        field: pointer.slice(1).replaceAll('/', '.') || field,
        found,
        allowed,
        form: form ?? '',
        problem,
        host: host.name,
        effect: effectInWords(effect),
      }
      report(id, { at: span, data, severity })
    }
  },
})

/** `oversized-description` says by how much. */
const isOversized = ({ field, keyword }: Violation): boolean => field === 'description' && keyword === 'maxLength'
