import { describe, expect, it } from 'vitest'
import { lint } from '../../composition.ts'
import { parseBaseline } from '../../config/baseline-file.ts'
import { emptyConfig } from '../../config/config.ts'
import type { BaselineEntry } from '../../core/baseline.ts'
import { createMemoryFileSystem } from '../../io/memory-fs.ts'
import { agentFile } from '../../testing/run-built.ts'

const good = agentFile('name: good', 'description: Finds where things are defined.')
const entry = (path: string, rule = 'unknown-tool'): BaselineEntry => ({ rule, agents: [path], value: 'x', count: 1 })

/** Which entries are said to be gone, and which an update keeps. */
async function judged(
  files: Parameters<typeof createMemoryFileSystem>[0],
  entries: readonly BaselineEntry[],
  paths: string[] = [],
) {
  const fs = createMemoryFileSystem(files)
  const baseline = { path: 'agent-lint-baseline.json', folder: fs.cwd, text: '', entries }
  const { report, nextBaseline } = await lint(fs, { paths, config: emptyConfig, configFolder: fs.cwd, baseline })
  const stale = report.diagnostics.filter(({ rule }) => rule === 'stale-baseline')
  return {
    stale: stale.map(({ data }) => String(data.agents)),
    kept: nextBaseline('warning').map(({ agents }) => String(agents)),
  }
}

describe('an entry', () => {
  const files = { '.claude/agents/good.md': good }

  it.each([
    ['a file that is read', files, '.claude/agents/good.md', true],
    ['a file that is gone', files, '.claude/agents/gone.md', true],
    ['a folder that is gone', files, 'other/.claude/agents/gone.md', true],
    [
      'a file that cannot be read',
      { ...files, '.claude/agents/shut.md': { failure: 'EACCES' } },
      '.claude/agents/shut.md',
      false,
    ],
    ['a file that is no agent of this run', { ...files, 'team/one.md': good }, 'team/one.md', false],
    ['a file outside', files, '../elsewhere/one.md', false],
  ])('about %s', async (_, tree, path, isGone) => {
    const { stale, kept } = await judged(tree, [entry(path)])
    expect(stale).toEqual(isGone ? [path] : [])
    expect(kept).toEqual(isGone ? [] : [path])
  })

  it('of a rule that there is not any more is gone', async () => {
    expect((await judged(files, [entry('.claude/agents/good.md', 'no-such-rule')])).stale.length).toBe(1)
  })

  it('about two files needs both to be read', async () => {
    const both = { ...entry('.claude/agents/good.md'), agents: ['.claude/agents/good.md', 'team/one.md'] }
    expect((await judged({ ...files, 'team/one.md': good }, [both])).kept.length).toBe(1)
    expect((await judged({ ...files, 'team/one.md': good }, [both], ['.claude', 'team'])).kept).toEqual([])
  })
})

describe('a file of a stranger', () => {
  it.each([
    ['deep', `{"version":1,"findings":${'['.repeat(300_000)}`],
    ['of a prototype', '{"version":1,"findings":[{"__proto__":{"rule":"a","agents":[],"value":"","count":1}}]}'],
    ['of no numbers', '{"version":1,"findings":[{"rule":"a","agents":[],"value":"","count":1e999}]}'],
    ['of negative numbers', '{"version":1,"findings":[{"rule":"a","agents":[],"value":"","count":-1}]}'],
  ])('is no baseline: %s', (_, text) => {
    expect(parseBaseline(text).ok).toBe(false)
  })
})
