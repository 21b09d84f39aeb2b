import { describe, expect, it } from 'vitest'
import { readDirectives } from './directives.ts'

const everything = { steps: true, isWorthALook: () => true }

/** The directives of a body, one a line: `run npm test`, with a `!` before a ban and `|` between choices. */
const read = (body: string): string[] =>
  readDirectives(body, { start: 0, end: body.length }, everything).map(({ kind, names, isBan, isChoice }) => {
    const shown = names.map(({ value, span }) => {
      expect(body.slice(span.start, span.end)).toContain(value)
      return value
    })
    return `${isBan ? '!' : ''}${kind} ${shown.join(isChoice ? ' | ' : ', ')}`
  })

describe('orders in prose', () => {
  it.each([
    ['Run `npm test`.', ['run npm test']],
    ['Always run `git diff` and `git log -3` first.', ['run git diff', 'run git log -3']],
    ['Before you answer, run the tests with `npm test`.', ['run npm test']],
    ['- **Check**: then execute `make lint`', ['run make lint']],
    ['1. `cargo fmt` puts it in order', ['run cargo fmt']],
    ['Use the `WebFetch` tool.', ['use WebFetch']],
    ['Use `Write` or `Edit` for that.', ['use Write | Edit']],
    ['Use the WebSearch tool to look it up.', ['use WebSearch']],
    ['Run `tool-of-ours sync --json`.', ['run tool-of-ours sync --json']],
  ])('%s', (body, expected) => {
    expect(read(body)).toEqual(expected)
  })
})

describe('bans in prose', () => {
  it.each([
    ['Never run `git push`.', ['!run git push']],
    ['Do not use `Write` here.', ['!use Write']],
    ['## Forbidden\n\n- Run `npm publish`', ['!run npm publish']],
    ['**Never:**\n\n- Run `npm publish`', ['!run npm publish']],
  ])('%s', (body, expected) => {
    expect(read(body)).toEqual(expected)
  })
})

describe('what is no order', () => {
  it.each([
    'The pipeline runs `npm test`.',
    'Ask the user to run `npm test`.',
    'You can run `npm test`.',
    'Use `WebFetch` if available.',
    'Run `npm test` if possible.',
    '```sh\nRun `npm test`\n```',
    '## Example\n\nRun `npm test`.',
    '> Run `npm test`.',
    '- [ ] Run `npm test`',
    'Run the `release-notes` skill.',
    'Run `grep -n x` over it.',
    '| Step | Run `npm test` |\n| --- | --- |\n| 1 | Run `npm test` |',
  ])('%s', (body) => {
    expect(read(body)).toEqual([])
  })
})

it('takes time in proportion to the text, whatever stands there', () => {
  const size = 200_000
  const hostile = [
    'run `',
    'Run `npm test` ',
    '1. `',
    'use the ',
    '- **Run** `npm test`\n',
    'run \n',
    '# a\n- Run `git x`\n',
  ]
  for (const unit of hostile) {
    const body = unit.repeat(size / unit.length)
    const start = performance.now()
    readDirectives(body, { start: 0, end: body.length }, everything)
    expect(performance.now() - start, unit).toBeLessThan(1500)
  }
})
