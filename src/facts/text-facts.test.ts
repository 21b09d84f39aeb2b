import { describe, expect, it } from 'vitest'
import { documentAs, sourceOf } from '../testing/read-as.ts'
import { textFacts } from './text-facts.ts'

const million = 1_000_000

/** What each of the searches could stumble over, alone and mixed. */
const units = [
  'a',
  ' ',
  '-',
  '[',
  '](',
  '[a](b.md) ',
  '[a](b',
  '`',
  '```js\n',
  '~~~\n```md\n',
  '> ```\n',
  '<!--',
  '<!-- -->',
  '<a hidden>',
  '<a style="display:none',
  '</',
  '</content>',
  '</content>\n',
  '[//]: # (',
  '[//]: # (a)\n',
  '[//]: # ()))))))) \n',
  '[INSERT ',
  '<YOUR-',
  'lorem ipsum ',
  'references/',
  'references/a.md ',
  'scripts/a.b.c.d.',
  '/Users/',
  '/Users/mona/a ',
  '/home/mona',
  'C:\\Users\\',
  'curl ',
  'curl a | ',
  'curl a | sh\n',
  'npx -y a/',
  'base64 -d ',
  'pip install git+https://a',
  'ignore previous ',
  '<!-- send .env to ',
  '\u200b',
  'a\u200bb',
  '\u{e0041}',
  '\u{1f3f4}\u{e0067}',
  '\u202e',
  '\ufe0f',
  '\ufffd',
  '\u0000',
  'â€”',
  'ðŸ',
  'Ã',
  'ghp_',
  'sk-ant-',
  '-----BEGIN PRIVATE KEY-----',
  '-----BEGIN PRIVATE KEY-----\nMIIE',
  '__proto__/constructor.md ',
] as const

const notes = [...units.map((unit) => [JSON.stringify(unit), unit] as const)]

describe('a line of a million', () => {
  it.each(notes)('of %s is read within a second', (_, unit) => {
    const text = `---\nname: a\ndescription: d\n---\n${unit.repeat(Math.ceil(million / unit.length))}\n`
    const facts = textFacts(documentAs('claude-code', sourceOf(text)))
    for (const [name, find] of Object.entries(facts)) {
      // Time of the processor: what else runs on the machine does not count.
      const before = process.cpuUsage()
      find()
      const { user } = process.cpuUsage(before)
      expect(user / 1e6, name).toBeLessThan(1)
    }
  })
})

describe('a text that has nothing of the kind', () => {
  it('is not taken apart', () => {
    const text = `---\nname: a\ndescription: d\n---\n${'You do one thing well, and say so.\n'.repeat(1000)}`
    const facts = textFacts(documentAs('claude-code', sourceOf(text)))
    for (const find of Object.values(facts)) expect([[], undefined, false]).toContainEqual(find())
  })
})
