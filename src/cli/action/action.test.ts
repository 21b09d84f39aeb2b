import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runAction } from '../../testing/fake-runner.ts'
import { agentFile } from '../../testing/run-built.ts'

const described = 'description: Sorts the tickets that came in.'
const bad = agentFile('name: triage', described, 'tools: bash')
const warned = agentFile('name: triage', described, 'model: gtp-9')
const path = '.claude/agents/triage.md'

describe('the action', () => {
  it('annotates the file in the workspace, fails, and says what it found', () => {
    const { commands, outputs, exitCode, stderr, stdout } = runAction({ files: { [path]: bad } })
    expect(commands).toEqual([
      {
        command: 'error',
        properties: { file: path, line: '4', endLine: '4', col: '8', endColumn: '12', title: 'no-usable-tool' },
        message: expect.stringContaining('the agent does not start'),
      },
    ])
    expect(outputs).toEqual({
      result: 'failed',
      errors: '1',
      warnings: '0',
      infos: '0',
      agents: '1',
      overlaps: '0',
      cycles: '0',
      'sarif-file': '',
      'json-file': '',
      'exit-code': '1',
    })
    expect(stderr).toBe('')
    expect(stdout).toContain('1 error in 1 agent (claude-code)')
    expect(exitCode).toBe(1)
  })

  it.each([
    ['error', bad, 1, 'failed'],
    ['warning', bad, 1, 'failed'],
    ['never', bad, 0, 'passed'],
    ['error', warned, 0, 'passed'],
    ['warning', warned, 1, 'failed'],
    ['never', warned, 0, 'passed'],
  ])('with fail-on %s ends as it is to', (failOn, text, exitCode, result) => {
    const run = runAction({ files: { [path]: text }, inputs: { 'fail-on': failOn } })
    expect([run.exitCode, run.outputs.result, run.outputs['exit-code']]).toEqual([exitCode, result, String(exitCode)])
  })

  it('takes the other inputs to where they belong', () => {
    const files = { 'sub/team/a.md': bad, 'sub/team/c.yaml': 'rules:\n  no-usable-tool: warning\n' }
    const inputs = {
      'working-directory': 'sub',
      paths: '\r\n team \r\n\r\n',
      config: 'team/c.yaml',
      host: 'claude-code',
    }
    const run = runAction({ files, inputs: { ...inputs, 'max-warnings': '0', args: '--no-inline\n--stats\n' } })
    expect(run.commands.map(({ command, properties }) => [command, properties.file])).toEqual([
      ['warning', 'sub/team/a.md'],
    ])
    expect(run.stdout).toMatch(/^no-usable-tool +1 /m)
    expect(run.exitCode).toBe(1)
    expect(runAction({ files, inputs: { ...inputs, 'max-warnings': '1' } }).exitCode).toBe(0)
    expect(runAction({ files, inputs: { ...inputs, host: 'portable' } }).stdout).toContain('(portable')
  })

  it('writes reports to files, and names them', () => {
    const files = { [`sub/${path}`]: bad }
    const inputs = { 'working-directory': 'sub', 'sarif-file': 'out/a.sarif', 'json-file': 'a.json' }
    const { outputs, cwd } = runAction({ files, inputs })
    expect(outputs['sarif-file']).toBe(join(cwd, 'sub/out/a.sarif'))
    const sarif = JSON.parse(readFileSync(outputs['sarif-file'] ?? '', 'utf8'))
    expect(sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(`sub/${path}`)
    expect(JSON.parse(readFileSync(outputs['json-file'] ?? '', 'utf8')).summary.errors).toBe(1)
  })

  it.each([
    ['has no agents', {}, '.claude/agents'],
    ['lacks one of the paths', { [path]: bad }, 'no/such\n.claude/agents'],
  ])('offers no SARIF to upload of what %s: that would close what is known', (_, files, paths) => {
    const { outputs, exitCode, cwd } = runAction({ files, inputs: { paths, 'sarif-file': 'a.sarif' } })
    expect([exitCode, outputs['sarif-file']]).toEqual([2, ''])
    const { runs } = JSON.parse(readFileSync(join(cwd, 'a.sarif'), 'utf8'))
    expect(runs[0].invocations).toEqual([{ executionSuccessful: false }])
  })

  it.each([
    [{ 'fail-on': 'fatal' }, 'fatal'],
    [{ host: 'claude-cod' }, 'did you mean claude-code?'],
    [{ annotations: 'maybe' }, 'annotations is true or false, not maybe'],
    [{ format: 'prety' }, 'format is one of'],
    [{ args: 'init' }, 'args takes flags'],
    [{ args: '--stats\n--watch' }, 'args takes no --watch'],
    [{ args: '-h' }, 'args takes no -h'],
    [{ args: '--version' }, 'args takes no --version'],
    [{ args: '--print-config=a.md' }, 'args takes no --print-config=a.md'],
    [{ args: '--list-files' }, 'args takes no --list-files'],
    [{ args: '--stdin-filename=a.md' }, 'args takes no --stdin-filename=a.md'],
    [{ paths: 'init' }, 'nothing matches ./init'],
    [{ 'working-directory': 'nowhere' }, 'working-directory is no folder: nowhere'],
    [{ paths: 'no/such\n.claude/agents' }, 'nothing matches no/such'],
    [{ paths: '--fail-on=never' }, 'nothing matches --fail-on=never'],
    [{ config: 'none.json' }, 'none.json'],
  ])('ends with 2 and an error that says why: %j', (inputs, why) => {
    const { commands, exitCode, outputs, summary } = runAction({ files: { [path]: bad }, inputs })
    const [first] = commands
    expect(first).toMatchObject({ command: 'error', properties: { title: 'agent-lint' } })
    expect(first?.message).toContain(why)
    expect(summary).not.toBe('')
    expect([exitCode, outputs.result, outputs['exit-code']]).toEqual([2, 'error', '2'])
  })

  it('does without what it is told not to do, and without files to write to', () => {
    const off = runAction({ files: { [path]: bad }, inputs: { annotations: 'false', summary: 'FALSE' } })
    expect([off.commands, off.summary, off.exitCode]).toEqual([[], '', 1])
    const nowhere = { GITHUB_OUTPUT: '', GITHUB_STEP_SUMMARY: '/nowhere/at/all' }
    const { commands, exitCode } = runAction({ files: { [path]: bad }, env: nowhere })
    expect(commands.map(({ message }) => message)).toEqual([
      expect.stringContaining('GITHUB_STEP_SUMMARY could not be written'),
      expect.stringContaining('does not start'),
    ])
    expect(exitCode).toBe(1)
  })

  it('needs no token, so a pull request from a fork is like any other', () => {
    const fork = { pull_request: { head: { repo: { fork: true } }, base: { sha: 'b'.repeat(40) } } }
    const env = { GITHUB_TOKEN: '', ACTIONS_RUNTIME_TOKEN: '' }
    const good = { [path]: agentFile('name: triage', described) }
    const { exitCode, commands } = runAction({ files: good, event: fork, env })
    expect([exitCode, commands]).toEqual([0, []])
    expect(runAction({ files: { [path]: bad }, event: fork, env }).exitCode).toBe(1)
  })

  it('shows no more annotations of a kind than GitHub does, and counts the rest', () => {
    const agents = Array.from({ length: 15 }, (_, i) => [`.claude/agents/a${i}.md`, bad.replace('triage', `a${i}`)])
    const warnings = Array.from({ length: 12 }, (_, i) => [
      `.claude/agents/w${i}.md`,
      warned.replace('triage', `w${i}`),
    ])
    const { commands } = runAction({
      files: Object.fromEntries([...agents, ...warnings]),
      inputs: { 'changed-only': 'true' },
    })
    const of = (kind: string) => commands.filter(({ command }) => command === kind)
    expect([of('error').length, of('warning').length]).toEqual([10, 10])
    expect(of('notice').length).toBeLessThanOrEqual(10)
    expect(of('notice')[0]?.message).toContain('changed-only does not hold')
    expect(of('notice').at(-1)?.message).toMatch(
      /^\d+ more findings without an annotation \(5 errors, 3 warnings.*; the summary of the job has them$/,
    )
  })

  it('takes a file of events that is no such thing as one that says nothing', () => {
    for (const event of [null, 'x', [], { before: '0'.repeat(40) }, { before: '--output=x' }, { pull_request: 1 }]) {
      const { commands, exitCode } = runAction({ files: { [path]: warned }, inputs: { 'changed-only': 'true' }, event })
      expect(commands[0]?.message).toContain('this event names no commit to compare with')
      expect(exitCode).toBe(0)
    }
  })
})
