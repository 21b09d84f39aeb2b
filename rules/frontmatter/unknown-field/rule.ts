import { documentRule, quote, rewriteFix } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'unknown-field',
    category: 'frontmatter',
    summary: 'A key is a near miss of one that the host knows.',
    severity: 'host',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'unsafe',
    messages: {
      mistaken: {
        says: '{{host|plain}} does not know the key {{key}} and passes it over without a word',
        help: 'did you mean {{meant}}?',
      },
      refused: {
        says: '{{host|plain}} does not know the key {{key}}, and for that it does not load this agent',
        help: 'remove it{{better|plain}}',
      },
    },
  },
  check({ document, unknownKeys, verdict, host }, report) {
    const refused = verdict.violations.filter(({ kind, effect }) => kind === 'unknown' && effect === 'refuses')
    for (const { field, span } of refused) {
      const meant = unknownKeys.find(({ key }) => key === field)?.meant
      const better = meant === undefined ? '' : `; ${quote(meant)} may be what is meant`
      report('refused', { at: span, data: { host: host.name, key: field, better }, severity: 'error' })
    }
    if (refused.length > 0) return
    const present = new Set(document.frontmatter.entries.map(({ key }) => key))
    for (const { key, span, meant } of unknownKeys) {
      if (meant !== undefined && !present.has(meant)) {
        const fixes = rewriteFix(document.source.path, document.source.text, { value: key, span }, meant)
        report('mistaken', { at: span, data: { host: host.name, key, meant }, fixes })
      }
    }
  },
})
