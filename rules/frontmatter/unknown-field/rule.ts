import { documentRule, rewriteFix } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'unknown-field',
    category: 'frontmatter',
    summary: 'A key is a near miss of one that the host knows.',
    severity: 'warning',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'unsafe',
    messages: {
      mistaken: {
        says: '{{host|plain}} does not know the key {{key}} and passes it over without a word',
        help: 'did you mean {{meant}}?',
      },
    },
  },
  check({ document, unknownKeys, host }, report) {
    const present = new Set(document.frontmatter.entries.map(({ key }) => key))
    for (const { key, span, meant } of unknownKeys) {
      if (meant !== undefined && !present.has(meant)) {
        const fixes = rewriteFix(document.source.path, document.source.text, { value: key, span }, meant)
        report('mistaken', { at: span, data: { host: host.name, key, meant }, fixes })
      }
    }
  },
})
