import { describe, expect, it } from 'vitest'
import { agentFile, folderWith } from '../testing/run-built.ts'
import { runInspect } from './run-inspect.ts'

const path = '.claude/agents/keeper-of-the-ledger.md'
const lines = ['name: keeper', 'description: Keeps the ledger.', 'tools: Read, Bananas, Cherries, Elderberries']

async function printed(columns: number | undefined): Promise<string> {
  let text = ''
  const write = (more: string): void => {
    text += more
  }
  const cwd = folderWith({ [path]: `${agentFile(...lines)}\n## What you own\n\n- \`src/ledger/\`\n` })
  await runInspect({ argv: [], cwd, variables: {}, stdout: { write, columns }, stderr: { write } }, [], {
    format: 'table',
  })
  return text
}

describe('inspect', () => {
  it('is a line a file, and in a terminal too narrow for that a block', async () => {
    const whole = await printed(undefined)
    expect(whole).toMatch(
      /^\.claude\/agents\/keeper-of-the-ledger\.md +claude-code +yes +keeper +inherits +Read +`tools` loses/m,
    )
    expect(await printed(400)).toBe(whole)
    const narrow = await printed(80)
    expect(narrow).toMatch(new RegExp(`^${path}\\n {2}host `))
    const own = (text: string): string => text.slice(text.indexOf('\nagent '))
    expect(own(narrow)).toBe(own(whole))
    expect(
      narrow
        .slice(0, narrow.indexOf('\nagent '))
        .split('\n')
        .filter((line) => line.length > 80),
    ).toEqual([])
  })
})
