import { describe, expect, it } from 'vitest'
import type { SourceFile } from '../core/source-file.ts'
import { hostById } from '../hosts/load-hosts.ts'
import { loadVerdict } from '../hosts/load-verdict.ts'
import { loadParsers, parseDocument } from './parse-document.ts'

const claudeCode = hostById('claude-code')
if (claudeCode === undefined) throw new Error('the host is gone')
const parsers = await loadParsers([claudeCode.document])

const sourceOf = (text: string): SourceFile => ({
  path: 'a.md',
  text,
  byteLength: Buffer.byteLength(text),
  truncated: false,
  encodingProblem: undefined,
})

function read(text: string) {
  if (claudeCode === undefined) throw new Error('the host is gone')
  const document = parseDocument(sourceOf(text), claudeCode.document, parsers)
  if (document === undefined) throw new Error('a parser is missing')
  const verdict = loadVerdict(document, claudeCode, [claudeCode], { tools: [] })
  const { loads, name, description, model, tools } = verdict
  return { loads, name, description, model, tools, state: document.frontmatter.state, document }
}

const agent = (...lines: readonly string[]): string => ['---', 'name: x', ...lines, '---', '', 'Prompt.', ''].join('\n')

describe("Claude Code's fence (observed on 2.1.329)", () => {
  it.each([
    ['a blank line first', `\n${agent('description: d')}`, false],
    ['a comment first', `# c\n${agent('description: d')}`, false],
    ['four dashes', `-${agent('description: d')}`, false],
    ['blanks behind the dashes', agent('description: d').replace('---\n', '---  \t\n'), true],
    ['a byte order mark', `\uFEFF${agent('description: d')}`, true],
    ['no closing fence', '---\nname: x\ndescription: d\n', false],
    ['CRLF with valid YAML', agent('description: d').replaceAll('\n', '\r\n'), true],
  ])('%s', (_, text, loads) => {
    expect(read(text).loads).toBe(loads)
  })

  it('ends at dashes in the middle of a line', () => {
    const { description, model, document } = read(agent('description: x --- y', 'model: haiku'))
    expect(description).toBe('x')
    expect(model).toBeUndefined()
    expect(document.source.text.slice(document.body.start)).toBe(' y\nmodel: haiku\n---\n\nPrompt.\n')
  })

  it('ends at indented dashes in a block', () => {
    expect(read(agent('description: |', '  one', '  ---', '  two')).description).toBe('one\n')
  })
})

describe("Claude Code's recovery (observed on 2.1.329): what loads", () => {
  it.each([
    ['an unquoted colon', ['description: Use when: x'], 'Use when: x'],
    [
      'literal newlines',
      ['description: Use. Examples:\\n\\n<example>user: "hi"</example>'],
      'Use. Examples:\n\n<example>user: "hi"</example>',
    ],
    ['a colon at the end beside a brace', ['description: Use {x}. Examples:'], 'Use {x}. Examples:'],
    ['a colon at the end beside a hash', ['description: Use C#. Examples:'], 'Use C#. Examples:'],
    ['a blank behind the colon at the end', ['description: Use this. Examples: '], 'Use this. Examples: '],
    ['a block with anything inside', ['description: |', '  a: b', '  <x> # y'], 'a: b\n<x> # y\n'],
    ['brackets and text', ['description: [beta] text'], '[beta] text'],
    ['a star', ['description: * text'], '* text'],
    ['an at sign', ['description: @x'], '@x'],
    ['a percent sign', ['description: %x'], '%x'],
    ['a comma', ['description: ,x'], ',x'],
    ['text behind a fold mark', ['description: > text'], '> text'],
    ['a comment that cuts the value', ['description: Fix C# code # important'], 'Fix C# code'],
    ['an anchor that vanishes', ['description: &a text'], 'text'],
    ['a tag that vanishes', ['description: !tag text'], 'text'],
    ['a backslash and an n in single quotes', ["description: 'C:\\new'"], 'C:\new'],
    ['blanks only', ['description: "   "'], '   '],
    ['the last of two keys', ['description: one', 'description: two'], 'two'],
    ['leading tabs become blanks', ['description: Use: x', 'hooks:', '\tStop: []'], 'Use: x'],
  ])('%s', (_, lines, description) => {
    const verdict = read(agent(...lines))
    expect(verdict.description).toBe(description)
    expect(verdict.loads).toBe(true)
  })

  it.each([
    ['a block list', ['tools:', '  - Read', '  - Grep'], ['Read', 'Grep']],
    ['a flow list', ['tools: [Read, "Grep"]'], ['Read', 'Grep']],
    ['a list with a comment behind it', ["tools: ['Read'] # c"], 'none'],
  ])('keeps or spoils tools: %s', (_, lines, tools) => {
    expect(read(agent('description: Use: x', ...lines)).tools).toEqual(tools)
  })

  it('makes comments part of their values', () => {
    expect(read(agent('description: Use: x', 'model: sonnet # cheap')).model).toBe('sonnet # cheap')
    expect(read('---\nname: x # c\ndescription: Use: x\n---\n').name).toBe('x # c')
  })
})

describe("Claude Code's recovery (observed on 2.1.329): what does not load", () => {
  it.each([
    ['a colon at the end, nothing special', ['description: Use this. Examples:']],
    ['lines that are not indented', ['description: Use this.', '<example>', 'user: hi']],
    ['lines that are not indented, without colons', ['description: Use this.', 'and more']],
    ['an indented line with a key', ['description: Use this', '  when: x']],
    ['two quoted parts', ['description: "Use when" reviewing "code"']],
    ['an apostrophe in single quotes', ["description: 'don't do this'"]],
    ['a block beside a line that needs quotes', ['description: |', '  text', 'model: a: b']],
    ['a flow list over several lines', ['description: Use: x', 'tools: [Read,', '  Grep]']],
    ['a flow mapping', ['description: Use: x', 'hooks: {Stop: []}']],
    ['a key with a digit', ['description: d', 'key2: a: b']],
    ['a mapping for a description', ['description: {template}']],
    ['no description', []],
    ['an empty description', ['description: ""']],
    ['a number for a description', ['description: 12']],
    ['a list for a description', ['description: [a]']],
  ])('%s', (_, lines) => {
    expect(read(agent(...lines)).loads).toBe(false)
  })

  it('CRLF with YAML that needs recovery', () => {
    const text = agent('description: Use when: x')
    expect(read(text).loads).toBe(true)
    expect(read(text.replaceAll('\n', '\r\n')).loads).toBe(false)
  })

  it.each(['name: -x', 'name: a:b', 'name: 123', 'name: true', 'name: [x]', 'name:', 'Name: x'])('%s', (line) => {
    expect(read(`---\n${line}\ndescription: d\n---\n`).loads).toBe(false)
  })
})

describe('places', () => {
  it('of recovered values are those in the file', () => {
    const text = agent('description: Use when: x', 'tools: [Read, Grep]', 'skills:', '  - one', '\t- two', 'model: "a"')
    const { document, state } = read(text)
    expect(state).toBe('recovered')
    const quoted = document.frontmatter.entries.map(({ key, keySpan, value }) => [
      key,
      text.slice(keySpan.start, keySpan.end),
      text.slice(value.span.start, value.span.end),
    ])
    expect(quoted.slice(0, 3)).toEqual([
      ['name', 'name', 'x'],
      ['description', 'description', 'Use when: x'],
      ['tools', 'tools', '[Read, Grep]'],
    ])
    expect(quoted[4]).toEqual(['model', 'model', '"a"'])
  })
})
