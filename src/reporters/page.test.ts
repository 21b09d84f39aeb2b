import { describe, expect, it } from 'vitest'
import { describeRules } from '../composition.ts'
import { hostileTexts } from '../testing/sample-report.ts'
import { displayWidth } from './cells.ts'
import { renderPage } from './page.ts'
import { loadStyle, plainStyle } from './style.ts'

const page = `# some-rule

What it says, with \`code\` in it, and long enough that the line
is broken in the middle.

## How to fix

- The first, which is long enough to be
  continued on another line.
- The second.
  1. Inner.

### Near miss

| a | b |
| - | - |

\`\`\`md file=.claude/agents/a.md
---
name:\tx and a line that is far too long for a terminal as narrow as this one is, and stays
---

## Not a heading
\`\`\`
\`\`\`console
1 error
\`\`\`

\`\`\`\`\`md file=b.md
\`\`\`\`
\`\`\`js
\`\`\`
\`\`\`\`
\`\`\`\`\`
`

describe('a page for the terminal', () => {
  it('has headings, wrapped prose, hanging lists, and code as it is', () => {
    expect(renderPage(page, plainStyle, 40).split('\n')).toEqual([
      'some-rule',
      '=========',
      '',
      'What it says, with `code` in it, and',
      'long enough that the line is broken in',
      'the middle.',
      '',
      'How to fix',
      '----------',
      '',
      '- The first, which is long enough to be',
      '  continued on another line.',
      '- The second.',
      '  1. Inner.',
      '',
      'Near miss',
      '',
      '| a | b |',
      '| - | - |',
      '',
      '  .claude/agents/a.md:',
      '    ---',
      '    name:  x and a line that is far too long for a terminal as narrow as this one is, and stays',
      '    ---',
      '',
      '    ## Not a heading',
      '',
      '  prints:',
      '    1 error',
      '',
      '  b.md:',
      '    ````',
      '    ```js',
      '    ```',
      '    ````',
      '',
    ])
  })

  it('says the same with colour', async () => {
    const colored = renderPage(page, await loadStyle(true), 40)
    expect(colored).toContain('\u001b[36m`code`')
    expect(colored.replaceAll(/\u001b\[\d+m/g, '')).toBe(renderPage(page, plainStyle, 40))
  })

  it.each([0, 40, 72, 200])(
    'fits every rule into %i columns, but for its examples and words that are longer',
    async (width) => {
      const widest = width === 0 ? 80 : Math.min(width, 100)
      for (const { meta, page } of await describeRules()) {
        const lines = renderPage(page, plainStyle, width).split('\n')
        const wide = lines.filter((line) => displayWidth(line) > widest && !/^ {4}|^\||^ {2}\S+:$|^\s*\S+$/.test(line))
        expect([meta.id, wide]).toEqual([meta.id, []])
      }
    },
  )

  it.each(hostileTexts)('makes %j safe wherever it stands', (text) => {
    const hostile = `# ${text}\n\n${text}\n\n- ${text}\n\n| ${text} |\n\n\`\`\`md file=${text}\n${text}\n\`\`\`\n`
    expect(renderPage(hostile, plainStyle, 80)).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029\u{E0000}-\u{E007F}]|\p{Surrogate}|##\[/u,
    )
  })
})
