import {
  type AgentView,
  documentRule,
  effectInWords,
  type Fix,
  nameFrom,
  placeOf,
  quote,
  quoteYaml,
  replaceAt,
  severityOf,
  unsafeFix,
  type Violation,
  yamlText,
} from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'invalid-name',
    category: 'identity',
    summary: 'The name is not one that the host takes.',
    severity: 'host',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'unsafe',
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
  check(agent, report) {
    const { document, verdict, host } = agent
    if (document.frontmatter.state === 'salvaged') return
    for (const violation of verdict.violations) {
      const { kind, field, effect, problem, form, found, span } = violation
      const severity = severityOf(effect)
      if (kind !== 'value' || field !== 'name' || severity === undefined) continue
      const data = { name: found, host: host.name, effect: effectInWords(effect), problem, form: form ?? '' }
      const fixes = fixesFor(agent, violation)
      report(form !== undefined && found !== '' ? 'form' : 'shape', { at: span, data, severity, fixes })
    }
  },
})

/** What looks like a number is quoted; other texts are written as every host takes them. */
function fixesFor({ document }: AgentView, { found, span, wanted }: Violation): Fix[] {
  const { path, text } = document.source
  const place = placeOf(text, { value: found, span })
  if (found === '' || place === undefined) return []
  if (wanted.includes('string')) return [unsafeFix('put it in quotes', [replaceAt(path, span, quoteYaml(found))])]
  const name = nameFrom(found)
  if (name === '' || name === found) return []
  return [unsafeFix(`write ${quote(name)}`, [replaceAt(path, span, yamlText(name))])]
}
