import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runAction } from '../../testing/fake-runner.ts'
import { agentFile, folderWith } from '../../testing/run-built.ts'

const described = 'description: Sorts the tickets that came in.'
const bad = (name: string): string =>
  agentFile(`name: ${name}`, `description: Sorts the tickets of team ${name}.`, 'tools: bash')
const folder = '.claude/agents'

function git(cwd: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false']
  return execFileSync('git', [...identity, ...args], { cwd, encoding: 'utf8' }).trim()
}

/** A branch that changes one bad agent of twelve, as a pull request has it checked out; and the commit that it left. */
function pullRequest(): { origin: string; base: string } {
  const names = Array.from({ length: 12 }, (_, i) => `a${String(i).padStart(2, '0')}`)
  const origin = folderWith(Object.fromEntries(names.map((name) => [`${folder}/${name}.md`, bad(name)])))
  git(origin, 'init', '-q', '-b', 'main')
  git(origin, 'add', '-A')
  git(origin, 'commit', '-q', '-m', 'first')
  const base = git(origin, 'rev-parse', 'HEAD')
  git(origin, 'checkout', '-q', '-b', 'topic')
  writeFileSync(join(origin, folder, 'a11.md'), `${bad('a11')}More.\n`)
  git(origin, 'commit', '-q', '-a', '-m', 'on the branch')
  git(origin, 'checkout', '-q', 'main')
  git(origin, 'commit', '-q', '--allow-empty', '-m', 'meanwhile')
  git(origin, 'merge', '-q', '--no-ff', '-m', 'merged for a try', 'topic')
  return { origin, base }
}

const filesOf = (commands: readonly { properties: Readonly<Record<string, string>> }[]): (string | undefined)[] =>
  commands.map(({ properties }) => properties.file)

describe('changed-only', () => {
  const { origin, base } = pullRequest()
  const inputs = { 'changed-only': 'true' }

  it('shows what the event changes, whichever event it is', () => {
    const events = [{ pull_request: { base: { sha: base } } }, { merge_group: { base_sha: base } }, { before: base }]
    for (const event of events) {
      const { commands, outputs } = runAction({ workspace: origin, inputs, event })
      expect(filesOf(commands)).toEqual([`${folder}/a11.md`])
      expect(outputs).toMatchObject({ errors: '1', agents: '12', result: 'failed' })
    }
  })

  it('fails for what a change brings about elsewhere', () => {
    const hands = `${agentFile('name: b', described)}\n## Escalation\n\n- Schema changes → \`database\` agent\n`
    const workspace = folderWith({
      [`${folder}/b.md`]: hands,
      [`${folder}/database.md`]: agentFile('name: database', described),
    })
    git(workspace, 'init', '-q', '-b', 'main')
    git(workspace, 'add', '-A')
    git(workspace, 'commit', '-q', '-m', 'first')
    const before = git(workspace, 'rev-parse', 'HEAD')
    rmSync(join(workspace, folder, 'database.md'))
    git(workspace, 'commit', '-q', '-a', '-m', 'second')
    const run = runAction({ workspace, inputs, event: { before } })
    expect(run.commands.map(({ properties }) => properties.title)).toEqual(['unknown-agent'])
    expect(run.exitCode).toBe(1)
  })

  it('shows everything in a shallow clone, and says why', () => {
    const clone = join(folderWith({}), 'clone')
    git(origin, 'clone', '-q', '--depth', '1', `file://${origin}`, clone)
    const { commands, outputs, summary } = runAction({
      workspace: clone,
      inputs,
      event: { pull_request: { base: { sha: base } } },
    })
    expect(commands[0]).toEqual({
      command: 'notice',
      properties: { title: 'agent-lint' },
      message: `changed-only does not hold, all findings are shown: the commit of the event: git knows no commit called ${base}; this clone is shallow: get the rest of the history first (\`git fetch --unshallow\`, or \`fetch-depth: 0\`)`,
    })
    expect(summary).toContain('changed-only')
    expect(outputs.errors).toBe('12')
  })

  it('or not, changed files come first', () => {
    const { commands, summary } = runAction({ workspace: origin, event: { pull_request: { base: { sha: base } } } })
    expect(commands).toHaveLength(11)
    expect(filesOf(commands)[0]).toBe(`${folder}/a11.md`)
    expect(/^\| error \| .*$/m.exec(summary)?.[0]).toContain('a11')
    expect(commands.at(-1)?.message).toBe(
      '2 more findings without an annotation (2 errors); the summary of the job has them',
    )
  })
})
