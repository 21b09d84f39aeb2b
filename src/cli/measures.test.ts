import { describe, expect, it } from 'vitest'
import { rules } from '../composition.ts'
import { timeRules } from '../engine/timed-rules.ts'
import { createMemoryFileSystem } from '../io/memory-fs.ts'
import { timeReads } from '../io/timed-fs.ts'
import { agentFile, folderWith, runBuilt } from '../testing/run-built.ts'

const fleet = folderWith({
  '.claude/agents/a.md': agentFile(
    'name: a',
    'description: Sorts the tickets that came in.',
    'tools: Read, grep',
    'model: gpt-4o',
  ),
  '.claude/agents/b.md': agentFile('name: b', 'description: Files the letters of each week.', 'tools: Read, grep'),
  '.claude/agents/README.md': 'Ours.',
})

describe('--stats', () => {
  it('says on stderr what was read and what each rule found, most often first', () => {
    const { stdout, stderr, exitCode } = runBuilt(['--stats', '--format', 'json'], { cwd: fleet })
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout).summary.warnings).toBe(3)
    expect(stderr.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['1 fleet, 2 agents, 2 files (1 passed over)'],
      ['rule', 'findings', 'errors', 'warnings', 'infos', 'files', 'fixable'],
      ['unknown-tool', '2', '0', '2', '0', '2', expect.any(String)],
      ['unknown-model', '1', '0', '1', '0', '1', expect.any(String)],
      [''],
    ])
  })
})

describe('--timing', () => {
  it('says on stderr what took how long, and changes nothing else', () => {
    const plain = runBuilt([], { cwd: fleet })
    const { stdout, stderr, exitCode } = runBuilt(['--timing'], { cwd: fleet })
    expect([stdout, exitCode]).toEqual([plain.stdout, plain.exitCode])
    const rows = new Map(
      stderr
        .trimEnd()
        .split('\n')
        .map((line) => /^ *(.*?) {2,}([\d.]+|ms)$/.exec(line)?.slice(1, 3) as [string, string]),
    )
    expect([...rows.keys()].slice(0, 4)).toEqual(['time', 'configuration', 'linting', 'printing'])
    expect([...rows.keys()].filter((name) => rules.some(({ meta }) => meta.id === name))).toHaveLength(10)
    const time = (name: string) => Number(rows.get(name))
    const phases = time('configuration') + time('linting') + time('printing')
    expect(Math.abs(phases - time('together, without the start of Node'))).toBeLessThan(0.3)
    expect(time('of these, rules')).toBeLessThanOrEqual(time('linting'))
  })

  it('adds up what each rule and each read takes', () => {
    let now = 0
    const clock = () => now
    const pass = (milliseconds: number): undefined => {
      now += milliseconds
    }
    const [rule] = rules
    if (rule === undefined) throw new Error('there are no rules')
    const slow = { ...rule, kind: 'failure' as const, check: () => pass(5) }
    const { rules: timed, spent } = timeRules([slow], clock)
    for (const one of timed)
      if (one.kind === 'failure') for (const path of ['a', 'b']) one.check({ path, code: '', why: '' }, () => {}, {})
    expect([...spent]).toEqual([[rule.meta.id, 10]])
    const cost = { files: 0, folders: 0, milliseconds: 0 }
    const fs = timeReads({ ...createMemoryFileSystem({ 'a.md': 'x' }), kindOf: () => pass(3) }, cost, clock)
    expect(fs.kindOf('a.md')).toBe(undefined)
    expect(fs.readFile('a.md').ok).toBe(true)
    expect(fs.readDirectory('.').ok).toBe(true)
    expect(cost).toEqual({ files: 1, folders: 1, milliseconds: 3 })
  })
})
