import { documentRule, span } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'undecodable-file',
    category: 'text',
    summary: 'The file is not UTF-8.',
    severity: 'host',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    suppressible: false,
    messages: {
      invalid: {
        says: 'byte {{byteOffset}} of the file is not UTF-8: {{host|plain}} reads a replacement character there',
        help: 'save the file as UTF-8',
      },
      wide: {
        says: 'the file is {{encoding|plain}}, not UTF-8: {{host|plain}} sees no frontmatter in it',
        help: 'save the file as UTF-8',
      },
    },
  },
  check({ document, host, head }, report) {
    const { encodingProblem: problem, text } = document.source
    if (problem === undefined) return
    if (problem.kind !== 'invalid-utf8') {
      const encoding = problem.kind.toUpperCase()
      report('wide', { at: span(0, 0), data: { encoding, host: host.name }, severity: 'error' })
      return
    }
    const replaced = text.indexOf('\uFFFD')
    const at = replaced === -1 ? head : span(replaced, replaced + 1)
    report('invalid', { at, data: { byteOffset: problem.byteOffset, host: host.name }, severity: 'warning' })
  },
})
