import { describe, expect, it } from 'vitest'
import { agentFile, folderWith, runBuilt } from '../testing/run-built.ts'

const agents = { '.claude/agents/a.md': agentFile('name: a', 'description: Keeps the list of customers in order.') }
const configured = (config: object) => ({ ...agents, 'agent-lint.config.json': JSON.stringify(config) })

describe('what is misspelt is answered with what was meant, and with 2', () => {
  it.each([
    ['a flag', ['--fixx'], agents, 'Did you mean --fix?'],
    ['a command', ['rulse'], agents, 'did you mean the command `rules`?'],
    ['a format', ['--format', 'sarf'], agents, 'Did you mean sarif?'],
    ['a format of a report in a file', ['--output', 'sarf=x'], agents, 'did you mean sarif?'],
    ['the format of a command', ['graph', '--format', 'mermiad'], agents, 'Did you mean mermaid?'],
    ['a severity', ['--fail-on', 'warnin'], agents, 'Did you mean warning?'],
    ['a host', ['--host', 'coplot'], agents, 'did you mean copilot?'],
    ['the start of a host', ['--host', 'claude'], agents, 'did you mean claude-code?'],
    ['a preset', ['--preset', 'strct'], agents, 'did you mean strict?'],
    ['a rule', ['explain', 'no-usable-tol'], agents, 'did you mean no-usable-tool?'],
    ['a schema', ['schema', 'confg'], agents, 'Did you mean config?'],
    ['a shell', ['completion', 'bsh'], agents, 'Did you mean bash?'],
    ['a key', [], configured({ ruels: {} }), 'did you mean `rules`?'],
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
