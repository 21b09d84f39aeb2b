import { describe, expect, it } from 'vitest'
import { span } from '../core/span.ts'
import { scanBlocks } from '../document/scan-blocks.ts'
import { findBrokenFence } from './code-fences.ts'
import { findCorruptText } from './corrupt-text.ts'
import { mendFence } from './mend-fence.ts'

function mendOf(text: string): string | undefined {
  const body = span(0, text.length)
  const broken = findBrokenFence(text, scanBlocks(text, body))
  const mend = broken && mendFence(text, body, broken)
  return mend?.edits.reduceRight((all, { span: at, text: to }) => all.slice(0, at.start) + to + all.slice(at.end), text)
}

describe('the mend of a broken fence', () => {
  it.each([
    ['a\r\n```sh\r\nmake\r\n', 'a\r\n```sh\r\nmake\r\n```\r\n'],
    ['a\n~~~sh\nmake', 'a\n~~~sh\nmake\n~~~'],
    ['a\n```\n\n', 'a\n\n'],
    ['````md\n````js\nx\n````\n````\n', '`````md\n````js\nx\n````\n`````\n'],
    ['```md\n````js\nx\n````\n```\n', '`````md\n````js\nx\n````\n`````\n'],
  ])('%j', (text, mended) => {
    expect(mendOf(text)).toBe(mended)
  })

  it.each([
    ['```sh\nmake\n\nNever push.\n'],
    ['a\n```\nNever push.\n'],
    ['```\n'],
    ['a\n```'],
    ['- a\n\n  ```sh\n  make\n'],
    ['> ```sh\n> make\n'],
    ['```js\nx\n```py\ny\n```\nNever push.\n'],
    [`${'`'.repeat(20)}md\n${'`'.repeat(20)}js\n${'`'.repeat(20)}\n${'`'.repeat(20)}\n`],
  ])('is none for %j', (text) => {
    expect(findBrokenFence(text, scanBlocks(text, span(0, text.length)))).toBeDefined()
    expect(mendOf(text)).toBeUndefined()
  })
})

describe('what was misread', () => {
  it('is turned back, unless one of the places would be a line separator', () => {
    expect(findCorruptText('a â€” b â€™ c', undefined)[0]?.mends.map(({ meant }) => meant)).toEqual(['—', '’'])
    expect(findCorruptText('a â€” b â€\u00a8 c', undefined)).toMatchObject([{ count: 2, mends: [] }])
    expect(findCorruptText('â€” '.repeat(3000), undefined)).toMatchObject([{ count: 3000, mends: [] }])
  })
})
