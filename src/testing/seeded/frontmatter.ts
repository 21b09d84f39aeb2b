import { parts, project, whole, withKey, withoutKey } from './put.ts'
import { of, type Seed } from './seed.ts'

const keys = (
  rule: string,
  lines: readonly [readonly string[], ...(readonly string[])[]],
  without: readonly string[] = [],
): Seed => ({
  rule,
  put: ({ path, text }, i) => project(path, withKey(without.reduce(withoutKey, text), ...of(lines, i))),
})

const fences: readonly [(text: string) => string | undefined, ...((text: string) => string | undefined)[]] = [
  (text) => `\n«---»${text.slice(3)}`,
  (text) => `«-----»${text.slice(3)}`,
  (text) => text.replace('\n---\n', '\n«--------»\n'),
  (text) => `«---»\n${[...parts(text).head, ...parts(text).body].join('\n')}`.replaceAll(/\n.*---.*/g, ''),
]

export const frontmatterSeeds: readonly Seed[] = [
  keys('invalid-yaml', [
    ['description: Use when«:» a ticket comes in'],
    ['description: «@»reviewer looks at every change'],
    ['description: Sorts tickets.', '«<example>»', 'user: a ticket', '</example>'],
    ['model: sonnet«:» the newest of its kind'],
  ]),
  {
    rule: 'missing-frontmatter',
    put: ({ path, text }, _, other) => {
      const [first = '', ...rest] = parts(other.text).body.join('\n').trimStart().split('\n')
      return { [path]: text, '.claude/agents/seeded.md': [`«${first.trimEnd()}»`, ...rest].join('\n') }
    },
  },
  { rule: 'broken-fence', put: ({ path, text }, i) => project(path, of(fences, i)(text)) },
  {
    rule: 'executable-frontmatter',
    put: ({ path, text }, i) => ({ [path]: `---«${of(['js', 'javascript', 'coffee', 'toml'], i)}»${text.slice(3)}` }),
  },
  {
    rule: 'duplicate-key',
    put: ({ path, text }, i) => {
      const { head, body } = parts(text)
      const key = of(['name', 'description'], i)
      return head.some((line) => line.startsWith(`${key}:`))
        ? { [path]: whole([...head, `«${key}»: somebody-else`], body) }
        : undefined
    },
  },
  keys('lossy-value', [
    ['description: Fixes issues like «#12 in C# code, and nothing else»'],
    ['description: «!important» Use this for every issue that is labelled as a bug'],
    ['description: Looks at tickets such as «#7 and at all that hangs on them»'],
    ['description: Reads the logs in «C:\\projects\\new» and says what went wrong'],
  ]),
  {
    rule: 'missing-field',
    put: ({ path, text }, i) => ({ [path]: `«---»${withoutKey(text, of(['name', 'description'], i)).slice(3)}` }),
  },
  keys('invalid-field', [['color: «magenta»'], ['maxTurns: «few»'], ['description: «12»'], ['memory: «everywhere»']]),
  keys(
    'unknown-field',
    [['«modell»: haiku'], ['«descripton»: Reviews what was changed.'], ['«colour»: red'], ['«maxTurn»: 12']],
    ['model', 'color', 'maxTurns', 'description'],
  ),
  keys(
    'misplaced-field',
    [['«allowed-tools»: Read, Grep'], ['«disallowed-tools»: Bash']],
    // Beside the key that is meant they do no harm.
    ['tools', 'disallowedTools'],
  ),
  { rule: 'byte-order-mark', put: ({ path, text }) => ({ [path]: `«\ufeff»${text}` }) },
  {
    rule: 'mixed-line-endings',
    put: ({ path, text }) => {
      const { head, body } = parts(text)
      const [first = '', second = '', ...rest] = head
      return rest.length === 0 ? undefined : { [path]: whole([`«${first}»\r`, second, ...rest], body) }
    },
  },
]
