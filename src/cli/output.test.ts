import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { agentFile, folderWith, projectRoot, runBuilt } from '../testing/run-built.ts'

const program = join(projectRoot, 'bin/agent-lint.js')
const escapeCharacter = String.fromCharCode(27)
const bad = agentFile('name: triage', 'description: Sorts the tickets that came in.', 'tools: bash')

/** Enough findings that no pipe holds them all at once. */
function largeFleet(): string {
  const agent = (i: number) =>
    agentFile(`name: agent-${i}`, `description: Sorts the tickets of team ${i}.`, 'tools: bash, write')
  const files = Array.from({ length: 300 }, (_, i) => [`.claude/agents/agent-${i}.md`, agent(i)])
  return folderWith(Object.fromEntries(files))
}

/** A shell line in which `$LINT` is the program; `bash` for `PIPESTATUS`. */
function inShell(line: string, cwd: string, env: Readonly<Record<string, string>> = {}) {
  const { FORCE_COLOR: _, NO_COLOR: __, ...inherited } = process.env
  return spawnSync('bash', ['-c', line], {
    cwd,
    env: { ...inherited, ...env, LINT: `'${process.execPath}' '${program}'` },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
}

// A shell makes pipes that wait; perl, which git brings along, makes one that does not.
const neverWait = "perl -MFcntl -e 'fcntl(STDOUT, F_SETFL, fcntl(STDOUT, F_GETFL, 0) | O_NONBLOCK)'"
const hasPerl = spawnSync('perl', ['-MFcntl', '-e', '1']).status === 0
if (!hasPerl) console.log('skipped: a full pipe that does not wait, because there is no perl')

describe('a pipe', () => {
  const cwd = largeFleet()

  it('gets all of a large report, however slowly it is read', () => {
    const direct = runBuilt(['--format', 'json'], { cwd }).stdout
    expect(direct.length).toBeGreaterThan(200_000)
    const slow = inShell('eval "$LINT --format json" | (sleep 0.5; cat)', cwd)
    expect(slow.stdout).toBe(direct)
  })

  it.skipIf(!hasPerl)('that is full and does not wait gets all of it too', () => {
    const direct = runBuilt(['--format', 'json'], { cwd }).stdout
    const slow = inShell(`(${neverWait}; eval "$LINT --format json") | (sleep 1; cat)`, cwd)
    expect(slow.stdout).toBe(direct)
  })

  it.each(['json', 'pretty', 'compact', 'github'])('that is closed early is no crash (%s)', (format) => {
    const run = inShell(`eval "$LINT --format ${format}" | head -1 >/dev/null; echo "$\{PIPESTATUS[0]}"`, cwd)
    expect(run.stderr).toBe('')
    expect(run.stdout).toBe('1\n')
  })
})

describe('machine formats', () => {
  it.each(['json', 'github'])('have stdout to themselves (%s)', (format) => {
    const cwd = folderWith({ '.claude/agents/a.md': bad })
    const alone = runBuilt(['.claude/agents', '--format', format], { cwd })
    const args = ['.claude/agents', 'no/such', '--format', format, '--no-error-on-unmatched-pattern']
    const withChatter = runBuilt(args, { cwd })
    expect(alone.stderr).toBe('')
    expect(withChatter.stdout).toBe(alone.stdout)
    expect(withChatter.stdout).not.toContain('no/such')
  })

  it('say on stderr what went wrong, and stdout still parses', () => {
    const cwd = folderWith({ '.claude/agents/a.md': bad })
    const { exitCode, stdout, stderr } = runBuilt(['.claude/agents', 'no/such', '--format', 'json'], { cwd })
    expect(exitCode).toBe(2)
    expect(stderr).toContain('nothing matches no/such')
    expect(JSON.parse(stdout).summary.errors).toBe(1)
  })
})

// util-linux's `script` gives the program a terminal; other systems have one with other flags.
const hasTerminal = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0
if (!hasTerminal) console.log('skipped: colour on a terminal, because there is no util-linux `script`')

describe.skipIf(!hasTerminal)('a terminal', () => {
  const cwd = folderWith({ '.claude/agents/a.md': bad })
  const shown = (env: Readonly<Record<string, string>>) =>
    inShell('script -qec "$LINT" /dev/null </dev/null', cwd, { TERM: 'xterm', ...env }).stdout

  it('gets colour, unless NO_COLOR or its kind says otherwise', () => {
    expect(shown({})).toContain(escapeCharacter)
    expect(shown({ NO_COLOR: '1' })).not.toContain(escapeCharacter)
    expect(shown({ TERM: 'dumb' })).not.toContain(escapeCharacter)
    expect(shown({ NO_COLOR: '1' })).toContain('no-usable-tool')
  })
})
