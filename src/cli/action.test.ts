import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { agentFile, folderWith, projectRoot, runBuilt } from '../testing/run-built.ts'

const bad = agentFile('name: triage', 'description: Sorts the tickets that came in.', 'tools: bash')
const warned = agentFile('name: triage', 'description: Sorts the tickets that came in.', 'model: "gpt%0A::error::x"')

interface Annotation {
  readonly command: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

const unescapeData = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
const unescapeProperty = (text: string): string => unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','))

/** What the runner makes of a log: a line that starts with `::` is a command. */
function annotations(log: string): Annotation[] {
  return log.split('\n').flatMap((line) => {
    const match = /^::([^\s:]+)(?: ([^:]*))?::(.*)$/.exec(line)
    if (match === null) return []
    const pairs = (match[2] ?? '').split(',').filter((pair) => pair !== '')
    const properties = pairs.map((pair) => [
      pair.slice(0, pair.indexOf('=')),
      unescapeProperty(pair.slice(pair.indexOf('=') + 1)),
    ])
    return [
      { command: match[1] ?? '', properties: Object.fromEntries(properties), message: unescapeData(match[3] ?? '') },
    ]
  })
}

function runner(text: string, inputs: Readonly<Record<string, string>>) {
  const cwd = folderWith({
    'project/.claude/agents/triage.md': text,
    output: '',
    summary: '',
    'event.json': '{"pull_request": {"number": 1}}',
  })
  const env = {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: cwd,
    GITHUB_OUTPUT: join(cwd, 'output'),
    GITHUB_STEP_SUMMARY: join(cwd, 'summary'),
    GITHUB_EVENT_PATH: join(cwd, 'event.json'),
    GITHUB_EVENT_NAME: 'pull_request',
    RUNNER_OS: 'Linux',
    ...inputs,
  }
  return runBuilt([], { cwd, env, program: 'dist/action.js' })
}

describe('the action', () => {
  it('annotates the file in the workspace and fails', () => {
    const { exitCode, stdout, stderr } = runner(bad, {
      INPUT_PATHS: 'project/.claude/agents\n',
      'INPUT_FAIL-ON': 'error',
      INPUT_HOST: '',
    })
    expect(stderr).toBe('')
    expect(annotations(stdout)).toEqual([
      {
        command: 'error',
        properties: {
          file: 'project/.claude/agents/triage.md',
          line: '4',
          endLine: '4',
          col: '8',
          endColumn: '12',
          title: 'no-usable-tool',
        },
        message: expect.stringContaining('the agent does not start'),
      },
    ])
    expect(exitCode).toBe(1)
  })

  it.each([
    ['error', 0],
    ['warning', 1],
    ['never', 0],
  ])('ends with the exit code that fail-on %s asks for', (failOn, expected) => {
    expect(runner(warned, { INPUT_PATHS: '', 'INPUT_FAIL-ON': failOn }).exitCode).toBe(expected)
  })

  it('asks the host that the input names, and refuses one that does not exist', () => {
    const paths = { INPUT_PATHS: 'project/.claude/agents' }
    const asPortable = runner(bad, { ...paths, INPUT_HOST: 'portable' })
    expect(asPortable.stdout).toContain('(portable')
    const unknown = runner(bad, { ...paths, INPUT_HOST: 'claude-cod' })
    expect(unknown.stderr).toContain('did you mean claude-code?')
    expect(unknown.exitCode).toBe(2)
  })

  it('takes a list of paths, one a line, with blank lines and line ends of any kind', () => {
    const { stdout, stderr, exitCode } = runner(bad, { INPUT_PATHS: '\r\n project/.claude/agents \r\n\r\nno/such\n' })
    expect(stderr).toBe('agent-lint: nothing matches no/such\n')
    expect(annotations(stdout).map(({ command }) => command)).toEqual(['error'])
    expect(exitCode).toBe(2)
  })

  it('lets no text of a file become a command', () => {
    const found = annotations(runner(warned, { INPUT_PATHS: '', 'INPUT_FAIL-ON': 'never' }).stdout)
    expect(found.map(({ command }) => command)).toEqual(['warning'])
    expect(found[0]?.message).toContain('gpt%0A::error::x')
  })

  it('takes a path for a path, whatever it looks like', () => {
    const { exitCode, stderr } = runner(bad, { INPUT_PATHS: '--fail-on=never', 'INPUT_FAIL-ON': 'error' })
    expect(exitCode).toBe(2)
    expect(stderr).toContain('nothing matches --fail-on=never')
  })

  it('reads every input that action.yml declares', () => {
    const declared = readFileSync(join(projectRoot, 'action.yml'), 'utf8')
    const inputs = [...declared.matchAll(/^ {2}([\w-]+):$/gm)].map((match) => (match[1] ?? '').toUpperCase())
    const source = readFileSync(join(projectRoot, 'src/cli/action.ts'), 'utf8')
    const read = [...new Set([...source.matchAll(/input\('([\w-]+)'\)/g)].map((match) => match[1]))]
    expect(read.toSorted()).toEqual(inputs.toSorted())
    expect(declared).toContain('using: node24')
    expect(declared).toContain('main: dist/action.js')
  })
})
