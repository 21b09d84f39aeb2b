import { describe, expect, it } from 'vitest'
import type { Value } from '../core/value.ts'
import { readAs } from '../testing/read-as.ts'

function read(text: string) {
  const verdict = readAs('claude-code', text)
  return { ...verdict, state: verdict.document.frontmatter.state }
}

const agent = (...lines: readonly string[]): string => ['---', 'name: x', ...lines, '---', '', 'Prompt.', ''].join('\n')

describe("Claude Code's fence (observed on 2.1.329)", () => {
  it.each([
    ['a blank line first', `\n${agent('description: d')}`, false],
    ['a comment first', `# c\n${agent('description: d')}`, false],
    ['a blank before the dashes', ` ${agent('description: d')}`, false],
    ['text behind the dashes', agent('description: d').replace('---\n', '--- yaml\n'), false],
    ['nothing but the opening line', '---', false],
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

  it('ends at the first three of four dashes, and the fourth starts the prompt', () => {
    const { description, document } = read('---\nname: x\ndescription: d\n----\nPrompt.\n')
    expect(description).toBe('d')
    expect(document.source.text.slice(document.body.start)).toBe('-\nPrompt.\n')
  })

  it('is passed over in silence where it is not one, and refused where it cannot be read', () => {
    expect(read('# A page\n').outcome).toBe('document')
    expect(read('---\ntitle: no name\n---\n').outcome).toBe('document')
    expect(read(agent('description: a: b', 'key2: c: d')).outcome).toBe('refused')
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
    ['a colon at the end beside a tag', ['description: Use <b>. Examples:'], 'Use <b>. Examples:'],
    ['a colon at the end beside a back-tick', ['description: Use `x`. Examples:'], 'Use `x`. Examples:'],
    ['a colon at the end beside a hash', ['description: Use C#. Examples:'], 'Use C#. Examples:'],
    ['a blank behind the colon at the end', ['description: Use this. Examples: '], 'Use this. Examples: '],
    ['a block with anything inside', ['description: |', '  a: b', '  <x> # y'], 'a: b\n<x> # y\n'],
    ['a folded block with anything inside', ['description: >-', '  a: b', '  {c} d'], 'a: b {c} d'],
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
    ['a backslash and a t stay', ['description: a: b\\tc'], 'a: b\\tc'],
    ['quotes inside', ['description: say: "hi" \\"there\\"'], 'say: "hi" \\"there\\"'],
    ['YAML 1.2 words', ['description: yes'], 'yes'],
    ['a date', ['description: 2026-01-02'], '2026-01-02'],
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

  it('takes a list and its comment for names', () => {
    const { toolEntries } = read(agent('description: Use: x', "tools: ['Read'] # c"))
    expect(toolEntries?.map(({ written, status }) => [written, status])).toEqual([
      ["['Read']", 'unknown'],
      ['#', 'unknown'],
      ['c', 'unknown'],
    ])
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
    ['a folded block beside a line that needs quotes', ['description: >-', '  text', 'model: a: b']],
    ['a broken line inside a value', ['description: Use: x', 'hooks:', '  Stop: a: b']],
    ['a broken list item', ['description: Use: x', 'skills:', '  - a: b: c']],
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

  it.each([
    'name: -x',
    'name: a:b',
    'name: 123',
    'name: true',
    'name: [x]',
    'name:',
    'name: null',
    'name: ""',
    'Name: x',
  ])('%s', (line) => {
    expect(read(`---\n${line}\ndescription: d\n---\n`).loads).toBe(false)
  })
})

const scalars = (value: Value): readonly Value[] =>
  value.kind === 'scalar' ? [value] : value.kind === 'list' ? value.items.flatMap(scalars) : []

describe('places of recovered values', () => {
  const text = agent(
    'description: Use when: "it" \\ fails',
    'tools: [Read, Grep]',
    'skills:',
    '  - one',
    '  - "two"',
    'model: "a"',
    'color: red # c',
    'hooks:',
  )
  const { document, state } = read(text)

  it('are those in the file', () => {
    expect(state).toBe('recovered')
    expect(
      document.frontmatter.entries.map(({ keySpan, value }) => [
        text.slice(keySpan.start, keySpan.end),
        text.slice(value.span.start, value.span.end),
      ]),
    ).toEqual([
      ['name', 'x'],
      ['description', 'Use when: "it" \\ fails'],
      ['tools', '[Read, Grep]'],
      ['skills', '- one\n  - "two"'],
      ['model', '"a"'],
      ['color', 'red # c'],
      ['hooks', ''],
    ])
  })

  it('of entries too', () => {
    const quoted = document.frontmatter.entries
      .flatMap(({ value }) => (value.kind === 'list' ? scalars(value) : []))
      .map(({ span }) => text.slice(span.start, span.end))
    expect(quoted).toEqual(['Read', 'Grep', 'one', '"two"'])
  })

  it('stay right behind a tab that became two blanks', () => {
    const tabbed = agent('description: Use: x', 'skills:', '\t- one', 'model: haiku')
    const { entries } = read(tabbed).document.frontmatter
    expect(
      entries.flatMap(({ value }) => scalars(value)).map(({ span }) => tabbed.slice(span.start, span.end)),
    ).toEqual(['x', 'Use: x', 'one', 'haiku'])
  })
})
