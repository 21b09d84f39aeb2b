import { describe, expect, it } from 'vitest'
import { agentFile, folderWith, runBuilt } from '../testing/run-built.ts'

const colon = '---\nname: a\ndescription: Finds things: quickly and well.\n---\nDo.\n'
const lost = agentFile('name: b', 'description: Reads the logs of the night.').concat('\nWithin 10 \uFFFDs.\n')
const files = { '.claude/agents/a.md': colon, '.claude/agents/b.md': lost }

interface Found {
  readonly rule: string
  readonly severity: string
  readonly message: string
}

function found(cwd: string, ...args: readonly string[]): Found[] {
  return JSON.parse(runBuilt([...args, '--format', 'json'], { cwd }).stdout).diagnostics
}

describe('several hosts', () => {
  it('each say what they do with a file', () => {
    const yaml = found(folderWith(files), '--host', 'claude-code,copilot').filter(({ rule }) => rule === 'invalid-yaml')
    expect(yaml.map(({ severity }) => severity).toSorted()).toEqual(['error', 'warning'])
    expect(yaml.some(({ message }) => message.includes('Claude Code mends the line'))).toBe(true)
    expect(yaml.some(({ message }) => /Copilot CLI (?:does not load|refuses)/.test(message))).toBe(true)
  })

  it('have one finding where they agree', () => {
    const texts = found(folderWith(files), '--host', 'claude-code,vscode').filter(({ rule }) => rule === 'corrupt-text')
    expect(texts.length).toBe(1)
    expect(texts[0]?.message).not.toContain('(for ')
  })

  it('may stand in the configuration, for all folders or for one', () => {
    const expected = found(folderWith(files), '--host', 'claude-code,copilot')
    for (const config of [
      { host: ['claude-code', 'copilot'] },
      { hosts: { '.claude/agents': ['claude-code', 'copilot'] } },
    ]) {
      expect(found(folderWith({ ...files, 'agent-lint.config.json': JSON.stringify(config) }))).toEqual(expected)
    }
  })

  it('count their agents once', () => {
    const { stdout } = runBuilt(['--host', 'claude-code,vscode'], { cwd: folderWith(files) })
    expect(stdout.trimEnd().split('\n').at(-1)).toContain('in 2 agents (claude-code, vscode)')
  })

  it('are known, and fixes are for one', () => {
    const cwd = folderWith(files)
    expect(runBuilt(['--host', 'claude-code,copilto'], { cwd }).stderr).toContain('did you mean copilot?')
    const { exitCode, stderr } = runBuilt(['--host', 'claude-code,copilot', '--fix'], { cwd })
    expect(exitCode).toBe(2)
    expect(stderr).toContain('name one with --host')
  })
})
