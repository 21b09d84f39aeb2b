import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { agentFile, folderWith, projectRoot } from '../testing/run-built.ts'

/** `script` of util-linux opens a real terminal of its own; the one of other systems takes other arguments. */
const terminal = spawnSync('script', ['--version'], { encoding: 'utf8' })
const hasTerminal = terminal.error === undefined && terminal.stdout.includes('util-linux')
const where = hasTerminal
  ? 'on a terminal'
  : 'on a terminal, which cannot be opened here: there is no script of util-linux'

const bad = agentFile('name: triage', 'description: Sorts the tickets of the day.', 'color: teal')

function project(files: Readonly<Record<string, string>>): string {
  const cwd = folderWith(files)
  execFileSync('git', ['init', '-q'], { cwd })
  return cwd
}

const enter = '\r'
const down = '\u001b[B'
const breakOff = '\u0003'

/** What to press once a text is on the screen, one after the other. */
type Answers = readonly (readonly [question: string, keys: string])[]

interface Session {
  readonly exitCode: number | null
  readonly screen: string
  /** How many of the questions came. */
  readonly asked: number
}

/** Runs the built program on a terminal and answers what it asks. */
function answer(cwd: string, args: readonly string[], answers: Answers): Promise<Session> {
  const program = [process.execPath, join(projectRoot, 'bin/agent-lint.js'), ...args]
  const command = `stty cols 100 rows 40 && exec ${program.map((word) => `'${word}'`).join(' ')}`
  const { CI: _, FORCE_COLOR: __, ...variables } = process.env
  const env = { ...variables, TERM: 'xterm', NO_COLOR: '1' }
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], { cwd, env })
  const timer = setTimeout(() => child.kill(), 40_000)
  let screen = ''
  let seen = 0
  let asked = 0
  child.stdout.on('data', (chunk: Buffer) => {
    screen += chunk.toString('utf8')
    const [question, keys] = answers[asked] ?? []
    const at = question === undefined ? -1 : screen.indexOf(question, seen)
    if (question === undefined || at === -1) return
    seen = at + question.length
    asked++
    child.stdin.write(keys ?? '')
  })
  return new Promise((done) =>
    child.on('close', (exitCode) => {
      clearTimeout(timer)
      done({ exitCode, screen, asked })
    }),
  )
}

const files = ['agent-lint.config.json', 'agent-lint-baseline.json', '.pre-commit-config.yaml', '.github/workflows']

const written = (cwd: string): string[] => files.filter((path) => existsSync(join(cwd, path)))

describe.skipIf(!hasTerminal)(`init asks ${where}`, { timeout: 60_000 }, () => {
  it('and writes what it is told to, and nothing else', async () => {
    const cwd = project({ '.claude/agents/triage.md': bad })
    const session = await answer(
      cwd,
      ['init'],
      [
        ['Write a configuration', enter],
        ['Which rules?', down + enter],
        ['Set aside what is found now (1 warning)', 'n'],
        ['Lint before each commit', 'y'],
        ['Lint pull requests', 'n'],
      ],
    )
    expect(session.screen).toContain('wrote agent-lint.config.json')
    expect(session).toMatchObject({ asked: 5, exitCode: 0 })
    expect(written(cwd)).toEqual(['agent-lint.config.json', '.pre-commit-config.yaml'])
    const config = JSON.parse(readFileSync(join(cwd, 'agent-lint.config.json'), 'utf8'))
    expect(config).toMatchObject({ extends: 'strict' })
  })

  it('which host a folder is for, where its name does not tell', async () => {
    const cwd = project({ 'team/one.md': bad, 'team/two.md': bad.replace('triage', 'refunds') })
    const session = await answer(
      cwd,
      ['init', 'team'],
      [
        ['Write a configuration', enter],
        ['Which program loads team?', down + enter],
        ['Which rules?', enter],
        ['Set aside', breakOff],
      ],
    )
    expect(session).toMatchObject({ asked: 4, exitCode: 0 })
    expect(session.screen).toContain('nothing is written')
    expect(written(cwd)).toEqual([])
  })

  it('and takes the host that is chosen', async () => {
    const cwd = project({ 'team/one.md': bad, 'team/two.md': bad.replace('triage', 'refunds') })
    const session = await answer(
      cwd,
      ['init', 'team'],
      [
        ['Write a configuration', enter],
        ['Which program loads team?', down + enter],
        ['Which rules?', enter],
        ['Set aside', 'n'],
        ['Lint before each commit', 'n'],
        ['Lint pull requests', 'n'],
      ],
    )
    expect(session).toMatchObject({ asked: 6, exitCode: 0 })
    const { hosts } = JSON.parse(readFileSync(join(cwd, 'agent-lint.config.json'), 'utf8'))
    expect(Object.keys(hosts)).toEqual(['team'])
    expect(hosts.team).not.toBe('claude-code')
  })
})
