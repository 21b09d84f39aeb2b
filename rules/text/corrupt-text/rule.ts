import { documentRule, replaceAt, unsafeFix } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'corrupt-text',
    category: 'text',
    summary: 'Characters of the text were lost or garbled on their way into the file.',
    severity: 'warning',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'unsafe',
    messages: {
      replaced: {
        says: 'a character was lost here: U+FFFD stands in its place, and the model has to guess{{places|plain}}',
        help: 'write again what stood there',
      },
      control: {
        says: 'a control character, {{written}}, stands in the text: nobody sees it, and what it was part of is mostly lost{{places|plain}}',
        help: 'write again what stood there, or remove it',
      },
      misread: {
        says: '{{written}} is {{meant}} that was read in the wrong encoding and saved: the model reads it as it stands{{places|plain}}',
        help: 'write {{meant}}, and open the file as UTF-8',
      },
    },
  },
  check({ text, document }, report) {
    const { path } = document.source
    for (const { kind, span, written, meant, count, mends } of text.corrupt()) {
      const places = count === 1 ? '' : ` (the first of ${count} places)`
      const edits = mends.map((mend) => replaceAt(path, mend.span, mend.meant))
      const fixes = edits.length === 0 ? [] : [unsafeFix(titleFor(count), edits)]
      report(kind, { at: span, data: { written, meant, count, places }, severity: severityOf(kind), fixes })
    }
  },
})

/** What was read in the wrong encoding can still be made out; what was lost cannot. */
const severityOf = (kind: string): 'warning' | 'info' => (kind === 'misread' ? 'info' : 'warning')

const titleFor = (count: number): string =>
  count === 1 ? 'write what was meant' : `write what was meant, at each of the ${count} places`
