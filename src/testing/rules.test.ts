import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { knownIds, lint, rules } from '../composition.ts'
import { parseBaseline } from '../config/baseline-file.ts'
import { baselineName } from '../config/baseline-name.ts'
import { type Config, emptyConfig } from '../config/config.ts'
import { loadConfig } from '../config/load-config.ts'
import type { Baseline } from '../core/baseline.ts'
import type { FileSystem } from '../io/file-system.ts'
import { createMemoryFileSystem } from '../io/memory-fs.ts'
import type { Rule } from '../kit/rule.ts'
import { reporters } from '../reporters/index.ts'
import { parseCases, type RuleCase } from './parse-cases.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const update = process.env['UPDATE_CASES'] === '1'

/** Examples are as short as they can be; what their descriptions are like is only looked at where a page is about that. */
const aboutDescriptions = rules.filter(({ meta }) => meta.category === 'description').map(({ meta }) => meta.id)

interface Outcome {
  readonly printed: string
  readonly found: { readonly rule: string; readonly messageId: string; readonly quoted: string }[]
}

async function run({ files, host }: RuleCase, { id, category, presets, severity }: Rule['meta']): Promise<Outcome> {
  // Examples with more than agents in them are of a repository.
  const isRepository = Object.keys(files).some((path) => !path.endsWith('.md'))
  const fs = createMemoryFileSystem(files, '/project', isRepository)
  // Every rule that the page's rule may be confused with runs too: one finding a cause.
  const isOff = !presets.includes('recommended')
  const own = await configOf(fs, files)
  const quiet = category === 'description' ? [] : aboutDescriptions.map((other) => [other, 'off'] as const)
  const config = {
    ...own,
    rules: new Map([
      ...quiet,
      ...(isOff ? ([[id, severity === 'host' ? 'on' : severity]] as const) : []),
      ...own.rules,
    ]),
  }
  const paths = Object.keys(files).some((path) => path.startsWith('.')) ? [] : ['.']
  const { report } = await lint(fs, { paths, config, configFolder: fs.cwd, host, baseline: baselineOf(files) })
  const reporter = await reporters.pretty(false)
  const options = { color: false, width: 100, quiet: false, info: true, workspacePath: (path: string) => path }
  const found = report.diagnostics.map(({ rule, messageId, path, span }) => {
    const text = report.texts.get(path) ?? ''
    expect(span.start).toBeLessThanOrEqual(span.end)
    expect(span.end).toBeLessThanOrEqual(text.length)
    return { rule, messageId, quoted: text.slice(span.start, span.end) }
  })
  return { printed: reporter(report, options), found }
}

function baselineOf(files: RuleCase['files']): Baseline | undefined {
  const text = files[baselineName]
  const read = typeof text === 'string' ? parseBaseline(text) : undefined
  return read?.ok === true ? { path: baselineName, folder: '/project', text: String(text), ...read } : undefined
}

/** An example may have a configuration of its own, to show options. */
async function configOf(fs: FileSystem, files: RuleCase['files']): Promise<Config> {
  const path = 'agent-lint.config.json'
  if (!Object.hasOwn(files, path)) return emptyConfig
  const result = await loadConfig(fs, { path, none: false, start: fs.cwd, known: knownIds })
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return result.config
}

for (const { meta } of rules) {
  const folder = join(root, 'rules', meta.category, meta.id)
  const page = readFileSync(join(folder, 'README.md'), 'utf8')

  describe(meta.id, () => {
    const cases = parseCases(page)
    const seen = new Set<string>()

    it.each(cases.map((example, i) => [`${i + 1}: ${example.title}`, example] as const))('%s', async (_, example) => {
      const { printed, found } = await run(example, meta)
      const own = found.filter(({ rule }) => rule === meta.id)
      for (const { messageId } of own) seen.add(messageId)
      if (update) return
      if (example.kind === 'invalid') {
        expect(own.length, 'an invalid example has a finding of its rule').toBeGreaterThan(0)
        expect(printed).toBe(example.expected)
        expect(printed, 'every placeholder is filled').not.toContain('{{')
      } else {
        expect(found.filter(({ rule }) => rule === meta.id)).toEqual([])
        if (example.expected !== undefined) expect(printed).toBe(example.expected)
      }
    })

    it('has a page with all its parts', () => {
      expect(page.startsWith(`# ${meta.id}\n`)).toBe(true)
      for (const part of ['## Why', '## How to fix', '## Valid', '## Invalid', '## Precision'])
        expect(page).toContain(part)
      expect(cases.some(({ kind }) => kind === 'valid')).toBe(true)
      expect(cases.some(({ kind }) => kind === 'invalid')).toBe(true)
      expect(cases.filter(({ kind, expected }) => kind === 'invalid' && expected === undefined)).toEqual([])
    })

    it('shows every message that it can give', () => {
      expect([...seen].toSorted()).toEqual(Object.keys(meta.messages).toSorted())
    })
  })

  if (update) {
    it(`rewrites the examples of ${meta.id}`, async () =>
      writeFileSync(join(folder, 'README.md'), await rewritten(page, meta)))
  }
}

/** The page with what is printed now; from the last example to the first, so that line numbers hold. */
async function rewritten(page: string, meta: Rule['meta']): Promise<string> {
  const lines = page.split('\n')
  for (const example of parseCases(page).toReversed()) {
    if (example.expectedLines === undefined) continue
    const { printed } = await run(example, meta)
    const [from, to] = example.expectedLines
    lines.splice(from, to - from, ...printed.replace(/\n$/, '').split('\n'))
  }
  return lines.join('\n')
}
