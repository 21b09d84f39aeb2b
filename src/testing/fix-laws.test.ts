import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fix, inspect, lint, rules } from '../composition.ts'
import { emptyConfig } from '../config/config.ts'
import type { FixLevel } from '../core/fix.ts'
import { slice } from '../core/span.ts'
import { newErrors } from '../engine/fix/roll-back.ts'
import { createMemoryFileSystem } from '../io/memory-fs.ts'
import { type MadeFiles, madeFiles } from './agent-files.ts'
import { documentAs, sourceOf } from './read-as.ts'

const runs = Number(process.env.AGENT_LINT_RUNS ?? 1000)
const parameters = { numRuns: runs }
const timeout = 120_000 + runs * 200

type Files = MadeFiles['files']

const system = (files: Files) => createMemoryFileSystem(files, '/project', true)

const request = (config = emptyConfig) => ({ paths: ['.'], config, configFolder: '/project' })

async function fixed(files: Files, level: FixLevel, config = emptyConfig) {
  const result = await fix(system(files), request(config), level)
  const changes = new Map(result.changes.map(({ path, after }) => [path, after]))
  const after = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, changes.get(path) ?? text]))
  return { ...result, after }
}

const readers: Readonly<Record<string, readonly string[]>> = {
  '.claude/agents': ['claude-code', 'copilot', 'vscode'],
  '.github/agents': ['copilot', 'vscode'],
}

/**
 * What each reader of a folder sees of a file that it loads; but where it saves what it can of broken YAML, line by line,
 * it gets more to see by a fix, and what it saw is only known roughly.
 */
async function seen(files: Files): Promise<Map<string, unknown>> {
  const { agents } = await inspect(system(files), { ...request(), hosts: ['claude-code', 'copilot', 'vscode'] })
  const all = agents.flatMap(({ path, root, hosts, text }) =>
    (readers[root] ?? [])
      .filter((host) => documentAs(host, sourceOf(text, path)).frontmatter.state !== 'salvaged')
      .map((host) => [`${host} ${path}`, hosts[host]] as const),
  )
  return new Map(
    all.flatMap(([key, verdict]): [string, unknown][] => {
      if (verdict?.loads !== true) return []
      const { name, description, model, tools } = verdict
      return [[key, { name, description, model, tools }]]
    }),
  )
}

/** What each of some hosts sees of the files that it loads, the prompt too. */
async function seenByAll(files: Files, hosts: readonly string[]): Promise<Map<string, unknown>> {
  const { agents } = await inspect(system(files), { ...request(), hosts })
  const all = agents.flatMap(({ path, text, hosts: verdicts }) =>
    Object.entries(verdicts).flatMap(([host, { loads, name, description, model, tools }]): [string, unknown][] => {
      const prompt = slice(text, documentAs(host, sourceOf(text, path)).body)
      return loads ? [[`${host} ${path}`, { name, description, model, tools, prompt }]] : []
    }),
  )
  return new Map(all)
}

const hostOf = (path: string): string => (path.startsWith('.claude') ? 'claude-code' : 'copilot')

const promptOf = (path: string, text: string): string => {
  const { body } = documentAs(hostOf(path), sourceOf(text, path))
  return slice(text, body)
}

const isAgent = (path: string): boolean => path.endsWith('.md')

/** The mark at the start, whether the last line ends, and the line breaks: how many kinds, and of more than one, no matter which. */
function shapeOf(text: string) {
  const hasUnix = /(?<!\r)\n/.test(text)
  const hasWindows = text.includes('\r\n')
  const breaks = hasUnix && hasWindows ? 'mixed' : hasUnix ? 'unix' : 'windows'
  return { mark: text.startsWith('\uFEFF'), end: text.endsWith('\n'), breaks }
}

/** Every rule that has fixes, those that only strict fleets have too. */
const strictRules = ['mixed-line-endings', 'name-file-mismatch']
const everyFix = { ...emptyConfig, rules: new Map(strictRules.map((id) => [id, 'on' as const])) }

/** What holds for both kinds of fixes. */
async function checkFixes(files: Files, level: FixLevel): Promise<Files> {
  const before = await lint(system(files), request(everyFix))
  const { after, report, left } = await fixed(files, level, everyFix)
  if (level === 'safe') expect(left, 'nothing safe is taken back').toEqual([])
  expect(newErrors(before.all, report.diagnostics), 'no error is new').toEqual([])
  const really = await lint(system(after), request(everyFix))
  expect(report.diagnostics, 'what is said is what is so').toEqual(really.report.diagnostics)
  expect((await fixed(after, level, everyFix)).after, 'made twice, they are made once').toEqual(after)
  return after
}

/** The block ends in two places, and one of its readers takes a parser that no other file of the fleet needs. */
const tornBlock: MadeFiles = {
  files: {
    '.claude/agents/alpha.md':
      '---\ntools: MultiEdit, Read, Edit\ndescription: Reviews code. ---\n  Reviews code. Use when\nname: alpha\n---\n\n',
  },
}

/** What stands in the last item goes on in the next line, which no host reads as YAML. */
const tornList: MadeFiles = {
  files: {
    '.claude/agents/alpha.md': '---\nname: alpha\ndescription: Use when\ntools: Read\n---\n\n',
    '.claude/agents/beta.md':
      '---\nname: alpha\ndescription: "Use when"\ntools: Read\ndisallowedTools: Edit, Grep, Edit\n\tindented: x\n---\n\n',
  },
}

describe('fixes', () => {
  it('that are safe leave what every reader sees as it was, and the prompt', { timeout }, async () => {
    const property = fc.asyncProperty(madeFiles, async ({ files }) => {
      const after = await checkFixes(files, 'safe')
      const now = await seen(after)
      for (const [key, value] of await seen(files)) expect(now.get(key), key).toEqual(value)
      for (const path of Object.keys(files).filter(isAgent)) {
        expect(promptOf(path, after[path] ?? '')).toBe(promptOf(path, files[path] ?? ''))
      }
    })
    await fc.assert(property, { ...parameters, examples: [[tornBlock], [tornList]] })
  })

  it('that are safe are so for every host that the user names', { timeout }, async () => {
    const named = ['claude-code', 'factory', 'gemini-cli', 'opencode', 'qwen-code']
    const property = fc.asyncProperty(madeFiles, fc.subarray(named, { minLength: 2 }), async ({ files }, hosts) => {
      const several = { ...request(), host: hosts }
      const { changes } = await fix(system(files), several, 'safe')
      const mended = new Map(changes.map(({ path, after }) => [path, after]))
      const after = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, mended.get(path) ?? text]))
      const [before, now] = await Promise.all([files, after].map((some) => seenByAll(some, hosts)))
      for (const [key, value] of before ?? []) expect(now?.get(key), key).toEqual(value)
    })
    const twice: MadeFiles = {
      files: { '.claude/agents/alpha.md': '---\nname: alpha\ndescription: Reviews code.\ntools: LS, LS, Glob\n---\n' },
    }
    const examples: [MadeFiles, string[]][] = [[twice, ['claude-code', 'factory']]]
    await fc.assert(property, { numRuns: Math.ceil(runs / 5), examples })
  })

  it('that are not, bring no error, and come to an end', { timeout }, async () => {
    const property = fc.asyncProperty(madeFiles, async ({ files }) => {
      await checkFixes(files, 'unsafe')
    })
    await fc.assert(property, parameters)
  })

  it('keep the mark, the line breaks and an open last line, but for the two that are about them', {
    timeout,
  }, async () => {
    const shapeRules = ['byte-order-mark', 'mixed-line-endings']
    const config = { ...emptyConfig, rules: new Map(shapeRules.map((id) => [id, 'off' as const])) }
    const property = fc.asyncProperty(madeFiles, async ({ files }) => {
      const { after } = await fixed(files, 'unsafe', config)
      for (const [path, text] of Object.entries(files)) {
        const shape = shapeOf(text)
        const now = shapeOf(after[path] ?? '')
        // Where a file has both kinds, the only line of one of them may be what is removed.
        expect(now).toEqual(shape.breaks === 'mixed' ? { ...shape, breaks: now.breaks } : shape)
      }
    })
    await fc.assert(property, parameters)
  })

  it('of frontmatter leave the prompt as it was, byte for byte', { timeout }, async () => {
    // What moves a fence changes what the prompt is, and what is about the prompt changes that.
    const elsewhere = rules.filter(
      ({ meta }) =>
        ['broken-fence', 'broken-code-fence'].includes(meta.id) || ['ownership', 'escalation'].includes(meta.category),
    )
    const config = { ...emptyConfig, rules: new Map(elsewhere.map(({ meta }) => [meta.id, 'off' as const])) }
    const property = fc.asyncProperty(madeFiles, async ({ files }) => {
      const { after } = await fixed(files, 'unsafe', config)
      for (const path of Object.keys(files).filter(isAgent)) {
        expect(promptOf(path, after[path] ?? '')).toBe(promptOf(path, files[path] ?? ''))
      }
    })
    await fc.assert(property, parameters)
  })
})
