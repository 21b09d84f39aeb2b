import { readFileSync } from 'node:fs'
import { join } from 'node:path'
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

  it('are known', () => {
    const { stderr } = runBuilt(['--host', 'claude-code,copilto'], { cwd: folderWith(files) })
    expect(stderr).toContain('did you mean copilot?')
  })

  it('get the fixes that are promised, whether the flag or the configuration names them', () => {
    const config = { 'agent-lint.config.json': JSON.stringify({ host: ['claude-code', 'copilot'] }) }
    for (const [more, flags] of [
      [{}, ['--host', 'claude-code,copilot']],
      [config, []],
    ] as const) {
      const cwd = folderWith({ ...files, ...more })
      expect(runBuilt(flags, { cwd }).stdout).toContain('1 fixable with --fix')
      const { exitCode, stdout } = runBuilt([...flags, '--fix'], { cwd })
      expect(stdout).toContain('1 fixed in 1 file')
      expect(stdout).not.toContain('invalid-yaml')
      expect(exitCode).toBe(0)
      expect(readFileSync(join(cwd, '.claude/agents/a.md'), 'utf8')).toBe(
        colon.replace('Finds things: quickly and well.', '"Finds things: quickly and well."'),
      )
    }
  })

  it('are each asked whether a fix is safe for them', () => {
    // One of these hosts has dropped both tools; the other still has the first of them, and never had the second.
    const listed = agentFile('name: a', 'description: Finds things.', 'tools: Read, Glob, LS, TeamCreate')
    const path = '.claude/agents/a.md'
    const mended = (...flags: readonly string[]): string => {
      const cwd = folderWith({ [path]: listed })
      runBuilt([...flags, '--fix'], { cwd })
      return readFileSync(join(cwd, path), 'utf8')
    }
    const both = ['--host', 'claude-code,factory']
    expect(mended('--host', 'claude-code')).toContain('tools: Read, Glob\n')
    expect(mended(...both)).toContain('tools: Read, Glob, LS\n')
    expect(mended(...both, '--unsafe-fixes')).toContain('tools: Read, Glob\n')
    const { stdout } = runBuilt([...both, '--info'], { cwd: folderWith({ [path]: listed }) })
    expect(stdout).toContain('remove it, although Factory would see something else then (--fix')
    expect(stdout).toContain('1 fixable with --fix, 1 more with --unsafe-fixes')
  })
})
