import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeRules } from '../composition.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { span } from '../core/span.ts'
import { compileSchema } from '../data/schema.ts'
import { agentFile, folderWith, projectRoot, runBuilt } from '../testing/run-built.ts'
import { diagnostic, hostileTexts, plainOptions, reportOf } from '../testing/sample-report.ts'
import { makeReporter } from './index.ts'
import { shortPage } from './rule-page.ts'
import { safeText } from './safe-text.ts'
import { uriOf } from './sarif-text.ts'

const validate = compileSchema(JSON.parse(readFileSync(join(projectRoot, 'src/testing/sarif.schema.json'), 'utf8')))

interface SarifRegion {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

interface SarifLocation {
  readonly id?: number
  readonly message?: { readonly text: string }
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string }
    readonly region: SarifRegion
  }
}

interface SarifResult {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly [SarifLocation]
  readonly relatedLocations?: readonly SarifLocation[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly replacements: readonly { deletedRegion: SarifRegion; insertedContent: { text: string } }[]
    }[]
  }[]
}

interface SarifRun {
  readonly tool: { readonly driver: { readonly rules: readonly { id: string; help?: { markdown: string } }[] } }
  readonly results: readonly SarifResult[]
  readonly invocations: readonly { readonly executionSuccessful: boolean }[]
}

/** Reads a log, after the schema has passed it. */
function readSarif(text: string): SarifRun {
  const log = JSON.parse(text)
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true)
  return log.runs[0]
}

async function sarifOf(
  diagnostics: readonly Diagnostic[],
  texts: Readonly<Record<string, string>> = { 'a.md': 'abc' },
  workspacePath = (path: string) => path,
): Promise<SarifRun> {
  const reporter = await makeReporter('sarif', false, describeRules)
  return readSarif(reporter(reportOf(diagnostics, texts), { ...plainOptions, workspacePath }))
}

interface ReadMessage {
  readonly text: string
  readonly links: readonly { readonly label: string; readonly id: number }[]
}

const unescapeBrackets = (text: string): string => text.replaceAll(/\\([[\]\\])/g, '$1')
const unescapeBraces = (text: string): string => text.replaceAll('{{', '{').replaceAll('}}', '}')

/** A message as §3.11 of the standard has it read: links out, escapes undone; throws for a placeholder without a value. */
function readMessage(message: string): ReadMessage {
  const links: { label: string; id: number }[] = []
  const without = message.replaceAll(
    /(?<!\\)\[((?:\\.|[^[\]\\])*)\]\((\d+|[^)]*)\)/g,
    (_, label: string, id: string) => {
      if (!/^\d+$/.test(id)) throw new Error(`a link to ${id}`)
      links.push({ label: unescapeBraces(unescapeBrackets(label)), id: Number(id) })
      return ''
    },
  )
  if (/(?<!\{)\{\d+\}/.test(without)) throw new Error(`a placeholder in ${message}`)
  return { text: unescapeBraces(/\\[[\]\\]/.test(without) ? unescapeBrackets(without) : without), links }
}

describe('the short form of a page', () => {
  it('has the lead, why and how, and headings of examples are none', () => {
    const lead = '# r\n\nLead.\n\n## Why\n\nSo.\n\n````md\n```\n## Valid\n```\n````\n\n## How to fix\n\nThus.'
    const rest = '\n\n## Valid\n\n~~~md\n## Why\n~~~\n\n## Precision\n\nMuch.\n'
    expect(shortPage(lead + rest)).toBe(`${lead.replace('# r\n\n', '')}\n`)
  })
})

describe('a SARIF log', () => {
  it('is valid and gives back every text, made safe, whatever a file says', async () => {
    const findings = hostileTexts.map((text, i) =>
      diagnostic({
        rule: 'unknown-tool',
        message: text,
        help: text,
        path: `${text}.md`,
        span: span(i, i + 1),
        related: [{ path: 'a.md', span: span(0, 1), message: text }],
        fixes: [{ title: text, applicability: 'unsafe', edits: [{ path: 'a.md', start: 1, end: 3, text }] }],
      }),
    )
    const { results } = await sarifOf(findings)
    results.forEach(({ message, locations, relatedLocations, fixes }, i) => {
      const text = hostileTexts[i] ?? ''
      const { text: read, links } = readMessage(message.text)
      const dot = /[.!?]$/.test(text) ? '' : '.'
      expect(read).toBe(`${safeText(text)}${dot} Help: ${safeText(text)}${dot} See .`)
      expect(links).toEqual([{ label: safeText(text), id: 1 }])
      expect(readMessage(relatedLocations?.[0]?.message?.text ?? '').text).toBe(safeText(text))
      const uri = locations[0].physicalLocation.artifactLocation.uri
      expect(decodeURIComponent(uri)).toBe(`${text.replaceAll(/\p{Surrogate}/gu, '\uFFFD')}.md`)
      const [replacement] = fixes?.[0]?.artifactChanges[0]?.replacements ?? []
      expect(replacement?.insertedContent.text).toBe(text)
      expect(replacement?.deletedRegion).toEqual({ startLine: 1, startColumn: 2, endLine: 1, endColumn: 4 })
    })
  })

  it('explains the rules of its results, and no others', async () => {
    const { tool, results } = await sarifOf([
      diagnostic({ rule: 'unknown-tool' }),
      diagnostic({ rule: 'no-usable-tool' }),
      diagnostic({ rule: 'unknown-tool', severity: 'info' }),
    ])
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(['no-usable-tool', 'unknown-tool'])
    expect(results.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleIndex, level])).toEqual([
      ['unknown-tool', 1, 'error'],
      ['no-usable-tool', 0, 'error'],
      ['unknown-tool', 1, 'note'],
    ])
    const help = tool.driver.rules[1]?.help?.markdown ?? ''
    expect(help).toContain('## Why')
    expect(help).toContain('## How to fix')
    expect(help).not.toMatch(/## (?:Valid|Invalid|Precision)|^# /m)
  })

  it('describes every rule in a few lines', async () => {
    const rules = await describeRules()
    const { tool } = await sarifOf(rules.map(({ meta }) => diagnostic({ rule: meta.id })))
    expect(tool.driver.rules).toHaveLength(rules.length)
    for (const { id, help } of tool.driver.rules) expect([id, (help?.markdown.length ?? 0) > 100]).toEqual([id, true])
  })

  it('counts lines and columns as its readers do', async () => {
    const texts = { 'a.md': '\uFEFFone\r\ntwo\rthr\u{1F389}e\n' }
    const { results } = await sarifOf([diagnostic({ span: span(1, 4) }), diagnostic({ span: span(10, 16) })], texts)
    expect(results.map(({ locations }) => locations[0].physicalLocation.region)).toEqual([
      { startLine: 1, startColumn: 1, endLine: 1, endColumn: 4 },
      { startLine: 3, startColumn: 1, endLine: 3, endColumn: 7 },
    ])
  })
})

describe('any message', () => {
  it('comes back, with its links and without a placeholder', async () => {
    const parts = [
      'a',
      ' ',
      '[',
      ']',
      '(',
      ')',
      '](',
      '](1)',
      '{',
      '}',
      '{{',
      '}}',
      '{0}',
      '{12}',
      '\\',
      '\\[',
      '\u001b',
      '.',
    ]
    const text = fc.array(fc.constantFrom(...parts), { maxLength: 8 }).map((all) => all.join(''))
    const property = fc.asyncProperty(text, text, async (message, label) => {
      const related = [{ path: 'a.md', span: span(0, 1), message: label }]
      const [result] = (await sarifOf([diagnostic({ message: `x${message}`, related: label === '' ? [] : related })]))
        .results
      const { text: read, links } = readMessage(result?.message.text ?? '')
      const dot = /[.!?]$/.test(message) ? '' : '.'
      expect(read).toBe(`x${safeText(message)}${dot}${label === '' ? '' : ' See .'}`)
      expect(links).toEqual(label === '' ? [] : [{ label: safeText(label), id: 1 }])
    })
    await fc.assert(property, { numRuns: 1_000, seed: 7 })
  })
})

describe('fingerprints', () => {
  const text = 'tools: Read\nmodel: gpt-4o\n'
  const printOf = async (diagnostics: readonly Diagnostic[], texts: Readonly<Record<string, string>>) =>
    (await sarifOf(diagnostics, texts)).results.map(({ partialFingerprints }) => partialFingerprints['agentLint/v1'])
  const model = (before: string) => diagnostic({ span: span(before.length + 19, before.length + 25) })

  it('outlive moved lines and other indentation', async () => {
    const before = 'name: a\n\n'
    expect(text.slice(19, 25)).toBe('gpt-4o')
    expect(await printOf([model(before)], { 'a.md': before + text })).toEqual(
      await printOf([model('')], { 'a.md': text }),
    )
  })

  it('differ between rules, files, texts, other files and repeated findings', async () => {
    const texts = { 'a.md': text, 'b.md': text }
    const found = [
      model(''),
      model(''),
      { ...model(''), rule: 'other-rule' },
      { ...model(''), messageId: 'other' },
      { ...model(''), path: 'b.md' },
      { ...model(''), span: span(0, 5) },
      { ...model(''), span: span(12, 12) },
      { ...model(''), related: [{ path: 'b.md', span: span(0, 1), message: 'x' }] },
    ]
    expect(new Set(await printOf(found, texts)).size).toBe(found.length)
  })
})

describe('URIs', () => {
  it.each([
    ['a b/ä%.md', 'a%20b/%C3%A4%25.md'],
    ['a:b.md', 'a%3Ab.md'],
    ['../x/#1?.md', '../x/%231%3F.md'],
    ['/abs/x.md', 'file:///abs/x.md'],
    ['C:/x y.md', 'file:///C:/x%20y.md'],
    ['\ud800.md', '%EF%BF%BD.md'],
  ])('%j', (path, uri) => {
    expect(uriOf(path)).toBe(uri)
  })
})

describe('the program', () => {
  it('names files from the top of the repository, wherever it is run', () => {
    const cwd = folderWith({
      '.git/HEAD': 'ref: refs/heads/main\n',
      'sub/.claude/agents/ä b.md': agentFile('name: b', 'description: Sorts the tickets that came in.', 'tools: bash'),
    })
    for (const [folder, path] of [
      ['.', 'sub'],
      ['sub', '.'],
      ['sub/.claude', 'agents'],
    ] as const) {
      const { stdout } = runBuilt([path, '--format', 'sarif'], { cwd: join(cwd, folder) })
      const [result] = readSarif(stdout).results
      expect(result?.locations[0].physicalLocation.artifactLocation).toEqual({
        uri: 'sub/.claude/agents/%C3%A4%20b.md',
        uriBaseId: '%SRCROOT%',
      })
    }
  })

  it('says when a file could not be read, and writes a log where there is nothing to lint', () => {
    const empty = runBuilt(['--format', 'sarif'], { cwd: folderWith({ 'x.txt': '' }) })
    expect(empty.exitCode).toBe(2)
    expect(readSarif(empty.stdout).results).toEqual([])
    const { exitCode, stdout } = runBuilt(['.claude/agents', '--format', 'sarif'], {
      cwd: folderWith({ '.claude/agents/a.md': agentFile('name: a', 'description: Sorts the tickets that came in.') }),
    })
    expect(exitCode).toBe(0)
    expect(readSarif(stdout).invocations).toEqual([{ executionSuccessful: true }])
  })
})
