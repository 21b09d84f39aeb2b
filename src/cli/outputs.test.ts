import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { agentFile, folderWith, projectRoot, runBuilt } from '../testing/run-built.ts'

const bad = agentFile('name: triage', 'description: Sorts the tickets that came in.', 'tools: bash')
const fleet = (): string => folderWith({ '.claude/agents/triage.md': bad })
const read = (cwd: string, path: string): string => readFileSync(join(cwd, path), 'utf8')

describe('reports in files', () => {
  it('are what --format prints, several in one run, and stdout stays as it was', () => {
    const cwd = fleet()
    const alone = runBuilt([], { cwd })
    const args = ['-o', 'sarif=out.sarif', '--output', 'junit=reports/deep/junit.xml', '--output=json=r=1.json']
    const run = runBuilt(args, { cwd })
    expect([run.exitCode, run.stdout, run.stderr]).toEqual([1, alone.stdout, ''])
    expect(read(cwd, 'out.sarif')).toBe(runBuilt(['--format', 'sarif'], { cwd }).stdout)
    expect(read(cwd, 'reports/deep/junit.xml')).toBe(runBuilt(['--format', 'junit'], { cwd }).stdout)
    expect(read(cwd, 'r=1.json')).toBe(runBuilt(['--format', 'json'], { cwd }).stdout)
    expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('have no colour, whatever the terminal has', () => {
    const cwd = fleet()
    const { stdout } = runBuilt(['-o', 'pretty=out.txt', '--color', 'always'], { cwd })
    expect(stdout).toContain('\u001b[')
    expect(read(cwd, 'out.txt')).not.toContain('\u001b[')
    expect(read(cwd, 'out.txt')).toContain('no-usable-tool')
  })

  it('are written where there is nothing to lint as well, for the step that reads them', () => {
    const cwd = folderWith({ 'x.txt': '' })
    expect(runBuilt(['-o', 'sarif=out.sarif'], { cwd }).exitCode).toBe(2)
    expect(JSON.parse(read(cwd, 'out.sarif')).runs[0].results).toEqual([])
  })

  it('replace a file: its mode stays, and a link still leads to it', () => {
    const cwd = fleet()
    writeFileSync(join(cwd, 'real.json'), 'old')
    chmodSync(join(cwd, 'real.json'), 0o600)
    symlinkSync('real.json', join(cwd, 'link.json'))
    runBuilt(['-o', 'json=link.json'], { cwd })
    expect(JSON.parse(read(cwd, 'real.json')).summary.errors).toBe(1)
    expect(JSON.parse(read(cwd, 'link.json')).summary.errors).toBe(1)
    if (process.platform !== 'win32') expect(statSync(join(cwd, 'real.json')).mode & 0o777).toBe(0o600)
  })

  it.skipIf(process.platform === 'win32')('can go to a pipe', () => {
    const line = `'${process.execPath}' '${join(projectRoot, 'bin/agent-lint.js')}' --quiet -o jsonl=/dev/stderr`
    const run = spawnSync('bash', ['-c', `${line} 2>&1 >/dev/null | cat`], { cwd: fleet(), encoding: 'utf8' })
    expect(JSON.parse(run.stdout).rule).toBe('no-usable-tool')
  })

  it('that cannot be written are a failure, and the old one stays', () => {
    const cwd = fleet()
    mkdirSync(join(cwd, 'out.sarif'))
    const { exitCode, stdout, stderr } = runBuilt(['-o', 'sarif=out.sarif'], { cwd })
    expect(exitCode).toBe(2)
    expect(stdout).toContain('no-usable-tool')
    expect(stderr).toBe('agent-lint: out.sarif could not be written: it is a folder, not a file\n')
    expect(runBuilt(['-o', 'sarif=.claude/agents/triage.md/x'], { cwd }).exitCode).toBe(2)
    expect(read(cwd, '.claude/agents/triage.md')).toBe(bad)
  })

  it.each([
    [['-o', 'sarif'], 'takes a format and a file'],
    [['-o', 'sarif='], 'takes a format and a file'],
    [['-o', '=x'], 'takes a format and a file'],
    [['-o', 'sarfi=x'], 'did you mean sarif?'],
    [['-o', 'json=-'], '--format json prints to standard output'],
    [['-o', 'json=x', '-o', 'sarif=./y/../x'], 'two reports are to go to ./y/../x'],
  ])('are refused with a reason: %j', (args, said) => {
    const cwd = fleet()
    const { exitCode, stdout, stderr } = runBuilt(args, { cwd })
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).toContain(said)
    expect(existsSync(join(cwd, 'x'))).toBe(false)
  })

  it('name files from the top of the project that GitLab has checked out', () => {
    const cwd = fleet()
    const env = { CI_PROJECT_DIR: join(cwd, '.claude') }
    const [entry] = JSON.parse(runBuilt(['--format', 'gitlab'], { cwd, env }).stdout)
    expect(entry.location.path).toBe('agents/triage.md')
  })
})
