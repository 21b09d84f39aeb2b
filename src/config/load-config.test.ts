import { describe, expect, it } from 'vitest'
import { createMemoryFileSystem } from '../io/memory-fs.ts'
import { loadConfig } from './load-config.ts'

const known = {
  rules: [
    { id: 'invalid-yaml', category: 'frontmatter' },
    { id: 'unknown-tool', category: 'tools' },
    { id: 'team-rule', category: 'ownership', isOfFleet: true, options: {} },
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
  hasEarlierReleases: (id: string) => id === 'claude-code',
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
    expect([...result.config.rules]).toEqual([['invalid-yaml', expect.objectContaining({ level: 'off' })]])
    expect(result.config.ignores).toEqual(['x/'])
    expect(result.config.knownTools).toEqual(['t'])
    expect([...result.config.hosts]).toEqual([['a', ['copilot']]])
  })

  it('is found upwards, to the top of the repository and no further', async () => {
    const file = '{"host": "copilot"}'
    const inside = await load({ '/r/.git/HEAD': '', '/r/agent-lint.config.json': file }, '/r/a/b')
    expect(inside).toMatchObject({ ok: true, path: '/r/agent-lint.config.json' })
    const above = await load({ '/r/agent-lint.config.json': file, '/r/a/.git/HEAD': '' }, '/r/a/b')
    expect(above).toMatchObject({ ok: true, path: undefined })
    const outside = await load({ '/r/agent-lint.config.json': file }, '/r/a')
    expect(outside).toMatchObject({ ok: true, path: undefined })
    const below = await load({ 'agent-lint.config.json': file, '/agent-lint.config.json': file }, '/project/a/b')
    expect(below).toMatchObject({ ok: true, path: '/project/agent-lint.config.json' })
    const notBelow = await load({ '/agent-lint.config.json': file }, '/project/a/b')
    expect(notBelow).toMatchObject({ ok: true, path: undefined })
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
    [
      'agent-lint.config.json',
      '{"tools": ["x"]}',
      ['["x"] | `tools` is a list, where a mapping is wanted | list the names below `known`'],
    ],
    ['agent-lint.config.json', '[1]', ['[1] | the configuration must be a mapping | ']],
    ['agent-lint.config.yaml', 'host: copilot\nhost: copilot\n', ['host | `host` stands here twice | ']],
    [
      'agent-lint.config.json',
      '{"__proto__": {"x": 1}}',
      [
        '"__proto__" | the configuration has no key `__proto__` | its keys are $schema, extends, host, hosts, ignores, rules, overrides, tools, models, agents, vocabulary',
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

const resultOf = async (files: Readonly<Record<string, string>>) => {
  const result = await load({ '.git/HEAD': '', ...files })
  return result.ok ? result.config : result.problems.map(({ path, message, help }) => [path, message, help].join(' | '))
}

const own = 'agent-lint.config.json'

describe('extends', () => {
  it('takes presets, one or several', async () => {
    expect(await resultOf({ [own]: '{"extends": "strict"}' })).toMatchObject({ presets: ['strict'] })
    const several = await resultOf({ [own]: '{"extends": ["recommended", "security"]}' })
    expect(several).toMatchObject({ presets: ['recommended', 'security'] })
  })

  it('takes files, whose settings come first', async () => {
    const config = await resultOf({
      [own]:
        '{"extends": ["./shared/base.yaml", "./more.jsonc"], "host": "copilot", "ignores": ["c/"], "rules": {"long-text": "error"}}',
      'shared/base.yaml':
        'extends: strict\nhost: claude-code\nignores: [a/]\nrules:\n  long-text: [warning, {lines: 7}]\n  tools/*: off\n',
      'more.jsonc': '{"ignores": ["b/"] /* and nothing else */}',
    })
    expect(config).toMatchObject({ host: ['copilot'], ignores: ['a/', 'b/', 'c/'], presets: ['strict'] })
    const rules = Array.isArray(config) ? [] : [...config.rules]
    expect(rules).toMatchObject([
      ['tools/*', { level: 'off', from: 'shared/base.yaml:6' }],
      ['long-text', { level: 'error', options: { lines: 7 }, from: `${own}:1` }],
    ])
  })

  it.each([
    ['"strct"', 'there is no preset `strct` | did you mean `strict`?'],
    [
      '"other"',
      'there is no preset `other` | the presets are recommended, strict, security, all; a file is written with its path from here: `./shared/agent-lint.json`',
    ],
    ['"./none.json"', 'there is no file `none.json` | '],
    ['"../up.json"', '`../up.json` lies outside of `/project` | '],
    ['"./link.json"', '`link.json` is a link that leads out of `/project` | '],
    ['"./code.js"', /^`\.\/code\.js` is not read: configuration is data/],
    ['"https://example.org/x.json"', /^`https:\/\/example\.org\/x\.json` is an address, and nothing is fetched/],
    ['"/etc/x.json"', /^`\/etc\/x\.json` is the path of one machine/],
    ['"C:\\\\x.json"', /is the path of one machine|is an address/],
    ['"./a.json"', 'this goes round in a circle: a.json → b.json → a.json | '],
    [`"./${own}"`, `this goes round in a circle: ${own} → ${own} | `],
    ['"./broken.json"', /./],
    ['[1]', '`extends.0` is a number, where a text is wanted | '],
  ])('refuses %s', async (extended, expected) => {
    const fs = createMemoryFileSystem({
      '.git/HEAD': '',
      [own]: `{"extends": ${extended}}`,
      'a.json': '{"extends": "./b.json"}',
      'b.json': '{"extends": ["./a.json"]}',
      'broken.json': '{"rules": {"no-such": "off"}}',
      'code.js': 'throw new Error()',
      'link.json': { link: '/elsewhere/x.json' },
      '/elsewhere/x.json': '{}',
      '/up.json': '{}',
    })
    const result = await loadConfig(fs, { path: undefined, none: false, start: '/project', known })
    const problems = result.ok ? [] : result.problems.map(({ message, help }) => `${message} | ${help ?? ''}`)
    expect(problems).toEqual([typeof expected === 'string' ? expected : expect.stringMatching(expected)])
  })

  it('ends where files multiply', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`f${i}.json`, `{"extends": ["./f${i + 1}.json", "./f${i + 1}.json"]}`]),
    )
    const problems = await resultOf({ ...files, 'f30.json': '{}', [own]: '{"extends": "./f0.json"}' })
    expect(problems).toContain('f29.json | more than 32 files are extended | ')
  })

  it('stays in the folder of the configuration where there is no repository', async () => {
    const result = await load({ [own]: '{"extends": "../x.json"}', '/x.json': '{}' })
    expect(result).toMatchObject({ ok: false })
  })
})

describe('overrides', () => {
  it('are read', async () => {
    const config = await resultOf({
      [own]: '{"overrides": [{"files": "legacy/", "rules": {"tools/*": "off"}}, {"files": ["*.x.md"], "rules": {}}]}',
    })
    expect(config).toMatchObject({ overrides: [{ files: [{ source: 'legacy/' }] }, { files: [{ source: '*.x.md' }] }] })
  })

  it.each([
    ['[{"files": "a"}]', '{"files": "a"} | `overrides.0` lacks `rules` | '],
    ['[{"files": "a", "rules": {}, "rule": 1}]', '"rule" | `overrides.0` has no key `rule` | did you mean `rules`?'],
    ['[{"files": ["../a"], "rules": {}}]', '"../a" | `../a` is no pattern of paths: it leads out of the project | '],
    ['[{"files": "a", "rules": {"x": "off"}}]', '"x" | there is no rule `x` | see `agent-lint rules`'],
    [
      '[{"files": "a", "rules": {"team-rule": ["on", {}]}}]',
      '{} | `team-rule` looks at all agents together: its options cannot differ from file to file | set them under `rules`, and only the severity here',
    ],
  ])('are checked: %s', async (overrides, expected) => {
    expect(await problemsOf(own, `{"overrides": ${overrides}}`)).toEqual([expected])
  })
})

describe('words of the configuration', () => {
  const check = (contexts: string) => problemsOf(own, `{"vocabulary": {"contexts": ${contexts}}}`)

  it.each([
    ['{"own": ["mine"]}', '"own" | `vocabulary.contexts` has no key `own` | did you mean `owns`?'],
    ['{"owns": "mine"}', '"mine" | `vocabulary.contexts.owns` is a text, where a list is wanted | '],
    ['{"owns": [1]}', '1 | `vocabulary.contexts.owns.0` is a number, where a text is wanted | '],
    ['{"owns": ["x"]}', '"x" | `x` is too short to mean one thing | '],
    ['{"owns": [" mine"]}', '" mine" | ` mine` must start with a letter and end without a blank | '],
    ['{"owns": [""]}', '"" | `` must start with a letter and end without a blank | '],
    ['{"owns": ["a (b)"]}', /may hold only letters/],
    ['{"owns": ["a b c d e f g"]}', '"a b c d e f g" | `a b c d e f g` has more than 6 words | '],
    ['{"owns": ["mine"], "reads": ["Mine"]}', '"Mine" | `Mine` stands under `owns` already | '],
  ])('are checked: %s', async (contexts, expected) => {
    const problems = await check(contexts)
    expect(problems).toEqual([typeof expected === 'string' ? expected : expect.stringMatching(expected)])
  })

  it('are few', async () => {
    const words = Array.from({ length: 201 }, (_, i) => `"word ${i}"`).join()
    expect(await check(`{"owns": [${words}]}`)).toEqual(['"word 200" | there are more than 200 words | '])
  })
})
