import { spawnSync } from 'node:child_process'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { agentFile, folderWith, projectRoot } from '../testing/run-built.ts'

const hasPreCommit = spawnSync('pre-commit', ['--version']).status === 0
if (!hasPreCommit) console.log('skipped: the hook, because pre-commit is not installed')

// Not the user's own cache, and nothing of a hook that may be running these tests.
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  PRE_COMMIT_HOME: folderWith({}),
}

function git(cwd: string, ...args: readonly string[]): { status: number | null; output: string } {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false']
  const run = spawnSync('git', [...identity, ...args], { cwd, env: environment, encoding: 'utf8' })
  return { status: run.status, output: run.stdout + run.stderr }
}

const isLeftOut = (path: string): boolean => ['.git', 'node_modules'].includes(basename(path))

/** The project as it is now, as a repository of its own: what git ignores is missing, as in a clone. */
function hookRepository(): string {
  const folder = folderWith({})
  cpSync(projectRoot, folder, { recursive: true, filter: (path) => !isLeftOut(path) })
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
      [agent]: agentFile('name: triage', 'description: Sorts the tickets that came in.', 'tools: bash, write'),
    })
    git(cwd, 'init', '-q', '-b', 'main')
    expect(spawnSync('pre-commit', ['install'], { cwd, env: environment }).status).toBe(0)
    git(cwd, 'add', '-A')

    const refused = git(cwd, 'commit', '-m', 'bad')
    expect(refused.output).toContain('no-usable-tool')
    expect(refused.output).toContain('--> .claude/agents/triage.md:4:8')
    expect(refused.status).toBe(1)

    writeFileSync(
      join(cwd, agent),
      agentFile('name: triage', 'description: Sorts the tickets that came in.', 'tools: Bash, Write'),
    )
    git(cwd, 'add', '-A')
    const passed = git(cwd, 'commit', '-m', 'good')
    expect(passed.output).toContain('Passed')
    expect(passed.status).toBe(0)

    // A commit that only deletes has no file to pass; the fleet that is left is linted all the same.
    const other = '.claude/agents/other.md'
    writeFileSync(join(cwd, other), agentFile('name: other', 'description: Writes notes.'))
    git(cwd, 'add', '-A')
    expect(git(cwd, 'commit', '-m', 'two').status).toBe(0)
    rmSync(join(cwd, other))
    git(cwd, 'add', '-A')
    const deleted = git(cwd, 'commit', '-m', 'one again')
    expect(deleted.output).toContain('Passed')
    expect(deleted.status).toBe(0)
  })
})
