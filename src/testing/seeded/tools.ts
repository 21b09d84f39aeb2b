import { inBody, nameOf, project, withKey, withoutKey } from './put.ts'
import { of, type Seed } from './seed.ts'

type Lines = readonly [readonly string[], ...(readonly (readonly string[])[])]

/** Under a heading like "When auditing" or "Checklist" an order is no order to the agent as it is. */
const ownSection = ['## How you work', '']

/** Keys in the frontmatter, and lines in the prompt behind them. */
const keys = (rule: string, heads: Lines, bodies?: readonly [string, ...string[]]): Seed => ({
  rule,
  put: ({ path, text }, i) => {
    const bare = ['tools', 'disallowedTools', 'permissionMode', 'memory', 'initialPrompt'].reduce(withoutKey, text)
    const made = of(heads, i).reduce((made, line) => withKey(made, ...line.split('\n')), bare)
    return project(path, bodies === undefined ? made : inBody(made, ...ownSection, ...of(bodies, i).split('\n')))
  },
})

/** Names in a list of tools, in each form that a list has. */
const listed = (rule: string, names: readonly [string, ...string[]]): Seed =>
  keys(
    rule,
    names.flatMap(
      (name): Lines => [
        [`tools: Read, Grep, «${name}»`],
        [`tools: ["Read", «${name}»]`],
        [`tools:\n  - Read\n  - «${name}»\n  - Glob`],
      ],
    ) as unknown as Lines,
  )

export const toolSeeds: readonly Seed[] = [
  keys('no-usable-tool', [['tools: «file_open, shell_run»'], ['«tools»:'], ['tools: «[view_file, search_all]»']]),
  listed('unknown-tool', ['Grpe', 'read', 'WebFech', 'house-search']),
  listed('retired-tool', ['NotebookRead', 'SlashCommand', 'BashOutput', 'TodoRead']),
  listed('foreign-tool', ['codebase', 'editFiles', 'runInTerminal']),
  keys('void-tool-pattern', [
    ['tools: Read, «Bash(git log:*)»'],
    ['tools: «Bash(psql *)», Read'],
    ['tools: [Read, «"Edit(docs/**)"»]'],
    ['disallowedTools: «Bash(rm *)»'],
  ]),
  listed('unavailable-tool', ['AskUserQuestion', 'EnterPlanMode', 'ExitPlanMode']),
  keys('contradictory-tools', [
    ['tools: Read, «Write»', 'disallowedTools: Write'],
    ['tools: Write, Edit', 'disallowedTools: «Edit, Write»'],
    ['tools: Read, Grep, «Read»'],
    ['tools: Read, «TaskStop»'],
  ]),
  keys(
    'missing-tool',
    [['tools: Read, Grep'], ['tools: [Read, Glob]'], ['disallowedTools: Bash, PowerShell']],
    [
      '1. Read the change.\n2. Run «`npm test`», then look at the result.',
      'First run «`git diff --stat`».',
      '- Run «`make lint`» before you answer.',
    ],
  ),
  keys('missing-tool', [['tools: Read, Grep']], ['Always use «WebFetch» to read the page before you quote it.']),
  keys('unknown-model', [['model: «gpt-4o»'], ['model: «sonet»'], ['model: «"gemini-2.5-pro"»'], ['model: «claude»']]),
  keys('retired-model', [
    ['model: «claude-sonnet-4-20250514»'],
    ['model: «claude-opus-4-1»'],
    ['model: «claude-3-5-haiku-20241022»'],
  ]),
  keys('bypassed-permissions', [
    ['permissionMode: «bypassPermissions»'],
    ['tools: Read, Edit, Bash', 'permissionMode: «acceptEdits»'],
  ]),
  keys(
    'writable-reader',
    [['tools: Read, Grep, Edit'], ['tools: [Read, Write]'], ['tools: Read, Grep', 'memory: project']],
    [
      '«You are read-only». Say what should be changed.',
      '«Never create or modify files».',
      '- «Do not modify any files».',
    ],
  ),
  {
    rule: 'privileged-handoff',
    put: ({ path, text }, _, other) => {
      const target = nameOf(other.text)
      const reader = withKey(text, 'tools: Read, Grep, Agent')
      const made = inBody(reader, '## Delegation', '', `- \`«${target}»\`: what is broken`)
      if (target === undefined || target === nameOf(text) || made === undefined) return undefined
      return { [path]: made, [`${other.path}.md`]: withKey(other.text, 'tools: Read, Edit') }
    },
  },
  keys(
    'shared-git-state',
    [['isolation: worktree'], ['background: true']],
    [
      'Before you change branches, run «`git stash`» and note what was in it.',
      '1. «`git checkout .`» to start from a clean tree',
      'After that run «`git stash pop`».',
      'Then run «`git reset --hard`».',
      'Run «`git stash push`» before you go on.',
      '2. Run «`pkill -f vite`» and start the server.',
    ],
  ),
]
