import {
  byteOrderMark,
  documentRule,
  effectInWords,
  replaceAt,
  safeFix,
  severityOf,
  span,
} from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'byte-order-mark',
    category: 'frontmatter',
    summary: 'The file starts with a byte order mark, which hides the frontmatter from some programs.',
    severity: 'host',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'safe',
    needs: 'document.byteOrderMark',
    messages: {
      lost: {
        says: 'the file starts with a byte order mark (U+FEFF): {{host|plain}} {{effect|plain}}',
        help: 'save it as UTF-8 without a byte order mark',
      },
      older: {
        says: 'the file starts with a byte order mark (U+FEFF): {{host|plain}} before {{since|plain}} {{effect|plain}}',
        help: 'save it as UTF-8 without a byte order mark',
      },
    },
  },
  check({ document, host }, report) {
    const rule = host.document.byteOrderMark
    // Whether the host sees the frontmatter behind the mark is what this is about: so no word of its fence.
    if (!document.source.text.startsWith(`${byteOrderMark}---`) || rule === undefined) return
    const { effect, since = '', before } = rule
    const severity = severityOf(effect)
    const at = span(0, byteOrderMark.length)
    // No host reads anything into the mark: those that skip it see what they saw, and the others see the agent.
    const fixes = [safeFix('save it as UTF-8 without a byte order mark', [replaceAt(document.source.path, at, '')])]
    if (severity !== undefined)
      report('lost', { at, data: { host: host.name, effect: effectInWords(effect) }, severity, fixes })
    else if (before !== undefined)
      report('older', { at, data: { host: host.name, since, effect: effectInWords(before) }, severity: 'info', fixes })
  },
})
