import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileSchema } from '../data/schema.ts'
import { agentFile, folderWith, projectRoot, runBuilt } from '../testing/run-built.ts'

const fleet = (...lines: readonly string[]): string =>
  folderWith({ '.claude/agents/a.md': agentFile('name: a', 'description: Finds where things are defined.', ...lines) })

const silenced = (reason: string): string =>
  fleet(`# agent-lint-disable-next-line no-usable-tool -- ${reason}`, 'tools: bash')

describe('a silenced finding', () => {
  it('does not fail, and is counted', () => {
    const { exitCode, stdout } = runBuilt([], { cwd: silenced('the gateway adds it') })
    expect(stdout).toBe('1 agent, no problems (claude-code); 1 silenced by comments\n')
    expect(exitCode).toBe(0)
  })

  it('stands in the report for programs, with the reason', () => {
    const reason = 'a\u001b[2Jb ::error::c %0A d\u202e "e"'
    const { stdout } = runBuilt(['--format', 'json'], { cwd: silenced(reason) })
    const report = JSON.parse(stdout)
    const validate = compileSchema(JSON.parse(readFileSync(join(projectRoot, 'schemas/report.schema.json'), 'utf8')))
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true)
    expect(report.summary.suppressed).toBe(1)
    const found: { rule: string; suppressed: object | null }[] = report.diagnostics
    expect(found.find(({ rule }) => rule === 'no-usable-tool')?.suppressed).toEqual({ kind: 'inline', reason })
    expect(stdout).not.toMatch(/[\u001b\u202e]/)
  })

  it('is shown all the same with --no-inline, and nothing is said of comments', () => {
    const cwd = fleet(
      '# agent-lint-disable no-usable-tool, unknwon-tool',
      '# agent-lint-disable unknown-model',
      'tools: bash',
    )
    const { stdout, exitCode } = runBuilt(['--no-inline', '--format', 'compact'], { cwd })
    expect(stdout.match(/\[[\w-]+\]$/gm)).toEqual(['[no-usable-tool]'])
    expect(exitCode).toBe(1)
  })

  it('is out of focus with its file', () => {
    const cwd = silenced('why')
    const { stdout } = runBuilt(['.claude/agents/b.md'], {
      cwd: folderWith({
        '.claude/agents/a.md': readFileSync(join(cwd, '.claude/agents/a.md')),
        '.claude/agents/b.md': agentFile('name: b', 'description: Does what is left to do.'),
      }),
    })
    expect(stdout).toBe('2 agents, no problems (claude-code)\n')
  })
})

describe('a reason', () => {
  it('is asked for where the configuration says so', () => {
    const cwd = folderWith({
      '.claude/agents/a.md': agentFile(
        'name: a',
        'description: Finds where things are defined.',
        '# agent-lint-disable unknown-tool',
        'tools: Read, x',
      ),
      'agent-lint.config.json': '{"rules":{"unexplained-suppression":"error"}}',
    })
    const { stdout, exitCode } = runBuilt(['--format', 'compact'], { cwd })
    expect(stdout).toContain('nothing says why `unknown-tool` is silenced here [unexplained-suppression]')
    expect(exitCode).toBe(1)
  })
})

describe('a comment that a folder needs for its own host', () => {
  const path = '.claude/agents/a.md'
  const needed = agentFile('name: a', 'description: Finds.', '# agent-lint-disable unknown-tool', 'tools: Read, Sought')
  const mendedFor = (host: string, files: Readonly<Record<string, string>>, at = path): string => {
    const cwd = folderWith(files)
    expect(runBuilt(['--host', host, '.'], { cwd }).stdout).not.toContain('unused-suppression')
    runBuilt(['--host', host, '--fix', '.'], { cwd })
    return readFileSync(join(cwd, at), 'utf8')
  }

  it('stays where it is when another is asked about', () => {
    expect(mendedFor('gemini-cli', { [path]: needed })).toBe(needed)
    expect(mendedFor('copilot,gemini-cli', { [path]: needed })).toBe(needed)
    expect(mendedFor('gemini-cli', { 'agents/a.md': needed }, 'agents/a.md')).toBe(needed)
    const config = JSON.stringify({ hosts: { agents: 'claude-code' } })
    expect(mendedFor('gemini-cli', { 'agents/a.md': needed, 'agent-lint.config.json': config }, 'agents/a.md')).toBe(
      needed,
    )
  })

  it('goes when its own host is asked about and it silences nothing', () => {
    const unneeded = needed.replace(', Sought', '')
    for (const host of ['claude-code', 'claude-code,gemini-cli']) {
      const cwd = folderWith({ [path]: unneeded })
      expect(runBuilt(['--host', host], { cwd }).stdout).toContain('unused-suppression')
      runBuilt(['--host', host, '--fix'], { cwd })
      expect(readFileSync(join(cwd, path), 'utf8')).not.toContain('agent-lint-disable')
    }
  })
})
