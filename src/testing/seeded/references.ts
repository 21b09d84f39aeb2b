import { inBody, withKey } from './put.ts'
import { of, type Seed } from './seed.ts'

export const referenceSeeds: readonly Seed[] = [
  {
    rule: 'absolute-path',
    put: ({ path, text }, i) => {
      const line = of(
        [
          'Run `cd «/Users/mona.lisa/work/api» && make`.',
          'Tools are in «C:\\Users\\Mona\\tools».',
          'The notes are in `«/home/mona/notes/today.md»`.',
        ],
        i,
      )
      const made = inBody(text, line)
      return made === undefined ? undefined : { [path]: made }
    },
  },
  {
    rule: 'missing-file',
    put: ({ path, text }, i) => {
      const line = of(
        [
          'Read the [style guide](«../../docs/stlye.md») first.',
          'Keep to the [rules](«../seeded-rules.md»).',
          'Read [this](<«../../docs/seeded page.md»>) and [that](../../docs/style.md).',
        ],
        i,
      )
      const made = inBody(text, line)
      return made === undefined ? undefined : { [path]: made, 'docs/style.md': '# Style\n' }
    },
  },
  {
    rule: 'missing-skill',
    put: ({ path, text }, i) => ({
      [path]: withKey(text, 'skills:', '  - style-guide', `  - «${of(['style-giude', 'diagrams', 'seeded'], i)}»`),
      '.claude/skills/style-guide/SKILL.md': '---\nname: style-guide\ndescription: How we write.\n---\n',
    }),
  },
  {
    rule: 'unknown-mcp-server',
    put: ({ path, text }, i) => ({
      [path]:
        i % 2 === 0
          ? withKey(text, 'tools: Read, «mcp__gihub__get_issue»')
          : withKey(text, 'mcpServers:', '  - «linear»'),
      '.mcp.json': '{ "mcpServers": { "github": {} } }',
    }),
  },
]
