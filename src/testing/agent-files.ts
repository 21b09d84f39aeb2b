import fc from 'fast-check'

/** Agent files in the shape of real ones, with the mistakes that real ones have, and some that only a tester makes. */
export interface MadeFiles {
  readonly files: Readonly<Record<string, string>>
}

const fragments = [
  'Use when',
  'the build breaks',
  ': ',
  ' #5 ',
  '"',
  "'",
  '\\n',
  '[x]',
  '{y}',
  ' | ',
  ' > ',
  '@',
  '&a ',
  '*b ',
  '!c ',
  '`code`',
  '100%',
  ', ',
  'é',
  '🎉',
  ' — ',
  'a: b',
  '<example>',
  '\\"',
  '\u2028',
  '\t',
  '---',
]

const words = fc.array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 7 }).map((parts) => parts.join(''))

const sentence = fc.oneof(
  { weight: 3, arbitrary: words.map((text) => `Reviews code. ${text}`) },
  { weight: 2, arbitrary: words },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Reviews changes.', 'Use it when: a ticket comes in', 'Sorts. Examples:', '12'),
  },
)

const description = fc.oneof(
  { weight: 6, arbitrary: sentence.map((text) => [`description: ${text}`]) },
  { weight: 1, arbitrary: sentence.map((text) => [`description: "${text}"`]) },
  { weight: 1, arbitrary: sentence.map((text) => [`description: "${text}`]) },
  { weight: 1, arbitrary: sentence.map((text) => ['description: |', `  ${text}`, '', '  and more']) },
  { weight: 1, arbitrary: fc.tuple(sentence, sentence).map(([a, b]) => [`description: ${a}`, `  ${b}`]) },
  { weight: 1, arbitrary: fc.tuple(sentence, sentence).map(([a, b]) => [`description: ${a}`, `${b}`, 'user: hello']) },
  { weight: 1, arbitrary: fc.constant([]) },
)

const name = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('alpha', 'beta', 'docs-writer').map((text) => [`name: ${text}`]) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('docs:writer', '404', '-x', '"alpha"', 'Docs Writer', 'true', '', 'a # b')
      .map((text) => [`name: ${text}`]),
  },
  { weight: 1, arbitrary: fc.constant([]) },
)

const tool = fc.constantFrom(
  'Read',
  'Grep',
  'read',
  'Grpe',
  'Edit',
  'Glob',
  'MultiEdit',
  'LS',
  'TeamCreate',
  'Foo',
  'run_shell_command',
  'editFiles',
  'Bash(git *)',
  'mcp__a__b',
  'search/codebase',
)

const tools = fc
  .array(tool, { minLength: 1, maxLength: 6 })
  .chain((items) =>
    fc.constantFrom(
      [`tools: ${items.join(', ')}`],
      [`tools: ${items.join(' , ')} `],
      [`tools: [${items.join(', ')}]`],
      [`tools: ["${items.join('", "')}"]`],
      [`tools: "${items.join(', ')}"`],
      [`tools: [${items.join(', ')}] # all`],
      [`tools: [${items.join(', ')}`],
      ['tools:', ...items.map((item) => `  - ${item}`)],
      ['tools:', ...items.map((item) => `- '${item}'`)],
      ['tools: >', ...items.map((item) => `  ${item},`)],
      [],
    ),
  )

const others = fc.subarray([
  'model: sonnet',
  'model: sonet',
  'model: opus # slow',
  'model: "haiku"',
  'color: blue',
  'color: bleu',
  'color: magenta',
  'maxTurns: "5"',
  'maxTurns: few',
  'allowed-tools: Read',
  'disallowedTools: Edit, Grep, Edit',
  'skills: testing, writing',
  'hooks: {Stop: []}',
  'hooks: [a',
  '# a comment',
  '',
  'infer: "true"',
  'memory: porject',
  '\tindented: x',
  'extra: one, two | three',
  'link: https://example.org/a:b',
  'h2: a # b',
])

const lines = fc
  .tuple(name, description, tools, others, fc.boolean())
  .map(([a, b, c, d, isSwapped]) => (isSwapped ? [...d, ...c, ...b, ...a] : [...a, ...b, ...c, ...d]))

const open = fc.oneof({ weight: 12, arbitrary: fc.constant('---') }, fc.constantFrom('-----', '\n---', ' ---', '--- '))
const close = fc.oneof(
  { weight: 12, arbitrary: fc.constant('---') },
  fc.constantFrom('------', '--- And so on', '', '---x', '\n# Title\n---'),
)

const body = fc
  .array(
    fc.constantFrom(
      'You do one thing well.',
      'You are read-only.',
      'Run `npm test`.',
      'Use the `WebFetch` tool, then use `Write`.',
      'Escalate flaky tests to the `alhpa` agent.',
      'Hand reviews to `beta`.',
      '## What you own',
      '- `*.test.ts`',
      '- `src/api/`',
      '- `src\\old\\`',
      '- `srcc/api/`',
      '',
      '---',
      '```',
      'é 🎉',
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join('\n'))

/** How the lines end: each of the two for one line after another, and again from the start. */
const endings = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(['\n'], ['\n'], ['\r\n']) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom('\n', '\n', '\r\n'), { minLength: 2, maxLength: 5 }) },
)

function endedBy(text: string, ends: readonly string[]): string {
  let line = 0
  return text.replaceAll('\n', () => ends[line++ % ends.length] ?? '\n')
}

const file = fc
  .tuple(open, lines, close, body, endings, fc.constantFrom('', '', '', '\uFEFF'), fc.boolean())
  .map(([first, middle, last, prompt, ends, mark, isEnded]) => {
    const text = [first, ...middle, last, '', prompt].join('\n') + (isEnded ? '\n' : '')
    return mark + endedBy(text, ends)
  })

const path = fc.constantFrom(
  '.claude/agents/alpha.md',
  '.claude/agents/beta.md',
  '.claude/agents/Docs Writer.md',
  '.github/agents/gamma.agent.md',
)

/** One to three files of one or two folders, in a repository that has something to own. */
export const madeFiles: fc.Arbitrary<MadeFiles> = fc
  .array(fc.tuple(path, file), { minLength: 1, maxLength: 3 })
  .map((files) => ({ files: { ...Object.fromEntries(files), 'src/api/users.ts': '', 'src/old/a.ts': '' } }))
