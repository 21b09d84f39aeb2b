import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

import { agentFile, folderWith, projectRoot, runBuilt } from '../testing/run-built.ts'

/** The one that is installed, and those that a variable names: they differ in how they install a hook. */
const programs = ['pre-commit', ...(process.env.AGENT_LINT_PRE_COMMIT ?? '').split(delimiter)].filter(
  (program) => program !== '' && spawnSync(program, ['--version']).status === 0,
)
if (programs.length === 0) console.log('skipped: the hooks, because pre-commit is not installed')

// Not the user's own cache, and nothing of a hook that may be running these tests.
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:GIT|PRE_COMMIT)/.test(name))),
  PRE_COMMIT_HOME: folderWith({}),
}

interface Ran {
  readonly status: number | null
  readonly output: string
}

function run(cwd: string, program: string, ...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, env: environment, encoding: 'utf8' })
  return { status, output: stdout + stderr }
}

function git(cwd: string, ...args: readonly string[]): Ran {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false']
  return run(cwd, 'git', ...identity, ...args)
}

/** Stages everything that is tracked, and these files. */
function commit(cwd: string, ...files: readonly string[]): Ran {
  git(cwd, 'add', '-u')
  if (files.length > 0) git(cwd, 'add', '--', ...files)
  return git(cwd, 'commit', '-m', 'another')
}

const isLeftOut = (path: string): boolean => ['.git', 'node_modules', 'coverage'].includes(basename(path))

/** The project as it is now, as a repository of its own: what git ignores is missing, as in a clone. */
function hookRepository(): string {
  const folder = folderWith({})
  cpSync(projectRoot, folder, { recursive: true, filter: (path) => !isLeftOut(path) })
  git(folder, 'init', '-q', '-b', 'main')
  git(folder, 'add', '-A')
  git(folder, 'commit', '-q', '-m', 'as it is')
  return folder
}

const folder = '.claude/agents'
const agent = (name: string, ...lines: readonly string[]): string =>
  agentFile(`name: ${name}`, `description: Looks after the part called ${name}.`, ...lines)
const bad = agent('bad', 'tools: bash, write')
const handsTo = (name: string, target: string): string =>
  `${agent(name)}\n## Escalation\n\n- Schema changes → \`${target}\` agent\n`

describe('the hooks', () => {
  it('run once, find the agents by themselves, and need nothing that Debian has not', () => {
    const hooks = parse(readFileSync(join(projectRoot, '.pre-commit-hooks.yaml'), 'utf8'))
    expect(hooks).toEqual(
      [
        ['agent-lint', 'agent-lint'],
        ['agent-lint-changed', 'agent-lint --staged'],
        ['agent-lint-fix', 'agent-lint --fix'],
      ].map(([id, entry]) => ({
        id,
        name: expect.any(String),
        description: expect.any(String),
        entry,
        language: 'node',
        pass_filenames: false,
        always_run: true,
        require_serial: true,
      })),
    )
  })

  it('need no script that npm runs by itself, and install no package', () => {
    const { scripts, dependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
    const lifecycle = ['build', 'prepare', 'prepack', 'preinstall', 'install', 'postinstall', 'prepublish']
    expect(lifecycle.filter((name) => name in scripts)).toEqual([])
    expect(dependencies).toBeUndefined()
  })
})

describe('a run that is part of a commit', () => {
  const nothing = folderWith({ 'README.md': '# nothing\n' })
  git(nothing, 'init', '-q', '-b', 'main')
  commit(nothing, 'README.md')

  it.each([
    ['under pre-commit', [], { PRE_COMMIT: '1' }],
    ['of what is staged', ['--staged'], {}],
  ])('%s has nothing to do where there are no agents; any other fails', (_, args, env) => {
    const { exitCode, stdout, stderr } = runBuilt(args, { cwd: nothing, env })
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: expect.stringContaining('note: no agents here, so there is nothing to lint\n'),
    })
    expect(runBuilt([], { cwd: nothing }).exitCode).toBe(2)
  })

  it('tells a folder that is gone from one that never was', () => {
    const cwd = folderWith({ 'team/agents/a.md': agent('a') })
    git(cwd, 'init', '-q', '-b', 'main')
    commit(cwd, 'team/agents/a.md')
    rmSync(join(cwd, 'team'), { recursive: true })
    commit(cwd)
    const env = { PRE_COMMIT: '1' }
    const gone = runBuilt(['team/agents'], { cwd, env })
    expect(gone.stderr).toBe(
      'note: team/agents is no longer there\nnote: no agents here, so there is nothing to lint\n',
    )
    expect(gone.exitCode).toBe(0)
    const wrong = runBuilt(['team/agnets'], { cwd, env })
    expect(wrong.stderr).toBe('agent-lint: nothing matches team/agnets\n')
    expect(wrong.exitCode).toBe(2)
  })

  it('of a range of commits is about that range, and of no commit at all about everything', () => {
    const cwd = folderWith({ [`${folder}/bad.md`]: bad, [`${folder}/good.md`]: agent('good') })
    git(cwd, 'init', '-q', '-b', 'main')
    commit(cwd, folder)
    writeFileSync(join(cwd, folder, 'good.md'), agent('good', 'tools: Read'))
    commit(cwd)
    const inHook = (env: Readonly<Record<string, string>>) =>
      runBuilt(['--staged', '--format', 'compact'], { cwd, env: { PRE_COMMIT: '1', ...env } })
    expect(inHook({ PRE_COMMIT_FROM_REF: 'HEAD~1', PRE_COMMIT_TO_REF: 'HEAD' }).exitCode).toBe(0)
    const all = inHook({})
    expect(all.stderr).toBe('note: nothing is staged, so all findings are shown\n')
    expect(all.exitCode).toBe(1)
  })
})

describe('a commit that only deletes an agent', () => {
  const files = { [`${folder}/api.md`]: handsTo('api', 'database'), [`${folder}/database.md`]: agent('database') }

  it.each([
    ['every hook', [], { PRE_COMMIT: '1' }, 1],
    ['--staged', ['--staged'], {}, 1],
    ['--changed', ['--changed'], {}, 1],
    ['a run that knows no change', [], {}, 0],
    ['a hook after that commit', [], { PRE_COMMIT: '1', after: 'yes' }, 0],
    ['a hook for the range of it', [], { PRE_COMMIT: '1', PRE_COMMIT_FROM_REF: 'HEAD~1', after: 'yes' }, 1],
  ])('that others hand work to: %s', (_, args, { after, ...env }: Record<string, string>, exitCode) => {
    const cwd = folderWith(files)
    git(cwd, 'init', '-q', '-b', 'main')
    commit(cwd, folder)
    rmSync(join(cwd, folder, 'database.md'))
    git(cwd, 'add', '-u')
    if (after !== undefined) commit(cwd)
    const run = runBuilt([...args, '--format', 'compact'], { cwd, env })
    expect(run.stdout).toContain('[unknown-agent]')
    expect(run.stdout.includes('which this change takes out of')).toBe(exitCode === 1)
    expect(run.exitCode).toBe(exitCode)
  })

  it('is seen through a link to the folder of agents', () => {
    const cwd = folderWith({
      'team/api.md': handsTo('api', 'database'),
      'team/database.md': agent('database'),
      '.claude/settings.json': '{}',
    })
    symlinkSync(join(cwd, 'team'), join(cwd, folder), 'junction')
    git(cwd, 'init', '-q', '-b', 'main')
    commit(cwd, 'team', '.claude')
    rmSync(join(cwd, 'team/database.md'))
    git(cwd, 'add', '-u')
    for (const args of [[], [folder], ['--staged']]) {
      const { stdout, exitCode } = runBuilt([...args, '--format', 'compact'], { cwd, env: { PRE_COMMIT: '1' } })
      expect(stdout).toContain('which this change takes out of')
      expect(exitCode).toBe(1)
    }
  })

  it('and is about a file of another folder, says nothing of the fleet', () => {
    const cwd = folderWith({ ...files, 'docs/guide.md': '# Guide\n' })
    writeFileSync(join(cwd, folder, 'api.md'), `${agent('api')}\n## Escalation\n\n- Style → \`guide\`\n`)
    git(cwd, 'init', '-q', '-b', 'main')
    commit(cwd, '.')
    rmSync(join(cwd, 'docs'), { recursive: true })
    git(cwd, 'add', '-u')
    const { stdout, exitCode } = runBuilt([], { cwd, env: { PRE_COMMIT: '1' } })
    expect([stdout, exitCode]).toEqual(['2 agents, no problems (claude-code)\n', 0])
  })
})

describe.each(programs)('with %s', (program) => {
  const hook = hookRepository()
  const revision = git(hook, 'rev-parse', 'HEAD').output.trim()

  /** A repository with the hook installed, and these files committed. */
  function repository(id: string, files: Readonly<Record<string, string>>, more = ''): string {
    const config = `repos:\n  - repo: ${hook}\n    rev: ${revision}\n    hooks: [{ id: ${id}${more} }]\n`
    const cwd = folderWith({ '.pre-commit-config.yaml': config, ...files })
    git(cwd, 'init', '-q', '-b', 'main')
    git(cwd, 'add', '-A')
    git(cwd, 'commit', '-q', '-m', 'first')
    expect(run(cwd, program, 'install').status).toBe(0)
    return cwd
  }

  const write = (cwd: string, name: string, text: string): void => writeFileSync(join(cwd, folder, name), text)

  it('refuses a bad commit with readable output and lets a good one pass', { timeout: 300_000 }, () => {
    const cwd = repository('agent-lint', { [`${folder}/good.md`]: agent('good') })
    write(cwd, 'bad.md', bad)
    const refused = commit(cwd, folder)
    expect(refused.output).toContain('no-usable-tool')
    expect(refused.output).toContain('--> .claude/agents/bad.md:4:8')
    expect(refused.output).toContain('1 error in 2 agents (claude-code)')
    expect(refused.status).toBe(1)
    write(cwd, 'bad.md', agent('bad', 'tools: Bash, Write'))
    const passed = commit(cwd, folder)
    expect(passed.output).toContain('Passed')
    expect(passed.status).toBe(0)
  })

  it.each(['agent-lint', 'agent-lint-changed'])('%s: refuses to delete an agent that others hand work to', (id) => {
    const files = { [`${folder}/api.md`]: handsTo('api', 'database'), [`${folder}/database.md`]: agent('database') }
    const cwd = repository(id, { ...files, [`${folder}/docs.md`]: agent('docs') })
    rmSync(join(cwd, folder, 'docs.md'))
    expect(commit(cwd).status).toBe(0)
    rmSync(join(cwd, folder, 'database.md'))
    const refused = commit(cwd)
    expect(refused.output).toContain('error  unknown-agent')
    expect(refused.output).toContain('--> .claude/agents/api.md:')
    expect(refused.status).toBe(1)
  })

  it('takes the last agent away, and commits after that', () => {
    const cwd = repository('agent-lint', { [`${folder}/only.md`]: agent('only') }, ', args: [.claude/agents]')
    rmSync(join(cwd, folder), { recursive: true })
    expect(commit(cwd).status).toBe(0)
    writeFileSync(join(cwd, 'README.md'), '# nothing\n')
    expect(commit(cwd, 'README.md').status).toBe(0)
  })

  it('checks 600 agents once, not in slices', () => {
    const names = Array.from({ length: 600 }, (_, i) => `agent-${i}`)
    const files = Object.fromEntries(names.map((name) => [`${folder}/${name}.md`, agent(name)]))
    const cwd = repository('agent-lint', files, ', verbose: true')
    const { output, status } = run(cwd, program, 'run', '--all-files')
    expect(output.match(/\d+ agents/g)).toEqual(['600 agents'])
    expect(status).toBe(0)
  })

  it('takes no notice of a draft that is not tracked, or not staged', () => {
    const cwd = repository('agent-lint', { [`${folder}/api.md`]: agent('api') })
    write(cwd, 'draft.md', bad)
    write(cwd, 'twin.md', agent('api'))
    writeFileSync(join(cwd, 'README.md'), '# more\n')
    expect(commit(cwd, 'README.md').status).toBe(0)
    expect(commit(cwd, `${folder}/draft.md`).status).toBe(1)
  })

  it('shows what the commit touches only, where that is asked for', () => {
    const cwd = repository('agent-lint-changed', { [`${folder}/old.md`]: bad, [`${folder}/api.md`]: agent('api') })
    write(cwd, 'api.md', agent('api', 'tools: Read'))
    expect(commit(cwd).status).toBe(0)
    write(cwd, 'api.md', agent('api', 'tools: reed'))
    const refused = commit(cwd)
    expect(refused.output).toContain('1 error in 2 agents (claude-code); 1 more outside of the focus')
    expect(refused.status).toBe(1)
  })

  it('mends what is safe, and stops the commit for it', () => {
    const cwd = repository('agent-lint-fix', { [`${folder}/api.md`]: agent('api') })
    const crooked =
      '---\nname: api\ndescription: Use for endpoints: routes and handlers\n---\n\nYou do one thing well.\n'
    write(cwd, 'api.md', crooked)
    const stopped = commit(cwd)
    expect(stopped.output).toContain('files were modified by this hook')
    expect(stopped.status).toBe(1)
    expect(readFileSync(join(cwd, folder, 'api.md'), 'utf8')).toContain('"Use for endpoints: routes and handlers"')
    expect(commit(cwd).status).toBe(0)
  })

  it('can be read where pre-commit says that it is a terminal without a width', () => {
    const cwd = repository('agent-lint', { [`${folder}/bad.md`]: bad })
    const { output, status } = run(cwd, program, 'run', '--all-files', '--color', 'always')
    const plain = output.replaceAll(/\u001b\[[\d;]*m|\u001b\]8;;[^\u0007\u001b]*(?:\u0007|\u001b\\)/g, '')
    const lines = plain.split(/\r?\n/)
    const from = lines.findIndex((line) => line.startsWith('error  no-usable-tool'))
    expect(lines.slice(from).filter((line) => line.length > 80)).toEqual([])
    expect(lines.slice(from).join('\n')).toContain('4 | tools: bash, write')
    expect(output).toContain('\u001b[31merror')
    // Nothing that is drawn over.
    expect(plain.replaceAll('\r\n', '\n')).not.toMatch(/\r|\u001b\[[\d;]*[A-KST]/)
    expect(status).toBe(1)
  })

  it('can be tried without being installed', () => {
    const cwd = folderWith({ [`${folder}/bad.md`]: bad })
    git(cwd, 'init', '-q', '-b', 'main')
    git(cwd, 'add', '-A')
    const tried = run(cwd, program, 'try-repo', hook, 'agent-lint', '--all-files')
    expect(tried.output).toContain('no-usable-tool')
    expect(tried.status).toBe(1)
  })
})
