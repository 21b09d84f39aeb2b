import { describe, expect, it } from 'vitest'
import { ruleIds } from '../composition.ts'
import type { Environment } from './environment.ts'
import { listRules } from './list-rules.ts'

async function printed(stdout: Partial<Environment['stdout']>): Promise<string[]> {
  let text = ''
  const write = (more: string): boolean => {
    text += more
    return true
  }
  await listRules({ stdout: { ...stdout, write } } as Environment, 'table')
  return text.trimEnd().split('\n')
}

describe('the list of rules', () => {
  it('fits into a terminal, rule by rule', async () => {
    const lines = await printed({ isTTY: true, columns: 80 })
    expect(lines.filter((line) => line.length > 80)).toEqual([])
    const named = lines.map((line) => line.split(' ')[0]).filter((word) => ruleIds.includes(word ?? ''))
    expect(named).toEqual(ruleIds)
  })

  it('is a line a rule, with all that is known, where there is room or no terminal', async () => {
    const lines = await printed({})
    expect(lines).toHaveLength(1 + ruleIds.length)
    expect(lines[0]).toMatch(/^rule +severity +presets +confidence +fixes +hosts +since +what it says$/)
    expect(await printed({ isTTY: true, columns: 400 })).toEqual(lines)
  })
})
