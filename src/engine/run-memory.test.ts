import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LintRunRequest, lint } from '../composition.ts'
import { emptyConfig } from '../config/config.ts'
import { createMemoryFileSystem } from '../io/memory-fs.ts'
import { madeFiles } from '../testing/agent-files.ts'
import { createMemory, type RunMemory, settingsFrom } from './run-memory.ts'

type Files = Readonly<Record<string, string>>

async function messagesOf(files: Files, memory?: RunMemory, more: Partial<LintRunRequest> = {}): Promise<string[]> {
  const fs = createMemoryFileSystem(files)
  const { report } = await lint(fs, { paths: [], config: emptyConfig, configFolder: fs.cwd, memory, ...more })
  return report.diagnostics.map(({ path, span, rule, message }) => `${path} ${span.start} ${rule} ${message}`)
}

describe('a run that remembers others', () => {
  it('says of files that took a parser what it would say without', async () => {
    const odd =
      '---\nname: api\ndescription: Use for endpoints: routes and tests of the whole service\nhooks:\n  Stop: [{ hooks: [{ type: command, command: date }] }]\n---\nBuild it.\n'
    const files = { '.claude/agents/api.md': odd }
    const memory = createMemory()
    // Nobody asks what other hosts do with the file in the first run, and it is parsed only then.
    const quiet = { config: { ...emptyConfig, presets: [], rules: new Map([['frontmatter/*', 'off' as const]]) } }
    expect(await messagesOf(files, memory, quiet)).toEqual([])
    expect((await messagesOf(files, memory)).join('\n')).toContain('Copilot CLI')
  })

  it('says what one says that does not, whatever changed in between', async () => {
    const states = fc.array(madeFiles, { minLength: 2, maxLength: 4 })
    const law = fc.asyncProperty(states, async (all) => {
      const memory = createMemory()
      // Back to the first one, as when a fix is taken back.
      for (const { files } of [...all, ...all.slice(0, 1)])
        expect(await messagesOf(files, memory)).toEqual(await messagesOf(files))
    })
    await fc.assert(law, { numRuns: 25 })
  }, 120_000)

  it('heeds a changed configuration', async () => {
    const memory = createMemory()
    const files = {
      '.claude/agents/a.md': '---\nname: a\ndescription: Builds the api\ntools: Read, Gateway\n---\nBuild it.\n',
    }
    const withTool = { config: { ...emptyConfig, knownTools: ['Gateway'] } }
    expect(await messagesOf(files, memory)).toEqual(await messagesOf(files))
    expect(await messagesOf(files, memory, withTool)).toEqual(await messagesOf(files, undefined, withTool))
    expect(await messagesOf(files)).not.toEqual(await messagesOf(files, undefined, withTool))
  })
})

describe('settings', () => {
  it('are made again only where what they are made from has changed', async () => {
    const memory = createMemory()
    let made = 0
    const make = async () => ({ made: made++ }) as never
    const first = await settingsFrom(memory, { tools: new Set(['a']) }, make)
    expect(await settingsFrom(memory, { tools: new Set(['a']) }, make)).toBe(first)
    expect(await settingsFrom(memory, { tools: new Set(['b']) }, make)).not.toBe(first)
    expect(made).toBe(2)
  })
})
