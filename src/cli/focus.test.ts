import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type BuiltRun, folderWith, projectRoot, runBuilt } from '../testing/run-built.ts'

const agents = '.claude/agents'

// Descriptions that differ: agents with the same one would be findings.
const tasks: Readonly<Record<string, string>> = {
  planner: 'Splits a feature into steps that can be shipped alone.',
  'schema-expert': 'Answers questions about tables, indexes and migrations.',
  writer: 'Turns release notes into prose for customers.',
}

const agent = (name: string, escalation: string, ...lines: string[]): string =>
  [
    '---',
    `name: ${name}`,
    `description: ${tasks[name] ?? `Works on ${name} when it is asked to.`}`,
    ...lines,
    '---',
    '',
    escalation,
    '',
  ].join('\n')

const toExpert = '- Schema questions: hand off to the `schema-expert` agent.'

const files = {
  [`${agents}/planner.md`]: agent('planner', toExpert),
  [`${agents}/schema-expert.md`]: agent('schema-expert', 'Answers.'),
  [`${agents}/writer.md`]: agent('writer', 'Writes.', 'model: gpt-4o'),
}

function git(cwd: string, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=n', '-c', 'user.email=n@example.org', '-c', 'commit.gpgsign=false']
  const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd, encoding: 'utf8' })
  expect(stderr + status).toMatch(/0$/)
}

function put(cwd: string, path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), text)
}

/** A repository on the branch `main` with these files in its one commit. */
function repository(more: Readonly<Record<string, string>> = {}): string {
  const cwd = folderWith({ ...files, ...more })
  git(cwd, 'init', '-q', '-b', 'main')
  git(cwd, 'add', '-A')
  git(cwd, 'commit', '-q', '-m', 'first')
  return cwd
}

/** The last line, and the rules and files of the findings. */
function lint(cwd: string, ...args: readonly string[]): string[] {
  const { stdout } = runBuilt(['--format', 'compact', ...args], { cwd })
  const found = stdout.split('\n').flatMap((line) => {
    const match = /^(.*?):\d.*\[([\w-]+)\]$/.exec(line)
    return match === null ? [] : [`${match[1]?.replace(`${agents}/`, '')} ${match[2]}`]
  })
  const [last = ''] = runBuilt(args, { cwd }).stdout.trimEnd().split('\n').slice(-1)
  return [...found, last]
}

const writerOnly = ['writer.md unknown-model', '1 warning in 3 agents (claude-code)']

describe('--staged and --changed', () => {
  it('show what is about changed files, and count the rest', () => {
    const cwd = repository()
    expect(lint(cwd)).toEqual(writerOnly)
    const rest = ['3 agents, no problems (claude-code); 1 more outside of the focus']
    expect(lint(cwd, '--staged')).toEqual(rest)
    expect(lint(cwd, '--changed')).toEqual(rest)
    put(cwd, `${agents}/writer.md`, agent('writer', 'Writes more.', 'model: gpt-4o'))
    expect(lint(cwd, '--staged')).toEqual(rest)
    expect(lint(cwd, '--changed')).toEqual(writerOnly)
    git(cwd, 'add', '-A')
    expect(lint(cwd, '--staged')).toEqual(writerOnly)
    const other = runBuilt(['--staged', '--format', 'json'], { cwd: repository() })
    expect([other.stderr, JSON.parse(other.stdout).diagnostics]).toEqual(['1 more outside of the focus\n', []])
  })

  it('take the exit code from what is shown', () => {
    const cwd = repository()
    expect(runBuilt(['--max-warnings', '0'], { cwd }).exitCode).toBe(1)
    expect(runBuilt(['--max-warnings', '0', '--staged'], { cwd }).exitCode).toBe(0)
  })

  it('show a finding whose other place is in a changed file', () => {
    const cwd = repository()
    put(cwd, `${agents}/twin.md`, agent('planner', 'Plans.'))
    expect(lint(cwd, '--changed')[0]).toMatch(/duplicate-name$/)
    git(cwd, 'add', '-A')
    expect(lint(cwd, '--staged')[0]).toMatch(/duplicate-name$/)
  })

  it('show what mentions an agent that was deleted', () => {
    const cwd = repository()
    rmSync(join(cwd, agents, 'schema-expert.md'))
    const expected = ['planner.md unknown-agent', '1 error in 2 agents (claude-code); 1 more outside of the focus']
    expect(lint(cwd, '--changed')).toEqual(expected)
    git(cwd, 'add', '-A')
    expect(lint(cwd, '--staged')).toEqual(expected)
    git(cwd, 'commit', '-q', '-m', 'second')
    expect(lint(cwd, '--changed=HEAD~1')).toEqual(expected)
    expect(lint(cwd, '--changed')).toEqual(['2 agents, no problems (claude-code); 2 more outside of the focus'])
  })

  it('show what mentions an agent that got another name, in its file or with its file', () => {
    const cwd = repository()
    put(cwd, `${agents}/expert.md`, agent('schema-expert', 'Answers.'))
    rmSync(join(cwd, agents, 'schema-expert.md'))
    expect(lint(cwd, '--changed')).not.toContain('planner.md unknown-agent')
    git(cwd, 'add', '-A')
    git(cwd, 'commit', '-q', '-m', 'another file')
    put(cwd, `${agents}/expert.md`, agent('dba', 'Answers.'))
    expect(lint(cwd, '--changed')).toContain('planner.md unknown-agent')
    git(cwd, 'add', '-A')
    expect(lint(cwd, '--staged')).toContain('planner.md unknown-agent')
  })

  it('know what a file with another name was, and names with anything in them', () => {
    const cwd = repository({ [`${agents}/odd\n\u00e9 "x".md`]: agent('odd-one', 'Odd.', 'model: gpt-4o') })
    git(cwd, 'mv', `${agents}/writer.md`, `${agents}/scribe.md`)
    const found = lint(cwd, '--staged')
    expect(found[0]).toBe('scribe.md unknown-model')
    put(cwd, `${agents}/odd\n\u00e9 "x".md`, agent('odd-one', 'Odder.', 'model: gpt-4o'))
    expect(runBuilt(['--changed'], { cwd }).stdout).toContain('2 warnings in 4 agents')
  })

  it('start where the branch left the ref', () => {
    const cwd = repository()
    git(cwd, 'checkout', '-q', '-b', 'topic')
    put(cwd, `${agents}/planner.md`, agent('planner', toExpert, 'model: gpt-4'))
    git(cwd, 'commit', '-q', '-a', '-m', 'on the branch')
    git(cwd, 'checkout', '-q', 'main')
    put(cwd, `${agents}/writer.md`, agent('writer', 'Else.', 'model: gpt-4o'))
    git(cwd, 'commit', '-q', '-a', '-m', 'meanwhile')
    git(cwd, 'checkout', '-q', 'topic')
    expect(lint(cwd, '--changed=main')[0]).toBe('planner.md unknown-model')
    expect(lint(cwd, '--changed=main')[1]).toBe('1 warning in 3 agents (claude-code); 1 more outside of the focus')
  })

  it('work from a folder below, for a folder elsewhere, and before the first commit', () => {
    const cwd = repository({ 'src/x.ts': '' })
    put(cwd, `${agents}/new.md`, agent('new', 'New.', 'model: gpt-4'))
    expect(lint(join(cwd, 'src'), '--changed', `../${agents}`)[0]).toMatch(/new\.md unknown-model$/)
    expect(lint('/', '--changed', cwd)[0]).toMatch(/new\.md unknown-model$/)
    const empty = folderWith(files)
    git(empty, 'init', '-q')
    expect(lint(empty, '--changed')).toEqual(writerOnly)
    // Nothing is tracked yet, so there is nothing to lint.
    expect(lint(empty, '--staged')).toEqual([''])
    git(empty, 'add', '-A')
    expect(lint(empty, '--staged')).toEqual(writerOnly)
  })

  it('take a ref behind `=` only, and files beside it', () => {
    const cwd = repository()
    expect(lint(cwd, '--changed', agents)).toEqual(lint(cwd, '--changed'))
    expect(lint(cwd, '--staged', `${agents}/writer.md`)).toEqual(writerOnly)
  })

  it('are about everything when the configuration changed', () => {
    const cwd = repository({ 'agent-lint.config.json': '{}' })
    const all = ['writer.md unknown-model', '1 warning in 3 agents (claude-code)']
    put(cwd, 'agent-lint.config.json', '{"host": "claude-code"}')
    expect(lint(cwd, '--changed')).toEqual(all)
    expect(runBuilt(['--changed'], { cwd }).stderr).toBe(
      'note: agent-lint.config.json is among the changes, so all findings are shown\n',
    )
    git(cwd, 'rm', '-q', '-f', 'agent-lint.config.json')
    expect(lint(cwd, '--staged')).toEqual(all)
  })

  it.each([
    [['--changed=mian'], 'git knows no commit called mian\n  did you mean main?'],
    [['--changed=--output=x'], 'git knows no commit called --output=x'],
    [['--changed=HEAD~4'], 'git knows no commit called HEAD~4'],
    [['--staged', '--changed'], '--staged and --changed do not go together'],
  ])('end with 2 where they cannot be answered: %j', (args, said) => {
    const cwd = repository()
    const { exitCode, stdout, stderr } = runBuilt(args, { cwd })
    expect(stderr).toContain(said)
    expect([exitCode, stdout, existsSync(join(cwd, 'x'))]).toEqual([2, '', false])
  })

  it('say so where there is no repository, no git, or not enough of the history', () => {
    const none = runBuilt(['--staged'], { cwd: folderWith(files) })
    expect([none.exitCode, none.stderr]).toEqual([2, expect.stringMatching(/^agent-lint: --staged needs a git repo/)])
    const noGit = runBuilt(['--changed'], { cwd: repository(), env: { PATH: '' } })
    expect([noGit.exitCode, noGit.stderr]).toEqual([2, 'agent-lint: --changed needs git, which is not there\n'])
    const origin = repository()
    git(origin, 'commit', '-q', '--allow-empty', '-m', 'second')
    git(origin, 'checkout', '-q', '-b', 'topic', 'HEAD~1')
    git(origin, 'commit', '-q', '--allow-empty', '-m', 'on the branch')
    const clone = join(folderWith({}), 'clone')
    git(origin, 'clone', '-q', '--depth', '1', '--no-single-branch', `file://${origin}`, clone)
    for (const ref of ['origin/main', 'HEAD~1']) {
      const { exitCode, stderr } = runBuilt([`--changed=${ref}`], { cwd: clone })
      expect([exitCode, stderr]).toEqual([2, expect.stringContaining('this clone is shallow')])
    }
  })

  it('run nothing that the repository names', () => {
    const cwd = repository({ '.gitattributes': '* filter=own diff=own\n', 'src/x.ts': 'a' })
    const script = join(cwd, 'run-me')
    writeFileSync(script, `#!/bin/sh\necho "$0 $*" >> ${cwd}/it-ran\ncat\n`)
    chmodSync(script, 0o755)
    mkdirSync(join(cwd, 'hooks'))
    for (const hook of ['post-index-change', 'fsmonitor-watchman']) {
      writeFileSync(join(cwd, 'hooks', hook), readFileSync(script))
      chmodSync(join(cwd, 'hooks', hook), 0o755)
    }
    const settings = [
      ['filter.own.clean', script],
      ['filter.own.process', script],
      ['filter.own.smudge', script],
      ['filter.own.required', 'true'],
      ['diff.own.textconv', script],
      ['diff.own.command', script],
      ['diff.external', script],
      ['core.fsmonitor', script],
      ['core.hooksPath', join(cwd, 'hooks')],
      ['core.pager', script],
    ]
    for (const [key = '', value = ''] of settings) git(cwd, 'config', key, value)
    // As young as the index, so that git has to look into it.
    put(cwd, 'src/x.ts', 'b')
    put(cwd, `${agents}/writer.md`, agent('writer', 'Writes!', 'model: gpt-4o'))
    const now = new Date()
    for (const path of ['.git/index', 'src/x.ts', `${agents}/writer.md`]) utimesSync(join(cwd, path), now, now)
    expect(lint(cwd, '--changed')).toContain('writer.md unknown-model')
    expect(lint(cwd, '--changed=main')).toContain('writer.md unknown-model')
    expect(lint(cwd, '--staged', '--tracked-only')).not.toContain('writer.md unknown-model')
    expect(existsSync(join(cwd, 'it-ran'))).toBe(false)
  })
})

describe('--tracked-only', () => {
  const draft = { [`${agents}/draft.md`]: agent('draft', toExpert, 'model: gpt-4') }
  const withDraft = (): string => {
    const cwd = repository()
    for (const [path, text] of Object.entries(draft)) put(cwd, path, text)
    return cwd
  }

  it('leaves drafts out, and says so', () => {
    const cwd = withDraft()
    expect(runBuilt([], { cwd }).stdout).toContain('draft.md')
    const { stdout } = runBuilt(['--tracked-only'], { cwd })
    expect(stdout).not.toContain('draft.md')
    expect(stdout).toContain('1 file passed over')
    expect(runBuilt(['--tracked-only', '--list-files'], { cwd }).stdout).toContain('draft.md: git does not track it')
    git(cwd, 'add', '-A')
    expect(runBuilt(['--tracked-only'], { cwd }).stdout).toContain('draft.md')
  })

  it('is what a hook does if nobody says otherwise', () => {
    const cwd = withDraft()
    const env = { PRE_COMMIT: '1' }
    expect(runBuilt([], { cwd, env }).stdout).not.toContain('draft.md')
    expect(runBuilt(['--no-tracked-only'], { cwd, env }).stdout).toContain('draft.md')
  })

  it('needs a repository; a hook goes on without', () => {
    const cwd = folderWith(files)
    expect(runBuilt(['--tracked-only'], { cwd })).toMatchObject({ exitCode: 2, stdout: '' })
    const { exitCode, stdout, stderr } = runBuilt([], { cwd, env: { PRE_COMMIT: '1' } })
    expect(stderr).toMatch(/^note: --tracked-only needs a git repository/)
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('1 warning in 3 agents')])
  })
})

describe('--stdin', () => {
  const type = (cwd: string, input: string | Buffer, ...args: readonly string[]): BuiltRun => {
    const program = join(projectRoot, 'bin/agent-lint.js')
    const run = spawnSync(process.execPath, [program, ...args], { cwd, input, encoding: 'utf8' })
    return { exitCode: run.status, stdout: run.stdout, stderr: run.stderr, milliseconds: 0 }
  }
  const writer = `${agents}/writer.md`

  it('stands for a file, and the rest of its fleet is read', () => {
    const cwd = folderWith(files)
    expect(type(cwd, agent('writer', 'Writes.'), '--stdin', '--stdin-filename', writer).stdout).toBe(
      '3 agents, no problems (claude-code)\n',
    )
    const twin = type(cwd, agent('planner', 'Plans.'), '--stdin', '--stdin-filename', writer)
    expect(twin.stdout).toContain('duplicate-name')
    expect(twin.exitCode).toBe(1)
    expect(readFileSync(join(cwd, writer), 'utf8')).toContain('gpt-4o')
  })

  it('is about that file, or about the folders that are named', () => {
    const cwd = folderWith(files)
    const args = ['--stdin', '--stdin-filename', `${agents}/planner.md`]
    expect(type(cwd, agent('planner', 'Plans.'), ...args).stdout).toBe(
      '3 agents, no problems (claude-code); 1 more outside of the focus\n',
    )
    expect(type(cwd, agent('planner', 'Plans.'), ...args, agents).stdout).toContain('writer.md')
  })

  it('may be a file, even a folder, that is not there yet', () => {
    const cwd = folderWith({})
    const { exitCode, stdout } = type(cwd, agent('new', 'New.', 'model: gpt-4'), '--stdin', '--stdin-filename', writer)
    expect(stdout).toContain('--> .claude/agents/writer.md:4:8')
    expect(exitCode).toBe(0)
  })

  it('is read as a file is: not UTF-8, too large, untracked under a hook', () => {
    const cwd = repository()
    const args = ['--stdin', '--stdin-filename', `${agents}/new.md`]
    expect(type(cwd, Buffer.from(agent('n\u00e9', 'x'), 'latin1'), ...args).stdout).toContain('undecodable-file')
    expect(type(cwd, agent('new', 'x'.repeat(1_100_000)), ...args).stdout).toContain('oversized-file')
    expect(type(cwd, agent('new', 'x', 'model: gpt-4'), ...args, '--tracked-only').stdout).toContain('unknown-model')
  })

  it.each([
    [['--stdin'], '--stdin needs --stdin-filename'],
    [['--stdin-filename', 'x.md'], '--stdin-filename says what --stdin is'],
  ])('needs both flags: %j', (args, said) => {
    const { exitCode, stderr } = type(folderWith(files), '', ...args)
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(said)])
  })
})

describe('a folder of agents that is a link', () => {
  it('has its changes, and its drafts, where its files are', () => {
    const cwd = folderWith({ 'team/writer.md': agent('writer', 'Writes.', 'model: gpt-4o'), '.claude/x.json': '{}' })
    symlinkSync('../team', join(cwd, agents))
    git(cwd, 'init', '-q')
    git(cwd, 'add', '-A')
    git(cwd, 'commit', '-q', '-m', 'first')
    put(cwd, 'team/draft.md', agent('draft', 'x', 'model: gpt-4'))
    const { stdout } = runBuilt(['--tracked-only', agents], { cwd })
    expect([stdout.includes('writer.md'), stdout.includes('draft.md')]).toEqual([true, false])
    expect(lint(cwd, '--changed', agents)[0]).toBe('draft.md unknown-model')
  })
})

describe('a file that is moved away', () => {
  it('is one gone and one new', () => {
    const cwd = repository()
    mkdirSync(join(cwd, 'old'))
    renameSync(join(cwd, agents, 'schema-expert.md'), join(cwd, 'old', 'schema-expert.md'))
    git(cwd, 'add', '-A')
    expect(lint(cwd, '--staged')).toContain('planner.md unknown-agent')
  })
})
