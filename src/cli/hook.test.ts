import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { agentFile, folderWith, projectRoot } from '../testing/run-built.ts'

const hasPreCommit = spawnSync('pre-commit', ['--version']).status === 0
if (!hasPreCommit) console.log('skipped: the hook, because pre-commit is not installed')

function git(cwd: string, ...args: readonly string[]): { status: number | null; output: string } {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false']
  const run = spawnSync('git', [...identity, ...args], { cwd, encoding: 'utf8' })
  return { status: run.status, output: run.stdout + run.stderr }
}

/** What a clone of this project has in it that the hook needs, as a repository of its own. */
function hookRepository(): string {
  const folder = mkdtempSync(join(tmpdir(), 'agent-lint-hook-'))
  for (const part of ['bin', 'dist', 'package.json', '.pre-commit-hooks.yaml']) {
    cpSync(join(projectRoot, part), join(folder, part), { recursive: true })
  }
  git(folder, 'init', '-q', '-b', 'main')
  git(folder, 'add', '-A')
  git(folder, 'commit', '-q', '-m', 'as it is')
  return folder
}

describe.skipIf(!hasPreCommit)('the hook, run by pre-commit', () => {
  it('refuses a bad commit with readable output and lets a good one pass', { timeout: 300_000 }, () => {
    const hook = hookRepository()
    const revision = git(hook, 'rev-parse', 'HEAD').output.trim()
    const agent = '.claude/agents/triage.md'
    const cwd = folderWith({
      '.pre-commit-config.yaml': `repos:\n  - repo: ${hook}\n    rev: ${revision}\n    hooks: [{ id: agent-lint }]\n`,
      [agent]: agentFile('name: triage', 'description: Sorts tickets.', 'tools: bash, write'),
    })
    git(cwd, 'init', '-q', '-b', 'main')
    expect(spawnSync('pre-commit', ['install'], { cwd }).status).toBe(0)
    git(cwd, 'add', '-A')

    const refused = git(cwd, 'commit', '-m', 'bad')
    expect(refused.output).toContain('no-usable-tool')
    expect(refused.output).toContain('--> .claude/agents/triage.md:4:8')
    expect(refused.status).toBe(1)

    writeFileSync(join(cwd, agent), agentFile('name: triage', 'description: Sorts tickets.', 'tools: Bash, Write'))
    git(cwd, 'add', '-A')
    const passed = git(cwd, 'commit', '-m', 'good')
    expect(passed.output).toContain('Passed')
    expect(passed.status).toBe(0)
  })
})
