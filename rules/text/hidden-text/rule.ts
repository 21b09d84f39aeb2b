import { documentRule, replaceAt, unsafeFix } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'hidden-text',
    category: 'text',
    summary: 'The file holds text that nobody sees and a model reads.',
    severity: 'error',
    confidence: 'high',
    presets: ['recommended', 'security'],
    since: '0.1.0',
    fixable: 'unsafe',
    messages: {
      tags: {
        says: 'tag characters, which no editor shows, say {{hidden}} to the model',
        help: 'remove them, and find out how they came into the file',
      },
      bidi: {
        says: '{{characters}} turns the order of the text around: people do not see what the model reads, {{hidden}}',
        help: 'remove it',
      },
      run: {
        says: '{{count}} invisible characters in a row carry {{hidden}} to the model',
        help: 'remove them, and find out how they came into the file',
      },
      word: {
        says: 'an invisible {{characters}} stands inside a word: the model reads {{hidden}}',
        help: 'remove it',
      },
    },
  },
  check({ text, document }, report) {
    const { path } = document.source
    for (const { kind, span, shown, characters, count } of text.hidden()) {
      const fixes = [unsafeFix(count === 1 ? 'remove it' : 'remove them', [replaceAt(path, span, '')])]
      const data = { hidden: shown, characters, count }
      report(kind, { at: span, data, severity: severityOf(kind, characters), fixes })
    }
  },
})

/** A soft hyphen in a word is where it belongs, and only keeps the word from being found. */
const severityOf = (kind: string, characters: readonly string[]): 'error' | 'warning' =>
  kind === 'word' && characters.every((character) => character === 'U+00AD') ? 'warning' : 'error'
