import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { fix, hostIds, hostsOf, knownIds, type LintRunRequest, lint, rules } from '../composition.ts'
import { parseBaseline } from '../config/baseline-file.ts'
import { baselineName } from '../config/baseline-name.ts'
import { type Config, emptyConfig } from '../config/config.ts'
import { loadConfig } from '../config/load-config.ts'
import type { Baseline } from '../core/baseline.ts'
import { applicableFix } from '../core/fix.ts'
import { formerAgent } from '../engine/former-names.ts'
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
  readonly found: {
    readonly rule: string
    readonly messageId: string
    readonly quoted: string
    readonly isError: boolean
    /** The flags that mend it; empty where none do. */
    readonly mendedBy: string
  }[]
}

async function runOf(
  { files, deleted, host }: RuleCase,
  { id, category, presets, severity }: Rule['meta'],
): Promise<{ fs: FileSystem; request: LintRunRequest }> {
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
  return {
    fs,
    request: {
      paths,
      config,
      configFolder: fs.cwd,
      host: host === undefined ? [] : [host],
      baseline: baselineOf(files),
      former: Object.entries(deleted).map(([path, text]) => formerAgent(`${fs.cwd}/${path}`, String(text))),
    },
  }
}

async function run(example: RuleCase, meta: Rule['meta']): Promise<Outcome> {
  const { fs, request } = await runOf(example, meta)
  const { report } = await lint(fs, request)
  const reporter = await reporters.pretty(false)
  const options = { color: false, width: 100, quiet: false, info: true, workspacePath: (path: string) => path }
  const found = report.diagnostics.map(({ rule, messageId, path, span, severity, fixes }) => {
    const text = report.texts.get(path) ?? ''
    expect(span.start).toBeLessThanOrEqual(span.end)
    expect(span.end).toBeLessThanOrEqual(text.length)
    const applicability = applicableFix(fixes, 'unsafe')?.applicability
    for (const { start, end } of fixes.flatMap(({ edits }) => edits)) {
      expect(text.slice(start, end).length, `a fix of ${rule} lies in its file`).toBe(end - start)
    }
    return {
      rule,
      messageId,
      quoted: text.slice(span.start, span.end),
      isError: severity === 'error',
      mendedBy: applicability === undefined ? '' : applicability === 'safe' ? '--fix' : '--fix --unsafe-fixes',
    }
  })
  return { printed: reporter(report, options), found }
}

/** The files that the fixes change, and the errors that are left then. */
async function runFixes(example: RuleCase, meta: Rule['meta']) {
  const { fs, request } = await runOf(example, meta)
  const { changes, left, all } = await fix(fs, request, 'unsafe')
  expect(left, 'no fix is taken back').toEqual([])
  return { fixed: new Map(changes.map(({ path, after }) => [path, after])), left: all }
}

/** Messages that come with a fix which no example on the page shows. */
const unshown = (outcomes: readonly (readonly [RuleCase, Outcome])[], id: string): Map<string, RuleCase> => {
  const isShown = new Set<string>()
  const missing = new Map<string, RuleCase>()
  for (const [example, { found }] of outcomes) {
    for (const { messageId, rule, mendedBy } of found) {
      if (rule !== id || mendedBy === '') continue
      if (example.fixed.length > 0) isShown.add(messageId)
      else if (!missing.has(messageId)) missing.set(messageId, example)
    }
  }
  for (const messageId of isShown) missing.delete(messageId)
  return missing
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
    const outcomes: (readonly [RuleCase, Outcome])[] = []

    it.each(cases.map((example, i) => [`${i + 1}: ${example.title}`, example] as const))('%s', async (_, example) => {
      const outcome = await run(example, meta)
      const { printed, found } = outcome
      outcomes.push([example, outcome])
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

    it.each(cases.filter(({ fixed }) => fixed.length > 0))(
      'has fixes that do what is shown: $title',
      async (example) => {
        if (update) return
        const { found } = await run(example, meta)
        const { fixed, left } = await runFixes(example, meta)
        expect(Object.fromEntries(fixed)).toEqual(
          Object.fromEntries(example.fixed.map(({ path, content }) => [path, content])),
        )
        // A finding that a fix is for is gone, and no error is new.
        expect(left.filter(({ rule, fixes }) => rule === meta.id && applicableFix(fixes, 'unsafe'))).toEqual([])
        const errors = found.filter(({ isError }) => isError).length
        expect(left.filter(({ severity }) => severity === 'error').length).toBeLessThanOrEqual(errors)
      },
    )

    it('shows every fix that it can make', () => {
      if (!update) expect([...unshown(outcomes, meta.id).keys()]).toEqual([])
    })

    it('says of itself what its fixes are, as the page shows them', () => {
      if (update) return
      const own = outcomes.flatMap(([, { found }]) => found.filter(({ rule }) => rule === meta.id))
      const flags = new Set(own.map(({ mendedBy }) => mendedBy).filter((mendedBy) => mendedBy !== ''))
      const shown = flags.size === 2 ? 'both' : flags.has('--fix') ? 'safe' : flags.size === 1 ? 'unsafe' : undefined
      expect(meta.fixable).toBe(shown)
    })

    it('has nothing to say of hosts that lack what it needs', async () => {
      const named = hostsOf(meta)
      for (const host of named === undefined ? [] : hostIds.filter((id) => !named.includes(id))) {
        for (const example of cases) {
          const { found } = await run({ ...example, host }, meta)
          expect(found.filter(({ rule }) => rule === meta.id)).toEqual([])
        }
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

/** The page with what is printed and mended now; from the last example to the first, so that line numbers hold. */
async function rewritten(page: string, meta: Rule['meta']): Promise<string> {
  const lines = page.split('\n')
  const cases = parseCases(page)
  const outcomes = await Promise.all(cases.map(async (example) => [example, await run(example, meta)] as const))
  const toShow = new Set(unshown(outcomes, meta.id).values())
  for (const [example, { printed, found }] of outcomes.toReversed()) {
    if (example.fixed.length > 0 || toShow.has(example)) {
      const { fixed } = await runFixes(example, meta)
      for (const {
        path,
        lines: [from, to],
      } of example.fixed.toReversed()) {
        lines.splice(from, to - from, ...shownLines(fixed.get(path) ?? ''))
      }
      const flags = found.map(({ mendedBy }) => mendedBy).toSorted()
      if (toShow.has(example)) lines.splice(example.end + 1, 0, ...blocks(fixed, flags.at(-1) ?? ''))
    }
    if (example.expectedLines === undefined) continue
    const [from, to] = example.expectedLines
    lines.splice(from, to - from, ...shownLines(printed))
  }
  return lines.join('\n')
}

const shownLines = (text: string): string[] => text.replaceAll('\r', '').replace(/\n$/, '').split('\n')

const blocks = (fixed: ReadonlyMap<string, string>, flags: string): string[] => [
  '',
  `With \`${flags}\`:`,
  ...[...fixed].flatMap(([path, text]) => ['', `\`\`\`md fixed=${path}`, ...shownLines(text), '```']),
]
