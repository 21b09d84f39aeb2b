import { spawnSync } from 'node:child_process'
import {
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
import { agentFile, folderWith, runBuilt } from '../testing/run-built.ts'

const agents = '.claude/agents'
const fine = agentFile('name: a', 'description: Sorts what comes in.')
const misspelt = agentFile('name: a', 'description: Sorts what comes in.', 'model: sonet')
const broken = agentFile('name: a', 'description: Use when: a ticket comes in')
const mended = broken.replace('Use when: a ticket comes in', '"Use when: a ticket comes in"')

function git(cwd: string, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=n', '-c', 'user.email=n@example.org', '-c', 'commit.gpgsign=false']
  const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd, encoding: 'utf8' })
  expect(stderr + status).toMatch(/0$/)
}

function put(cwd: string, text: string, path = `${agents}/a.md`): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), text)
}

const read = (cwd: string, path = `${agents}/a.md`): string => readFileSync(join(cwd, path), 'utf8')

/** A repository with these files in its one commit. */
function repository(files: Readonly<Record<string, string>>): string {
  const cwd = folderWith(files)
  git(cwd, 'init', '-q', '-b', 'main')
  git(cwd, 'add', '-A')
  git(cwd, 'commit', '-q', '-m', 'first')
  return cwd
}

/** `staged` is staged of the agent, and `lying` lies in the working tree. */
function differing(staged: string, lying: string): string {
  const cwd = repository({ [`${agents}/a.md`]: fine })
  put(cwd, staged)
  git(cwd, 'add', '-A')
  put(cwd, lying)
  return cwd
}

const staged = (cwd: string, ...flags: readonly string[]) => runBuilt(['--staged', ...flags], { cwd })

describe('--staged reads what will be committed', () => {
  it('and not what lies in the working tree', () => {
    const { stdout } = staged(differing(misspelt, fine))
    expect(stdout).toContain('unknown-model')
    expect(stdout).toContain('model: sonet')
    expect(staged(differing(misspelt.replace('sonet', 'sonnet'), misspelt)).stdout).toContain('1 agent, no problems')
  })

  it('of a file that is gone from the working tree, with its folder too', () => {
    const cwd = differing(misspelt, misspelt)
    rmSync(join(cwd, agents), { recursive: true })
    expect(staged(cwd).stdout).toContain('unknown-model')
    expect(staged(cwd, `${agents}/a.md`).stdout).toContain('unknown-model')
  })

  it('and nothing of a file that is gone from the index, or was only announced to it', () => {
    const hands = agentFile('name: b', 'description: Asks.').concat(
      '\n- Schema questions: hand off to the `a` agent.\n',
    )
    const cwd = repository({ [`${agents}/a.md`]: misspelt, [`${agents}/b.md`]: hands })
    git(cwd, 'rm', '-q', '--cached', `${agents}/a.md`)
    put(cwd, misspelt.replace('name: a', 'name: c'), `${agents}/c.md`)
    git(cwd, 'add', '-N', `${agents}/c.md`)
    const { stdout } = staged(cwd)
    expect(stdout).not.toContain('unknown-model')
    expect(stdout).toContain('unknown-agent')
  })

  it('of files that are read through a linked folder', () => {
    const cwd = repository({ [`${agents}/a.md`]: fine })
    renameSync(join(cwd, agents), join(cwd, 'shared'))
    symlinkSync('../shared', join(cwd, agents))
    put(cwd, misspelt, 'shared/a.md')
    git(cwd, 'add', '-A')
    put(cwd, fine, 'shared/a.md')
    expect(staged(cwd, agents).stdout).toContain('unknown-model')
  })

  it('from a folder below the top', () => {
    const cwd = repository({ [`part/${agents}/a.md`]: fine })
    put(cwd, misspelt, `part/${agents}/a.md`)
    git(cwd, 'add', '-A')
    put(cwd, fine, `part/${agents}/a.md`)
    expect(staged(join(cwd, 'part')).stdout).toContain('unknown-model')
  })

  it('and asks git for nothing more where pre-commit has put the rest away', () => {
    const cwd = differing(misspelt, misspelt)
    const calls = (env: Readonly<Record<string, string>>): string => {
      const log = join(cwd, '..', `${Date.now()}.trace`)
      runBuilt(['--staged'], { cwd, env: { GIT_TRACE: log, ...env } })
      const text = existsSync(log) ? readFileSync(log, 'utf8') : ''
      rmSync(log, { force: true })
      return text
    }
    expect(calls({})).toContain('diff-files')
    const inHook = calls({ PRE_COMMIT: '1' })
    expect(inHook).toContain('diff --cached')
    expect(inHook).not.toContain('diff-files')
  })
})

describe('--staged with --fix', () => {
  it('leaves a file alone that has changes beside what is staged, and says so', () => {
    const lying = broken.replace('a ticket', 'one more ticket')
    const cwd = differing(broken, lying)
    put(cwd, broken.replace('name: a', 'name: b'), `${agents}/b.md`)
    git(cwd, 'add', `${agents}/b.md`)
    const { stdout, stderr } = staged(cwd, '--fix')
    expect(stderr).toContain(`${agents}/a.md is left as it was: it has changes that are not staged\n`)
    expect(stderr).toContain('note: what was fixed is not staged yet')
    expect(stdout).toContain('1 fixed in 1 file')
    expect(stdout).toContain('invalid-yaml')
    expect(read(cwd)).toBe(lying)
    expect(read(cwd, `${agents}/b.md`)).toBe(mended.replace('name: a', 'name: b'))
    expect(staged(cwd, '--diff').stdout).toBe('')
  })

  it('does not bring a file back that is gone', () => {
    const cwd = differing(broken, broken)
    rmSync(join(cwd, agents, 'a.md'))
    expect(staged(cwd, '--fix').stderr).toContain('it has changes that are not staged')
    expect(existsSync(join(cwd, agents, 'a.md'))).toBe(false)
  })

  it('mends a file that was only touched, or whose line breaks git converts', () => {
    const touched = differing(broken, broken)
    utimesSync(join(touched, agents, 'a.md'), new Date(0), new Date(0))
    expect(staged(touched, '--fix').stdout).toContain('1 fixed in 1 file')
    expect(read(touched)).toBe(mended)
    const cwd = repository({ '.gitattributes': '*.md text eol=crlf\n', [`${agents}/a.md`]: fine })
    const valid = agentFile('name: a', 'description: Sorts.', 'tools: Read, TeamCreate').replaceAll('\n', '\r\n')
    put(cwd, valid)
    git(cwd, 'add', '-A')
    utimesSync(join(cwd, agents, 'a.md'), new Date(0), new Date(0))
    staged(cwd, '--fix')
    expect(read(cwd)).toBe(valid.replace(', TeamCreate', ''))
  })
})
