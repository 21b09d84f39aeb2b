import { documentRule, effectInWords } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'unknown-field',
    category: 'frontmatter',
    summary: 'A key is a near miss of one that the host knows, or the host refuses keys that it does not know.',
    severity: 'host',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    messages: {
      refused: {
        says: '{{host|plain}} does not know the key {{key}}: it {{effect|plain}}',
        help: 'remove it',
      },
      mistaken: {
        says: '{{host|plain}} does not know the key {{key}} and passes it over without a word',
        help: 'did you mean {{meant}}?',
      },
    },
  },
  check({ document, unknownKeys, unknownKeyEffect, host }, report) {
    const present = new Set(document.frontmatter.entries.map(({ key }) => key))
    for (const { key, span, meant } of unknownKeys) {
      if (unknownKeyEffect !== 'tolerates') {
        const data = { host: host.name, key, effect: effectInWords(unknownKeyEffect) }
        report('refused', { at: span, data, severity: 'error' })
      } else if (meant !== undefined && !present.has(meant)) {
        report('mistaken', { at: span, data: { host: host.name, key, meant }, severity: 'warning' })
      }
    }
  },
})
