import { describe, expect, it } from 'vitest'
import { fix } from '../composition.ts'
import { emptyConfig } from '../config/config.ts'
import { createMemoryFileSystem } from '../io/memory-fs.ts'

const path = 'toolbox/agents/a.md'

const file = (lines: string) =>
  `---\nname: auditor\ndescription: Audits what was changed.\n${lines}---\n\nYou are read-only.\n`

/** What becomes of an agent of a plugin, where some keys have no effect. */
async function mended(text: string): Promise<string> {
  const marker = { 'toolbox/.claude-plugin/plugin.json': '{ "name": "toolbox" }' }
  const files = createMemoryFileSystem({ ...marker, [path]: text }, '/project', true)
  const request = { paths: ['.'], config: emptyConfig, configFolder: '/project' }
  const { changes } = await fix(files, request, 'unsafe')
  return changes[0]?.after ?? text
}

describe('a key without effect', () => {
  it.each([
    ['of one line', 'tools: Read\nhooks: {}\n', 'tools: Read\n'],
    ['of several lines, with a key behind', 'hooks:\n  Stop:\n    - a\ntools: Read\n', 'tools: Read\n'],
    ['of a text in lines', 'tools: Read\ninitialPrompt: |\n  One.\n\n  Two.\n\n', 'tools: Read\n'],
    ['that is there with another one', 'tools: Read\nhooks: {}\nobserver: x\n', 'tools: Read\n'],
    [
      'in lines that end as in Windows',
      'tools: Read\r\nhooks: {}\r\nmodel: haiku\r\n',
      'tools: Read\r\nmodel: haiku\r\n',
    ],
    ['of servers whose tools are not listed', 'tools: Read\nmcpServers: {a: {}}\n', 'tools: Read\n'],
  ])('goes with its lines: one %s', async (_, before, after) => {
    expect(await mended(file(before))).toBe(file(after))
  })

  it.each([
    ['with a comment behind', 'tools: Read\nhooks: {} # why\n'],
    ['with a comment above', 'tools: Read\n# why\nhooks: {}\n'],
    ['with a comment below', 'hooks: {}\n# why\ntools: Read\n'],
    ['with an anchor', 'tools: Read\nhooks: &a {}\nobserver: *a\n'],
    ['with servers whose tools are listed', 'tools: Read, mcp__a__b\nmcpServers: {a: {}}\n'],
    ['that was to keep the agent from writing', 'tools: Read\npermissionMode: plan\n'],
  ])('stays: one %s', async (_, lines) => {
    expect(await mended(file(lines))).toContain(/(?:hooks|mcpServers|permissionMode): .*/.exec(lines)?.[0])
  })

  it('stays in a mapping in brackets', async () => {
    const text = '---\n{name: auditor,\ndescription: Audits what was changed.,\nhooks: {}}\n---\n\nYou look.\n'
    expect(await mended(text)).toBe(text)
  })
})
