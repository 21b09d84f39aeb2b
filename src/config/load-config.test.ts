import { describe, expect, it } from 'vitest'
import { createMemoryFileSystem } from '../io/memory-fs.ts'
import { loadConfig } from './load-config.ts'

const known = {
  rules: [
    { id: 'invalid-yaml', category: 'frontmatter' },
    { id: 'unknown-tool', category: 'tools' },
    {
      id: 'long-text',
      category: 'text',
      options: {
        lines: { type: 'integer', minimum: 1, maximum: 900, default: 100, description: 'Lines at most.' },
        roots: {
          type: 'array',
          items: { type: 'string', minLength: 1, format: 'glob' },
          default: [],
          description: 'Where.',
        },
        strict: { type: 'boolean', default: false, description: 'All of it.' },
        unit: { type: 'string', enum: ['lines', 'words'], default: 'lines', description: 'Counted in.' },
      },
    },
  ],
  hostIds: ['claude-code', 'copilot'],
} as const

const load = (files: Readonly<Record<string, string>>, start = '/project', path?: string) =>
  loadConfig(createMemoryFileSystem(files), { path, none: false, start, known })

async function problemsOf(name: string, text: string): Promise<string[]> {
  const result = await load({ [name]: text })
  if (result.ok) return []
  return result.problems.map(
    ({ message, span, help }) => `${text.slice(span.start, span.end)} | ${message} | ${help ?? ''}`,
  )
}

describe('configuration', () => {
  it.each([
    [
      'agent-lint.config.json',
      '{"rules": {"invalid-yaml": "off"}, "ignores": ["x/"], "tools": {"known": ["t"]}, "hosts": {"a": "copilot"}}',
    ],
    [
      'agent-lint.config.jsonc',
      '// c\n{"rules": {"invalid-yaml": "off"}, /* d */ "ignores": ["x/"], "tools": {"known": ["t"]}, "hosts": {"a": "copilot"}}',
    ],
    [
      'agent-lint.config.yaml',
      'rules:\n  invalid-yaml: off\nignores: [x/]\ntools: {known: [t]}\nhosts: {a: copilot}\n',
    ],
    [
      'package.json',
      '{"name": "p", "agentLint": {"rules": {"invalid-yaml": "off"}, "ignores": ["x/"], "tools": {"known": ["t"]}, "hosts": {"a": "copilot"}}}',
    ],
  ])('is read from %s', async (name, text) => {
    const result = await load({ [name]: text })
    expect(result).toMatchObject({ ok: true, path: `/project/${name}`, folder: '/project' })
    if (!result.ok) return
    expect([...result.config.rules]).toEqual([['invalid-yaml', { level: 'off' }]])
    expect(result.config.ignores).toEqual(['x/'])
    expect(result.config.knownTools).toEqual(['t'])
    expect([...result.config.hosts]).toEqual([['a', 'copilot']])
  })

  it('is found upwards, to the top of the repository and no further', async () => {
    const file = '{"host": "copilot"}'
    const inside = await load({ '/r/.git/HEAD': '', '/r/agent-lint.config.json': file }, '/r/a/b')
    expect(inside).toMatchObject({ ok: true, path: '/r/agent-lint.config.json' })
    const above = await load({ '/r/agent-lint.config.json': file, '/r/a/.git/HEAD': '' }, '/r/a/b')
    expect(above).toMatchObject({ ok: true, path: undefined })
    const outside = await load({ '/r/agent-lint.config.json': file }, '/r/a')
    expect(outside).toMatchObject({ ok: true, path: undefined })
  })

  it.each([
    [
      'agent-lint.config.json',
      '{"ruls": {}}',
      ['"ruls" | the configuration has no key `ruls` | did you mean `rules`?'],
    ],
    [
      'agent-lint.config.json',
      '{"rules": {"invalid-yml": "off"}}',
      ['"invalid-yml" | there is no rule `invalid-yml` | did you mean `invalid-yaml`?'],
    ],
    [
      'agent-lint.config.json',
      '{"rules": {"invalid-yaml": "of"}}',
      ['"of" | `rules.invalid-yaml` is none of `off`, `on`, `info`, `warning`, `error` | did you mean `off`?'],
    ],
    [
      'agent-lint.config.json',
      '{"host": "copilto"}',
      ['"copilto" | there is no host `copilto` | did you mean `copilot`?'],
    ],
    ['agent-lint.config.json', '{"ignores": "x"}', ['"x" | `ignores` is a text, where a list is wanted | ']],
    ['agent-lint.config.json', '[1]', ['[1] | the configuration must be a mapping | ']],
    ['agent-lint.config.yaml', 'host: copilot\nhost: copilot\n', ['host | `host` stands here twice | ']],
    [
      'agent-lint.config.json',
      '{"__proto__": {"x": 1}}',
      [
        '"__proto__" | the configuration has no key `__proto__` | its keys are $schema, host, hosts, ignores, rules, tools, models, agents',
      ],
    ],
  ])('says what is wrong, and where: %s %s', async (name, text, expected) => {
    expect(await problemsOf(name, text)).toEqual(expected)
  })

  it.each([
    ['["warning", {"lnes": 1}]', '"lnes" | `long-text` has no option `lnes` | did you mean `lines`?'],
    ['["warning", {"lines": 0}]', '0 | `lines` is 0, where a number from 1 to 900 is wanted | '],
    ['["warning", {"lines": "9"}]', '"9" | `lines` is a text, where a whole number is wanted | '],
    ['["warning", {"lines": 1.5}]', '1.5 | `lines` is a number, where a whole number is wanted | '],
    ['["warning", {"strict": 1}]', '1 | `strict` is a number, where `true` or `false` is wanted | '],
    ['["warning", {"unit": "word"}]', '"word" | `unit` is none of `lines`, `words` | did you mean `words`?'],
    [
      '["on", {"roots": "src/"}]',
      '"src/" | `roots` is a text, where a list is wanted | write it in brackets, also where it is one',
    ],
    [
      '["on", {"roots": ["a", 1, "", "../b"]}]',
      '1 | an item of `roots` is a number, where a text is wanted | ',
      '"" | an item of `roots` is empty | ',
      '"../b" | `../b` is no pattern of paths: it leads out of the project | ',
    ],
    ['["on", []]', '[] | what stands for the options is a list, where a mapping is wanted | '],
    ['["on", {}, 3]', '3 | nothing may stand here | write `"long-text": ["warning", { … }]`, or only a severity'],
    ['[]', '[] | `long-text` has no severity | write `"long-text": ["warning", { … }]`, or only a severity'],
    [
      '"warn"',
      '"warn" | `rules.long-text` is none of `off`, `on`, `info`, `warning`, `error` | did you mean `warning`?',
    ],
    ['2', '2 | `rules.long-text` is none of `off`, `on`, `info`, `warning`, `error` | did you mean `error`?'],
  ])('says what is wrong with the options of a rule: %s', async (setting, ...expected) => {
    expect(await problemsOf('agent-lint.config.json', `{"rules": {"long-text": ${setting}}}`)).toEqual(expected)
  })

  it.each([
    ['"tools/unknown-tool"', 'did you mean `unknown-tool`?'],
    ['"tools"', 'did you mean `tools/*`?'],
    ['"tols/*"', 'did you mean `tools/*`?'],
    ['"nothing-like-it"', 'see `agent-lint rules`'],
  ])('helps with the name of a rule: %s', async (key, help) => {
    const [problem] = await problemsOf('agent-lint.config.json', `{"rules": {${key}: "off"}}`)
    expect(problem).toBe(`${key} | there is no rule \`${key.slice(1, -1)}\` | ${help}`)
  })

  it('has no options for a rule without any, nor for a category', async () => {
    const text = '{"rules": {"unknown-tool": ["info", {"x": 1}], "text/*": ["off", {"lines": 1}]}}'
    expect(await problemsOf('agent-lint.config.json', text)).toEqual([
      '"x" | `unknown-tool` has no option `x` | it has none',
      '{"lines": 1} | `text/*` is a category, and options are of one rule | ',
    ])
  })

  it('says all mistakes at once, and that a broken file is broken', async () => {
    expect(await problemsOf('agent-lint.config.json', '{"a": 1, "rules": {"b": "off"}}')).toHaveLength(2)
    expect((await problemsOf('agent-lint.config.json', '{"host": ')).length).toBeGreaterThan(0)
    expect(await load({}, '/project', 'none.json')).toMatchObject({ ok: false })
    expect(await load({ 'agent-lint.config.json': '{}', 'agent-lint.config.yaml': '' })).toMatchObject({ ok: false })
  })

  it('is never code', async () => {
    const result = await load({ 'agent-lint.config.js': 'throw new Error()' })
    expect(result).toMatchObject({
      ok: true,
      path: undefined,
      notes: [expect.stringContaining('agent-lint.config.js is not read')],
    })
  })
})
