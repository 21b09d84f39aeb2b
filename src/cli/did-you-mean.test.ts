import { describe, expect, it } from 'vitest'
import { agentFile, folderWith, runBuilt } from '../testing/run-built.ts'

const agents = { '.claude/agents/a.md': agentFile('name: a', 'description: Keeps the list of customers in order.') }
const configured = (config: object) => ({ ...agents, 'agent-lint.config.json': JSON.stringify(config) })

describe('what is misspelt is answered with what was meant, and with 2', () => {
  it.each([
    ['a flag', ['--fixx'], agents, 'did you mean --fix?'],
    ['a command', ['rulse'], agents, 'did you mean the command `rules`?'],
    ['a format', ['--format', 'sarf'], agents, 'did you mean sarif?'],
    ['a format of a report in a file', ['--output', 'sarf=x'], agents, 'did you mean sarif?'],
    ['the format of a command', ['graph', '--format', 'mermiad'], agents, 'did you mean mermaid?'],
    ['a severity', ['--fail-on', 'warnin'], agents, 'did you mean warning?'],
    ['a host', ['--host', 'coplot'], agents, 'did you mean copilot?'],
    ['the start of a host', ['--host', 'claude'], agents, 'did you mean claude-code?'],
    ['a preset', ['--preset', 'strct'], agents, 'did you mean strict?'],
    ['a rule', ['explain', 'no-usable-tol'], agents, 'did you mean no-usable-tool?'],
    ['a schema', ['schema', 'confg'], agents, 'did you mean config?'],
    ['a shell', ['completion', 'bsh'], agents, 'did you mean bash?'],
    ['what is a flag here', ['fix'], agents, 'did you mean `agent-lint --fix`?'],
    ['what is no word here', ['check'], agents, 'did you mean `agent-lint` alone?'],
    ['help', ['help'], agents, 'did you mean `agent-lint --help`?'],
    ['a value that is like none', ['--format', 'xml'], agents, '--format is one of pretty, compact, '],
    ['a shell that is like none', ['completion', 'tcsh'], agents, '<shell> is one of bash, zsh, fish, not tcsh'],
    ['a shell that is not said', ['completion'], agents, 'agent-lint completion --help says what it is'],
    ['a value that is not said', ['--fail-on'], agents, '--fail-on takes a value: --fail-on <severity>'],
    ['a folder of agents for owners', ['owners', 'x', '--agents', 'nope'], agents, 'nothing matches nope'],
    ['a folder to draw', ['graph'], { 'a.txt': '' }, 'no agents here: no folder of a known host'],
    ['a folder', ['agents'], agents, 'there are some below: run agent-lint .claude/agents'],
    ['a key', [], configured({ ruels: {} }), 'did you mean `rules`?'],
    ['the start of a host of the configuration', [], configured({ host: 'claude' }), 'did you mean `claude-code`?'],
    [
      'an option that is like none',
      [],
      configured({ rules: { 'vague-description': ['on', { x: 3 }] } }),
      'it has `fewestCharacters`',
    ],
    ['a brace', [], { ...agents, 'agent-lint.config.json': '{"rules": {}' }, 'a `}` is missing at the end'],
    ['a rule of the configuration', [], configured({ rules: { 'no-usable-tol': 'off' } }), '`no-usable-tool`?'],
    ['a category', [], configured({ rules: { 'security/*': 'error' } }), 'the categories are description/*, '],
    ['a level', [], configured({ rules: { 'no-usable-tool': 'eror' } }), 'did you mean `error`?'],
    [
      'an option',
      [],
      configured({ rules: { 'vague-description': ['on', { fewestCharacter: 3 }] } }),
      'did you mean `fewestCharacters`?',
    ],
    ['a preset of the configuration', [], configured({ extends: 'recomended' }), 'recommended'],
  ])('%s', (_, args, files, hint) => {
    const { stderr, stdout, exitCode } = runBuilt(args, { cwd: folderWith(files) })
    expect(stderr).toContain(hint)
    expect(stdout).toBe('')
    expect(exitCode).toBe(2)
  })
})

describe('several mistakes of a configuration', () => {
  it('are told apart, and within the width', () => {
    const config = { rules: { 'invalid-field': 'warn' }, host: 'claude' }
    const { stderr } = runBuilt([], { cwd: folderWith(configured(config)) })
    expect(stderr.split('\n\n')).toHaveLength(2)
    expect(stderr).toContain(
      'is none of `off`, `on`,\n       `info`, `warning`, `error`\n --> agent-lint.config.json:1:',
    )
  })
})

describe('a file that is named and is no agent', () => {
  it('is said to be passed over, so that nobody takes it for one in order', () => {
    const cwd = folderWith({ ...agents, '.claude/agents/README.md': '# Our agents\n' })
    const { stderr, exitCode } = runBuilt(['.claude/agents/README.md'], { cwd })
    expect(stderr).toBe(
      'note: .claude/agents/README.md is passed over: it is documentation, by its name, and has no `name`\n',
    )
    expect(exitCode).toBe(0)
    expect(runBuilt(['.claude/agents/a.md'], { cwd }).stderr).toBe('')
  })

  it('is said to be passed over where no host reads files that end so, instead of being taken for an agent', () => {
    const cwd = folderWith({
      '.claude/agents/api.md': agentFile('name: api', 'description: Use for the endpoints of the service'),
      'package.json': '{}',
    })
    const { exitCode, stdout, stderr } = runBuilt(['package.json'], { cwd })
    expect(stderr).toBe('note: package.json is passed over: no host reads agents from files with that ending\n')
    expect(stdout).toContain('1 agent, no problems (claude-code)')
    expect(exitCode).toBe(0)
  })
})
