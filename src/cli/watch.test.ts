import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { agentFile, folderWith, projectRoot, runBuilt } from '../testing/run-built.ts'

const descriptions = {
  search: 'Finds where things are defined.',
  other: 'Writes the release notes of each month.',
}

const agent = (name: keyof typeof descriptions, ...lines: readonly string[]): string =>
  agentFile(`name: ${name}`, `description: ${descriptions[name]}`, ...lines)

const path = '.claude/agents/search.md'

/** The program as it watches, with what it printed so far, and a way to wait for more. */
function watching(cwd: string) {
  const child = spawn(process.execPath, [join(projectRoot, 'bin/agent-lint.js'), '--watch'], { cwd })
  // Also where the test fails before it ends the program.
  onTestFinished(() => void child.kill('SIGKILL'))
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve))
  let printed = ''
  const take = (chunk: Buffer): void => {
    printed += String(chunk)
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  const until = async (text: string): Promise<string> => {
    for (const start = Date.now(); Date.now() - start < 30_000; ) {
      if (printed.includes(text)) return printed
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`never printed ${text}, but: ${printed}`)
  }
  const forget = (): void => {
    printed = ''
  }
  const end = (): Promise<number | null> => {
    child.kill('SIGINT')
    return exited
  }
  return { until, forget, end, exited }
}

describe('--watch', () => {
  it('lints again when an agent changes, comes, or the configuration comes, and ends with the last exit code', async () => {
    const cwd = folderWith({ [path]: agent('search') })
    const { until, forget, end } = watching(cwd)
    await until('watching 1 folder; Ctrl-C ends it')
    forget()
    writeFileSync(join(cwd, path), agent('search', 'tools: bash'))
    await until('1 error')
    expect(await until(`agent-lint: ${path} changed`)).toContain('no-usable-tool')
    forget()
    writeFileSync(join(cwd, '.claude/agents/other.md'), agent('other'))
    await until('1 error in 2 agents')
    forget()
    writeFileSync(join(cwd, 'agent-lint.config.json'), '{ "rules": { "no-usable-tool": "warning" } }')
    await until('1 warning in 2 agents')
    expect(await end()).toBe(0)
  }, 60_000)

  it('goes on where the configuration has a mistake', async () => {
    const cwd = folderWith({ [path]: agent('search', 'tools: bash'), 'agent-lint.config.json': '{}' })
    const { until, forget, end } = watching(cwd)
    await until('Ctrl-C ends it')
    forget()
    writeFileSync(join(cwd, 'agent-lint.config.json'), '{ "ruels": {} }')
    await until('did you mean `rules`?')
    forget()
    writeFileSync(join(cwd, 'agent-lint.config.json'), '{}')
    await until('1 error in 1 agent')
    expect(await end()).toBe(1)
  }, 60_000)

  it('waits where the agents are gone, and lints them when they come back', async () => {
    const cwd = folderWith({ [path]: agent('search') })
    const { until, forget, end } = watching(cwd)
    await until('Ctrl-C ends it')
    rmSync(join(cwd, '.claude'), { recursive: true })
    await until('no agents here')
    forget()
    mkdirSync(join(cwd, '.claude/agents'), { recursive: true })
    writeFileSync(join(cwd, path), agent('search', 'tools: bash'))
    await until('1 error in 1 agent')
    expect(await end()).toBe(1)
  }, 60_000)

  it('ends where its folder is gone, and says so', async () => {
    const cwd = join(folderWith({ [`project/${path}`]: agent('search') }), 'project')
    const { until, exited } = watching(cwd)
    await until('Ctrl-C ends it')
    rmSync(cwd, { recursive: true })
    expect(await exited).toBe(2)
    expect(await until('project was watched, and is gone')).not.toContain('unreadable-file')
  }, 60_000)

  it('goes on where the baseline has a mistake', async () => {
    const cwd = folderWith({ [path]: agent('search') })
    const { until, end } = watching(cwd)
    await until('Ctrl-C ends it')
    writeFileSync(join(cwd, 'agent-lint-baseline.json'), '{ "version')
    await until('agent-lint-baseline.json is no baseline')
    expect(await end()).toBe(2)
  }, 60_000)

  it('does not begin where there is nothing, nor where it would write all the time', () => {
    expect(runBuilt(['--watch'], { cwd: folderWith({ 'a.txt': '' }) }).exitCode).toBe(2)
    const { exitCode, stderr } = runBuilt(['--watch', '--update-baseline'], {
      cwd: folderWith({ [path]: agent('search') }),
    })
    expect(stderr).toContain('do not go together')
    expect(exitCode).toBe(2)
  })
})
