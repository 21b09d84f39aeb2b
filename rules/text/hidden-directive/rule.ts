import { documentRule } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'hidden-directive',
    category: 'text',
    summary: 'An order stands where nobody sees it who reads the file as it is rendered.',
    severity: 'warning',
    confidence: 'medium',
    presets: ['recommended', 'security'],
    since: '0.1.0',
    messages: {
      hidden: {
        says: '{{where|plain}} holds an order that no reader of the rendered file sees, and the model does: {{text}}',
        help: 'remove it, or write it where it can be read',
      },
    },
  },
  check({ text }, report) {
    for (const { where, span, says } of text.hiddenDirectives()) {
      report('hidden', { at: span, data: { where: inWords[where], text: says } })
    }
  },
})

const inWords = {
  comment: 'this comment',
  definition: 'this link definition, which nothing links to,',
  element: 'this element, which is not drawn,',
} as const
