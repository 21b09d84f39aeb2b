import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadYaml } from '../data/yaml.ts'
import { agentFile, folderWith, runBuilt } from '../testing/run-built.ts'
import { configText, hookText, workflowText } from './init-files.ts'

const bad = agentFile('name: triage', 'description: Sorts the tickets of the day.', 'color: teal')

function project(files: Readonly<Record<string, string>>): string {
  const cwd = folderWith(files)
  execFileSync('git', ['init', '-q'], { cwd })
  return cwd
}

const read = (cwd: string, path: string): string => readFileSync(join(cwd, path), 'utf8')

const written = (stdout: string): string[] => [...stdout.matchAll(/^wrote (.*)$/gm)].map((match) => match[1] ?? '')

describe('init --yes', () => {
  it('writes everything, says what, and leaves the project green', () => {
    const cwd = project({ '.claude/agents/triage.md': bad })
    const { stdout, stderr, exitCode } = runBuilt(['init', '--yes'], { cwd })
    expect(stdout).toContain('.claude/agents: 1 agent for Claude Code\n1 warning\n')
    expect(written(stdout)).toEqual([
      'agent-lint.config.json',
      '.pre-commit-config.yaml',
      '.github/workflows/agent-lint.yml',
    ])
    expect(stderr).toBe('agent-lint: wrote agent-lint-baseline.json: 1 entry\n')
    expect(exitCode).toBe(0)
    expect(runBuilt(['--max-warnings', '0'], { cwd }).exitCode).toBe(0)
  })

  it('says what --fix mends before it is set aside, what it passed over, and how the hook is switched on', () => {
    const torn = agentFile('name: triage', 'description: Use for tickets: sorts those of the day.')
    const cwd = project({ '.claude/agents/triage.md': torn, 'agents/refunds.md': bad.replace('triage', 'refunds') })
    const { stdout } = runBuilt(['init', '--yes'], { cwd })
    expect(stdout).toContain('1 file passed over; agent-lint --list-files says why\n1 warning\n')
    expect(stdout).toContain('\n1 of them would be mended by agent-lint --fix;')
    expect(stdout).toMatch(/\nnext: agent-lint; pre-commit install\n$/)
    const again = runBuilt(['init', '--yes'], { cwd }).stdout
    expect(again).toContain('\n1 of them would be mended by agent-lint --fix\n')
    expect(again).toContain('        entry: agent-lint --max-warnings 0\n')
  })

  it('writes to the top of the repository, from any folder in it', () => {
    const cwd = project({ '.claude/agents/triage.md': bad, 'src/index.ts': '' })
    runBuilt(['init', '--yes'], { cwd: join(cwd, 'src') })
    expect(existsSync(join(cwd, 'agent-lint.config.json'))).toBe(true)
    expect(existsSync(join(cwd, 'src/agent-lint.config.json'))).toBe(false)
  })

  it('says which host it guessed, and names folders that are not found without', () => {
    const cwd = project({ 'team/one.md': bad, 'team/two.md': bad.replace('triage', 'refunds') })
    const { stdout } = runBuilt(['init', '--yes', 'team'], { cwd })
    expect(stdout).toContain('team: 2 agents for Claude Code, as it seems')
    expect(JSON.parse(read(cwd, 'agent-lint.config.json')).hosts).toEqual({ team: 'claude-code' })
    expect(read(cwd, '.pre-commit-config.yaml')).toContain('entry: agent-lint --max-warnings 0 team\n')
    expect(read(cwd, '.github/workflows/agent-lint.yml')).toMatch(/ team\n$/)
    expect(runBuilt(['team', '--max-warnings', '0'], { cwd }).exitCode).toBe(0)
  })

  it('leaves what is there as it is, and says how to add the hook', () => {
    const files = {
      'agent-lint.config.json': '{ "rules": {} }',
      'agent-lint-baseline.json': '{ "version": 1, "findings": [] }',
      '.pre-commit-config.yaml': 'repos: []\n',
      '.github/workflows/agent-lint.yml': 'name: ours\n',
    }
    const cwd = project({ '.claude/agents/triage.md': bad, ...files })
    const { stdout, exitCode } = runBuilt(['init', '--yes'], { cwd })
    for (const [path, text] of Object.entries(files)) expect(read(cwd, path)).toBe(text)
    expect(written(stdout)).toEqual([])
    expect(stdout).toContain('agent-lint.config.json is not proposed: it is there\n')
    expect(stdout).toContain('      - id: agent-lint\n')
    expect(exitCode).toBe(0)
  })

  it('proposes no hook and no workflow where they have no place', () => {
    const outside = folderWith({ '.claude/agents/triage.md': bad })
    expect(written(runBuilt(['init', '--yes'], { cwd: outside }).stdout)).toEqual(['agent-lint.config.json'])
    const elsewhere = project({ '.claude/agents/triage.md': bad, '.gitlab-ci.yml': '' })
    expect(runBuilt(['init', '--yes'], { cwd: elsewhere }).stdout).toContain('the project is built with .gitlab-ci.yml')
  })

  it('writes no path into what is run that a shell would take apart', () => {
    const folder = 'te$(touch marker)am'
    const cwd = project({ [`${folder}/one.md`]: bad, [`${folder}/two.md`]: bad })
    const { stdout } = runBuilt(['init', '--yes', folder], { cwd })
    expect(stdout).toContain('has a name that needs care in a shell')
    expect(written(stdout)).toEqual(['agent-lint.config.json'])
  })
})

describe('init', () => {
  it('asks nobody where there is no terminal, and writes nothing', () => {
    const cwd = project({ '.claude/agents/triage.md': bad })
    const { exitCode, stderr } = runBuilt(['init'], { cwd })
    expect(stderr).toContain('this is no terminal\n  --yes takes all proposals')
    expect(exitCode).toBe(2)
    expect(existsSync(join(cwd, 'agent-lint.config.json'))).toBe(false)
  })

  it('has nothing to do where there are no agents', () => {
    const { exitCode, stderr } = runBuilt(['init', '--yes'], { cwd: project({ 'README.md': '# Us\n' }) })
    expect(stderr).toContain('no agents here\n  name their folder')
    expect(exitCode).toBe(2)
  })

  it('stops at a configuration with a mistake', () => {
    const cwd = project({ '.claude/agents/triage.md': bad })
    writeFileSync(join(cwd, 'agent-lint.config.json'), '{ "ruels": {} }')
    expect(runBuilt(['init', '--yes'], { cwd }).exitCode).toBe(2)
  })
})

describe('the files', () => {
  it.each([
    ['hook', hookText(['a/b'], true)],
    ['workflow', workflowText(['a/b'], true)],
  ])('are YAML: the %s', async (_, text) => {
    const { read: parse } = await loadYaml()
    expect(parse(text, { start: 0, end: text.length }).problems).toEqual([])
  })

  it('give a workflow the right to read and no other', () => {
    expect(workflowText([], false)).toMatch(/^permissions:\n {2}contents: read\njobs:/m)
    expect(workflowText([], false)).toContain('persist-credentials: false')
  })

  it('name the presets', () => {
    const extended = (...presets: string[]) => JSON.parse(configText({ presets, hosts: new Map() })).extends
    expect(extended('strict')).toBe('strict')
    expect(extended('recommended', 'security')).toEqual(['recommended', 'security'])
  })

  it.each([[['strict']], [['recommended', 'security']]])('are a configuration that is read: %j', (presets) => {
    const config = configText({ presets, hosts: new Map([['.claude/agents', 'claude-code']]) })
    const cwd = project({ '.claude/agents/triage.md': bad, 'agent-lint.config.json': config })
    expect(runBuilt([], { cwd })).toMatchObject({ exitCode: 0, stderr: '' })
  })
})
