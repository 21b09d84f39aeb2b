import { describe, expect, it } from 'vitest'
import { documentAs, sourceOf } from '../testing/read-as.ts'
import { readSuppressions } from './suppressions.ts'

/** Each comment, with what it covers for each of its rules; `file` for all of it. */
function read(text: string): string[] {
  const found = readSuppressions(documentAs('claude-code', sourceOf(text)))
  return found.map(({ kind, rules, reason, endsNothing }) => {
    const covered = rules.map(({ name, covers }) => {
      const isFile = covers.start === 0 && covers.end > text.length
      return `${name} in ${isFile ? 'file' : JSON.stringify(text.slice(covers.start, covers.end))}`
    })
    const why = reason === undefined ? '' : ` (${reason})`
    return `${kind}: ${covered.join(', ')}${why}${endsNothing ? ' ends nothing' : ''}`
  })
}

const agent = (frontmatter: string, body = ''): string => `---\nname: a\n${frontmatter}---\n${body}`
const inFrontmatter = (lines: string): string[] => read(agent(lines))
const inBody = (body: string): string[] => read(agent('', body))

describe('a YAML comment', () => {
  it('is for the file', () => {
    expect(inFrontmatter('# agent-lint-disable x, y-z -- for a reason -- of ours\n')).toEqual([
      'disable: x in file, y-z in file (for a reason -- of ours)',
    ])
  })

  it.each([
    ['the next key', '# agent-lint-disable-next-line x\ntools: Read\nmodel: b\n', 'tools: Read'],
    ['the next key behind a blank line', '# agent-lint-disable-next-line x\n\ntools: Read\n', 'tools: Read'],
    ['a value of many lines', '# agent-lint-disable-next-line x\ntools:\n  - A\n  - B\n', 'tools:\n  - A\n  - B'],
    ['the next item', 'tools:\n  - A\n  # agent-lint-disable-next-line x\n  - B\n  - C\n', 'B'],
    ['a key behind a list', 'tools:\n  - A\n# agent-lint-disable-next-line x\nmodel: b\n', 'model: b'],
    ['a key of a mapping', 'scope:\n  # agent-lint-disable-next-line x\n  owns: a/\n  reads: b/\n', 'owns: a/'],
    ['nothing at the end', 'tools: Read\n# agent-lint-disable-next-line x\n', ''],
    ['the next key, behind a value', 'tools: Read # agent-lint-disable-next-line x\nmodel: b\n', 'model: b'],
  ])('is for %s', (_, lines, covered) => {
    expect(inFrontmatter(lines)).toEqual([`disable-next-line: x in ${JSON.stringify(covered)}`])
  })

  it.each([
    ['in a block of text', 'description: |\n  text\n  # agent-lint-disable x\n'],
    ['in quotes', 'description: "a # agent-lint-disable x"\n'],
    ['in a long quoted text', 'description: "a\n  # agent-lint-disable x"\n'],
    ['without a blank before the mark', 'description: C# agent\nmodel: b# agent-lint-disable x\n'],
    ['with words before it', '# see agent-lint-disable x\n'],
  ])('is none %s', (_, lines) => {
    expect(inFrontmatter(lines)).toEqual([])
  })

  it('is one in the first column, where no text goes on', () => {
    expect(inFrontmatter('description: |\n  text\n# agent-lint-disable x\ntools: Read\n')).toEqual([
      'disable: x in file',
    ])
  })

  it('is read where the YAML is broken', () => {
    const lines = '# agent-lint-disable-next-line x\ndescription: a: b\ntools: [A\n'
    expect(inFrontmatter(lines)).toEqual(['disable-next-line: x in "description: a: b"'])
  })

  it('is read with Windows line ends', () => {
    const text = agent('# agent-lint-disable-next-line x -- why\ntools: Read\n').replaceAll('\n', '\r\n')
    expect(read(text)).toEqual(['disable-next-line: x in "tools: Read" (why)'])
  })
})

describe('an HTML comment', () => {
  it('is for the file', () => {
    expect(inBody('text\n\n<!-- agent-lint-disable x\n-- of two lines -->\n')).toEqual([
      'disable: x in file (of two lines)',
    ])
  })

  it.each([
    ['the next paragraph', '<!-- agent-lint-disable-next-line x -->\n\none\ntwo\n\nthree\n', 'one\ntwo'],
    [
      'the next item, with what is in it',
      '- a\n<!-- agent-lint-disable-next-line x -->\n- b\n  - c\n- d\n',
      '- b\n  - c',
    ],
    ['an item in an item', '- a\n  <!-- agent-lint-disable-next-line x -->\n  - b\n  - c\n', '- b'],
    [
      'the next table',
      '<!-- agent-lint-disable-next-line x -->\n| a | b |\n| - | - |\n| c | d |\n',
      '| a | b |\n| - | - |\n| c | d |',
    ],
    ['the rest of its paragraph', 'one <!-- agent-lint-disable-next-line x -->\ntwo\n\nthree\n', 'two'],
    ['the block behind its paragraph', 'one <!-- agent-lint-disable-next-line x -->\n\ntwo\n', 'two'],
    [
      'a block behind other comments',
      '<!-- agent-lint-disable-next-line x -->\n<!-- agent-lint-enable -->\n# t\n',
      '# t',
    ],
    ['nothing at the end', 'one\n\n<!-- agent-lint-disable-next-line x -->\n', ''],
  ])('is for %s', (_, body, covered) => {
    expect(inBody(body)[0]).toBe(`disable-next-line: x in ${JSON.stringify(covered)}`)
  })

  it.each([
    ['in a fence', '```html\n<!-- agent-lint-disable x -->\n```\n'],
    ['in a fence in an item', '- a\n\n  ```\n  <!-- agent-lint-disable x -->\n  ```\n'],
    ['in indented code', 'text\n\n    <!-- agent-lint-disable x -->\n'],
    ['in inline code', 'write `<!-- agent-lint-disable x -->` there\n'],
    ['that is not closed', '<!-- agent-lint-disable x\n'],
    ['with words before it', '<!-- see agent-lint-disable x -->\n'],
  ])('is none %s', (_, body) => {
    expect(inBody(body)).toEqual([])
  })

  it('ends what is open, each rule by itself', () => {
    const body = '<!-- agent-lint-disable x, y -->\none\n\n<!-- agent-lint-enable x -->\n'
    const covered = ' x, y -->\none\n\n'.slice(1)
    expect(inBody(body)).toEqual([`disable: x in ${JSON.stringify(covered)}, y in file`, 'enable: x in ""'])
  })

  it('ends all without a rule, and says where there is nothing', () => {
    const body = '<!-- agent-lint-disable x -->\n\n<!-- agent-lint-enable -->\n\n<!-- agent-lint-enable x -->\n'
    expect(inBody(body)).toEqual(['disable: x in "x -->\\n\\n"', 'enable: ', 'enable: x in "" ends nothing'])
  })

  it('ends what the frontmatter began', () => {
    const text = agent('# agent-lint-disable x\n', 'one\n\n<!-- agent-lint-enable x -->\ntwo\n')
    expect(read(text)[0]).toBe('disable: x in "x\\n---\\none\\n\\n"')
  })
})

describe('the lines of a comment', () => {
  const taken = (text: string): string[] =>
    readSuppressions(documentAs('claude-code', sourceOf(text))).map(({ lines }) => text.slice(lines.start, lines.end))

  it('are whole where nothing else stands on them', () => {
    expect(taken(agent('# agent-lint-disable x\n', '  <!-- agent-lint-disable\ny -->\n'))).toEqual([
      '# agent-lint-disable x\n',
      '  <!-- agent-lint-disable\ny -->\n',
    ])
  })

  it('are left where something does', () => {
    expect(taken(agent('tools: A # agent-lint-disable x\n', 'one <!-- agent-lint-disable y -->\n'))).toEqual([
      '# agent-lint-disable x',
      '<!-- agent-lint-disable y -->',
    ])
  })
})

describe('a hostile file', () => {
  const size = 1_000_000
  const fill = (unit: string): string => unit.repeat(Math.ceil(size / unit.length))

  it.each([
    ['open comments', agent('', fill('<!-- agent-lint-disable '))],
    ['open comments, the last one closed', agent('', `${fill('<!-- agent-lint-disable x ')}-->`)],
    ['closed comments', agent('', fill('<!-- agent-lint-disable x -->\n'))],
    ['comments on one line', agent('', fill('a <!-- agent-lint-disable-next-line x --> '))],
    ['rules', agent('', `<!-- agent-lint-disable ${fill('x,')} -->`)],
    ['blanks', agent('', `<!--${fill(' ')}agent-lint-disable x -->`)],
    ['YAML comments', agent(fill('# agent-lint-disable-next-line x\n'))],
    [
      'comments between keys',
      agent(Array.from({ length: 20_000 }, (_, i) => `k${i}: v\n# agent-lint-enable x\n`).join('')),
    ],
    ['words in one text', agent(`description: |\n${fill('  # agent-lint-disable x\n')}`)],
    ['code', agent('', fill('`<!-- agent-lint-disable x -->` '))],
  ])('of %s is read in time', (_, text) => {
    const document = documentAs('claude-code', sourceOf(text))
    const start = performance.now()
    const found = readSuppressions(document)
    expect(performance.now() - start).toBeLessThan(1_500)
    expect(found.length).toBeLessThanOrEqual(500)
  })
})
