import { describe, expect, it } from 'vitest'
import { readAs } from '../testing/read-as.ts'

const file = (...lines: readonly string[]): string => `---\n${lines.join('\n')}\n---\n\nYou do one thing well.\n`

/** What a host makes of a text: whether it loads, and as whom. */
function outcome(id: string, text: string, path?: string): string {
  const { outcome, name, description, document } = readAs(id, text, path)
  return [outcome, name, description, document.frontmatter.state].join(' | ')
}

describe('js-yaml 4', () => {
  it.each([
    ['quotes over lines that are not indented', file('name: a', 'description: "x', 'y"'), 'loads | a | x y | valid'],
    [
      'a list in brackets that is not indented',
      file('name: a', 'description: x', 'tools: [', 'glob', ']'),
      'loads | a | x | valid',
    ],
    ['a tag of its own', file('name: a', 'description: !thing x'), 'refused |  |  | salvaged'],
    ['a control character', file('name: a', 'description: x\u0007y'), 'refused |  |  | salvaged'],
    ['half of a surrogate pair', file('name: a', 'description: x\uD83Dy'), 'refused |  |  | salvaged'],
    ['a key that is merged in', file('x-base: &b {description: y}', 'name: a', '<<: *b'), 'refused |  |  | valid'],
  ])('%s', (_, text, expected) => {
    expect(outcome('gemini-cli', text)).toBe(expected)
  })

  it('says where its date stands, and that it is one', () => {
    const { violations, document } = readAs('gemini-cli', file('name: a', 'description: 2024-01-01'))
    expect(violations.map(({ problem }) => problem)).toEqual(['is a date or bytes, where a text is wanted'])
    const [{ span } = { span: { start: 0, end: 0 } }] = violations
    expect(document.source.text.slice(span.start, span.end)).toBe('2024-01-01')
  })

  it('is not led round by an alias that holds itself', () => {
    expect(() => readAs('gemini-cli', file('name: a', 'description: x', 'mcp_servers: &a {b: *a}'))).not.toThrow()
  })
})

describe('the YAML of Bun', () => {
  const text = (...lines: readonly string[]): string => file('name: a', ...lines)
  it.each([
    ['a tag that promises bytes', text('description: !!binary aGk='), 'loads | a | aGk= | valid'],
    ['a tag that promises a number', text('description: !!int "12"'), 'loads | a | 12 | valid'],
    ['a number with a tag of its own', text('description: !t 12'), 'refused |  |  | valid'],
    ['a null character', text('description: x\u0000y'), 'refused |  |  | salvaged'],
    ['half of a surrogate pair as an escape', text('description: x', 'k: "\\uD800"'), 'refused |  |  | salvaged'],
    ['a carriage return alone', '---\nname: a\rdescription: x\n---\n', 'loads | a | x | valid'],
    [
      'quotes over lines that end with both',
      "---\r\nname: a\r\ndescription: 'x\r\n y'\r\n---\r\n",
      'loads | a | x\ny | valid',
    ],
    ['a second document', text('...', 'description: x'), 'refused |  |  | salvaged'],
    ['an alias as a key', text('*x : y', 'description: x'), 'refused |  |  | salvaged'],
    ['a list as a key', text('[b]: y', 'description: x'), 'loads | a | x | valid'],
    ['a key behind brackets', text('description: [x]: y'), 'loads | a | [x]: y | recovered'],
    ['a quote that only looks closed', text("description: 'x''", '# c', "tools: ['b"), 'refused |  |  | salvaged'],
    ['a list of mappings to merge', text('<<: [{description: x}, {description: y}]'), 'loads | a | x | valid'],
    ['a key of more than 1,024 characters', text('description: x', `${'k'.repeat(1100)}: v`), 'loads | a | x | valid'],
    ['a blank line with a tab', text('description: |', '  x', '\t', 'color: red'), 'loads | a | x\n | valid'],
    ['a line separator in a line that needs quotes', text('description: [x\u2028y'), 'refused |  |  | salvaged'],
  ])('%s', (_, text, expected) => {
    expect(outcome('claude-code', text)).toBe(expected)
  })
})

describe('libyaml', () => {
  const text = (...lines: readonly string[]): string => file('name: a', 'description: x', ...lines)
  it.each([
    ['quotes over lines that are not indented', text('k: "x', 'y: z"'), 'loads'],
    ['quotes over lines with a tab in front', text("k: 'x", "\ty'"), 'loads'],
    ['a list in brackets over lines that are not indented', text('tools: ["a", # c', '"b"', ']'), 'loads'],
    ['quotes that dots at the start of a line end', text('k: "x', '... y"'), 'refused'],
    ['brackets that are never closed', text('tools: [a', 'k: v'), 'refused'],
    ['a bracket in a block text', text('k: |', '  [', 'tools: [a', ']'), 'loads'],
    ['a comment right behind quotes', text('k: "x"# c'), 'loads'],
    ['a tab that starts a line', text('\t', 'k: v'), 'refused'],
    ['a tab where a block text starts', text('k: |', '  \tx'), 'refused'],
    ['a tag that does not fit', text('k: !!int x'), 'refused'],
    ['a tag that fits', text('k: !!float 1'), 'loads'],
    ['a tag of its own and nothing', file('name: a', 'description: !y'), 'refused'],
    ['a missing key', text(': v'), 'refused'],
    ['a binary number for a text', file('name: a', 'description: 0b101'), 'refused'],
    ['the same in quotes', file('name: a', "description: '0b101'"), 'loads'],
    ['a second document', text('...', 'k: v'), 'refused'],
    ['a byte order mark inside', text('k: x\uFEFFy'), 'loads'],
    ['a carriage return alone', text('k: x\ry: z'), 'loads'],
    ['dashes and a no-break space', '---\nname: a\ndescription: x\n---\u00A0\nbody\n', 'loads'],
  ])('%s', (_, text, expected) => {
    expect(readAs('copilot', text, '.github/agents/a.agent.md').outcome).toBe(expected)
  })

  it.each([
    ['brackets', 'k: [\n'.repeat(12_000)],
    ['quotes in brackets', `k: ${'["'.repeat(20_000)}`],
    ['single quotes', "k: '\n".repeat(12_001)],
  ])('takes a time in proportion to what is never closed: %s', (_, lines) => {
    const text = file('name: a', 'description: x', lines)
    const start = performance.now()
    readAs('copilot', text, '.github/agents/a.agent.md')
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

describe('the second try with block texts', () => {
  it.each([
    [
      'ends every line alike, whatever that mends',
      file('color: red', 'description: [x').replaceAll('\n', '\r\n'),
      'refused |  |  | salvaged',
    ],
    ['wants bare dashes around it', file('description: [x').replace('---', '--- '), 'loads | a |  | salvaged'],
    ['leaves a line with a line separator alone', file('description: a: b\u2028c'), 'loads | a |  | salvaged'],
    ['mends a colon', file('description: Use when: x'), 'loads | a | Use when: x | recovered'],
    ['mends two', file('description: Use when: x', 'model: a: b'), 'loads | a | Use when: x | recovered'],
    ['leaves a key with a hyphen alone', file('description: x', 'my-key: a: b'), 'loads | a |  | salvaged'],
    ['leaves what is in quotes alone', file('description: "x', 'model: a: b'), 'refused |  |  | salvaged'],
    ['loads without it what it leaves alone', file('description: [x'), 'loads | a |  | salvaged'],
  ])('%s', (_, text, expected) => {
    expect(outcome('opencode', text)).toBe(expected)
  })

  it('makes a name of the path below the folder', () => {
    expect(readAs('opencode', file('description: x'), 'p/.opencode/agent/team/lead.md').name).toBe('team/lead')
  })

  it('leaves a built-in agent and one that is switched off out', () => {
    expect(outcome('opencode', file('description: x'), '.opencode/agent/plan.md')).toContain('refused')
    expect(outcome('opencode', file('description: x', 'disable: true'))).toContain('document')
  })
})

describe('tools that are switched', () => {
  it.each([
    ['nothing', [], 'all'],
    ['one off', ['tools: {bash: false}'], ['read', 'edit', 'glob', 'grep', 'list']],
    ['all off but one', ['tools: {"*": false, read: true}'], ['read']],
    ['a permission after a switch', ['tools: {bash: true}', 'permission: {bash: deny, "*": deny}'], 'none'],
    ['patterns below a tool', ['permission: {"*": deny, edit: {"src/*": allow}}'], ['edit']],
    ['everything asked', ['permission: ask'], 'all'],
  ])('%s', (_, lines, expected) => {
    const { tools } = readAs('opencode', file('description: x', ...lines))
    expect(Array.isArray(expected) ? tools.slice(0, expected.length) : tools).toEqual(expected)
  })
})

describe('simple lines', () => {
  it.each([
    ['a colon', file('name: abc', 'description: Use when: x'), 'loads | abc | Use when: x | recovered'],
    ['a key twice', file('name: abc', 'description: x', 'description: y'), 'loads | abc | y | recovered'],
    ['no mapping', file('abc'), 'refused |  |  | recovered'],
    ['carriage returns alone', file('name: abc', "description: 'x'").replaceAll('\n', '\r'), 'loads | abc | x | valid'],
    [
      'items and a mapping',
      file('name: abc', 'description: a: b', 'tools:', '  - x', 'm:', '  k: v: w'),
      'loads | abc | a: b | recovered',
    ],
  ])('%s', (_, text, expected) => {
    expect(outcome('qwen-code', text)).toBe(expected)
  })
})

describe('libyaml', () => {
  it.each([
    ['a zero in front', file('description: 017'), 'loads | a | 017 | valid'],
    ['a control character', file('description: x\u0007y'), 'refused |  |  | salvaged'],
    ['another kind of line break', file('description: x\u2028y'), 'refused |  |  | salvaged'],
    ['a key of 1,100 characters', file('description: x', `${'k'.repeat(1100)}: v`), 'refused |  |  | salvaged'],
  ])('%s', (_, text, expected) => {
    expect(outcome('copilot', text, 'a.agent.md')).toBe(expected)
  })
})

describe('TOML', () => {
  const role = 'name = "a"\ndescription = "x"\n'

  it('has its prompt in a value', () => {
    const { document, outcome } = readAs('codex', `${role}developer_instructions = """\nYou review.\n"""\n`, 'a.toml')
    expect(outcome).toBe('loads')
    expect(document.source.text.slice(document.body.start, document.body.end)).toBe('\nYou review.\n')
  })

  it('joins what is spread over tables, each at its place', () => {
    const text = `${role}developer_instructions = "i"\n[mcp_servers.a]\ncommand = "x"\n[mcp_servers.b]\ncommand = "y"\n`
    const { document } = readAs('codex', text, 'a.toml')
    const servers = document.frontmatter.entries.find(({ key }) => key === 'mcp_servers')?.value
    expect(servers?.kind === 'map' && servers.entries.map(({ key }) => key)).toEqual(['a', 'b'])
  })

  it.each([
    ['too deep', `name = ${'['.repeat(5_000)}`],
    ['too large', `name = "${'x'.repeat(70_000)}"`],
    ['no TOML', 'name: a'],
    ['Markdown', file('name: a')],
  ])('is refused or left where it is %s, and nothing is thrown', (_, text) => {
    expect(readAs('codex', text, 'a.toml').loads).toBe(false)
  })
})
