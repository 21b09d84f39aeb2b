import { documentRule } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'exposed-secret',
    category: 'text',
    summary: 'The file holds a credential.',
    severity: 'error',
    confidence: 'high',
    presets: ['recommended', 'security'],
    since: '0.1.0',
    messages: {
      credential: {
        says: '{{prefix}} and {{count}} more characters have the form of a credential of {{provider|plain}} ({{what|plain}}): whoever reads the file can use it, and every prompt sends it to the model',
        help: 'revoke it, then take it out of the file and its history, and name the environment variable that holds the new one',
      },
      key: {
        says: 'a private key stands in the file: whoever reads the file can use it, and every prompt sends it to the model',
        help: 'replace the key, then take it out of the file and its history, and name the file that holds the new one',
      },
    },
  },
  check({ text }, report) {
    for (const { provider, what, prefix, span, hidden } of text.secrets()) {
      const count = hidden.end - hidden.start
      if (provider === '') report('key', { at: span })
      else report('credential', { at: span, data: { provider, what, prefix, count } })
    }
  },
})
