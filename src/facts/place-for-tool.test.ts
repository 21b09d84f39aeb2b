import { describe, expect, it } from 'vitest'
import { fix } from '../composition.ts'
import { emptyConfig } from '../config/config.ts'
import { createMemoryFileSystem } from '../io/memory-fs.ts'

const path = '.claude/agents/a.md'

const file = (tools: string) =>
  `---\nname: auditor\ndescription: Audits what was changed.\n${tools}\n---\n\nUse the \`WebFetch\` tool.\n`

/** What becomes of a list of tools to which the prompt has one more added. */
async function mended(tools: string): Promise<string> {
  const files = createMemoryFileSystem({ [path]: file(tools) }, '/project', true)
  const rules = new Map([['retired-tool', 'off' as const]])
  const request = { paths: ['.'], config: { ...emptyConfig, rules }, configFolder: '/project' }
  const { changes } = await fix(files, request, 'unsafe')
  return changes[0]?.after ?? file(tools)
}

const timesNamed = (text: string): number => text.split('WebFetch').length

describe('one more tool', () => {
  it.each([
    ['a text', 'tools: Read, Grep', 'tools: Read, Grep, WebFetch'],
    ['a text with a comment behind', 'tools: Read # all', 'tools: Read, WebFetch # all'],
    ['a text in quotes', 'tools: "Read, Grep"', 'tools: "Read, Grep, WebFetch"'],
    ['a text in single quotes', "tools: 'Read'", "tools: 'Read, WebFetch'"],
    ['a list in brackets', 'tools: [Read, Grep]', 'tools: [Read, Grep, WebFetch]'],
    ['one of quoted names', "tools: [ 'Read', 'Grep' ]", "tools: [ 'Read', 'Grep', 'WebFetch' ]"],
    ['one of several lines', 'tools: [\n  Read,\n  Grep\n  ]', 'tools: [\n  Read,\n  Grep, WebFetch\n  ]'],
    ['a list of lines', 'tools:\n  - Read\n  - "Grep"', 'tools:\n  - Read\n  - "Grep"\n  - "WebFetch"'],
    ['one with a key behind', 'tools:\n- Read\nmodel: opus', 'tools:\n- Read\n- WebFetch\nmodel: opus'],
    ['one of lines that end as in Windows', 'tools:\r\n- Read\r\n', 'tools:\r\n- Read\r\n- WebFetch\r\n'],
  ])('goes to the end of %s', async (_, before, after) => {
    expect(await mended(before)).toBe(file(after))
  })

  it.each([
    ['a folded text', 'tools: >\n  Read,\n  Grep'],
    ['a text of two lines', 'tools: Read,\n  Grep'],
    ['a text that ends with a comma', 'tools: Read,'],
    ['a list that ends with a comma', 'tools: [Read, Grep,]'],
    ['an anchor', 'tools: &a Read'],
    ['an alias at the end', 'model: &a Read\ntools: [Grep, *a]'],
    ['a list with a comment behind its last line', 'tools:\n  - Read # why'],
    ['an escape', 'tools: "Read, \\x47rep"'],
    ['a name that the host does not take', 'tools: Read, Quux'],
    ['a bracket that is open', 'tools: Read, Bash(git'],
    ['a broken block', 'tools: Read\nlink: a: b\n\tc'],
    ['the tool among the denied ones', 'tools: Read\ndisallowedTools: WebFetch'],
  ])('is not written behind %s', async (_, tools) => {
    expect(timesNamed(await mended(tools))).toBe(timesNamed(file(tools)))
  })
})
