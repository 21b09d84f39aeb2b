import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { ReporterOptions } from '../core/report.ts'
import type { RuleDescription } from '../core/rule-description.ts'
import { span } from '../core/span.ts'
import { compileSchema } from '../data/schema.ts'
import { readXml, type XmlElement } from '../testing/read-xml.ts'
import { projectRoot } from '../testing/run-built.ts'
import { diagnostic, hostileTexts, plainOptions, reportOf } from '../testing/sample-report.ts'
import { type FormatName, formatNames, makeReporter } from './index.ts'
import { safeText } from './safe-text.ts'

const readSchema = (path: string) => JSON.parse(readFileSync(join(projectRoot, path), 'utf8'))

const rules: readonly RuleDescription[] = [
  {
    meta: {
      id: 'some-rule',
      category: 'tools',
      summary: 'A summary with {0} and [a](b).',
      severity: 'host',
      confidence: 'high',
      presets: ['recommended'],
      since: '0.1.0',
      messages: {},
    },
    page: '# some-rule\n\nThe lead.\n\n## Why\n\nBecause.\n\n## How to fix\n\nMend it.\n\n## Invalid\n\n```md\n# x\n```\n',
  },
]

async function print(
  format: FormatName,
  diagnostics: readonly Diagnostic[],
  texts: Readonly<Record<string, string>> = { 'a.md': 'abc' },
  options: Partial<ReporterOptions> = {},
): Promise<string> {
  const reporter = await makeReporter(format, false, async () => rules)
  return reporter(reportOf(diagnostics, texts), { ...plainOptions, ...options })
}

/** Every place of a finding that can hold a text of a file, all with the same one. */
const findings = hostileTexts.map((text, i) =>
  diagnostic({
    message: text,
    help: text,
    path: `${text.replaceAll('/', '')}.md`,
    span: span(i, i + 1),
    data: { text },
    related: [{ path: `${text.replaceAll('/', '')}.md`, span: span(0, 1), message: text }],
    fixes: [{ title: text, applicability: 'safe', edits: [{ path: 'a.md', start: 0, end: 1, text }] }],
  }),
)
const texts = Object.fromEntries([['a.md', 'abc'], ...findings.map(({ path }) => [path, 'x'.repeat(40)])])
const messages = findings.map(({ message }) => message)
const paths = findings.map(({ path }) => path)

describe.each(formatNames)('the format %s', (format) => {
  it('lets nothing raw through, whatever a file says', async () => {
    const printed = await print(format, findings, texts)
    expect(printed).not.toMatch(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\u2028\u2029\ufffe\uffff\u{E0000}-\u{E007F}]|\p{Surrogate}/u,
    )
    const lines = printed.split('\n').map((line) => line.trim())
    const own = format === 'github' ? /^::(?:error|notice) (?:file|title)=/ : /^(?!::)/
    expect(lines.filter((line) => line.startsWith('::') && !own.test(line))).toEqual([])
    expect(printed).not.toMatch(/##(?:\[|vso\[)/)
  })

  it('has a report for nothing', async () => {
    const printed = await print(format, [])
    expect(printed.trim() === '').toBe(['compact', 'jsonl'].includes(format))
  })

  it('is the same every time', async () => {
    expect(await print(format, findings, texts)).toBe(await print(format, findings, texts))
  })
})

describe('jsonl', () => {
  it('gives back every text, and each line is what the schema of a finding says', async () => {
    const { $defs } = readSchema('schemas/report.schema.json')
    const validate = compileSchema({ $ref: '#/$defs/diagnostic', $defs })
    const printed = await print('jsonl', findings, texts)
    const read = printed
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    for (const one of read) expect(validate(one), JSON.stringify(validate.errors)).toBe(true)
    expect(read.map(({ message }) => message)).toEqual(messages)
    expect(read.map(({ path }) => path)).toEqual(paths)
    expect(read.map(({ fixes }) => fixes[0].edits[0].text)).toEqual(messages)
  })
})

describe('jsonl with silenced findings', () => {
  it('has them in their place', async () => {
    const report = {
      ...reportOf([diagnostic({ span: span(1, 2) })], { 'a.md': 'abc' }),
      suppressed: [{ ...diagnostic({}), suppressed: { kind: 'inline' as const, reason: 'so' } }],
    }
    const printed = (await makeReporter('jsonl', false, async () => rules))(report, plainOptions)
    const lines = printed.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).suppressed)).toEqual([{ kind: 'inline', reason: 'so' }, null])
  })
})

describe('agent', () => {
  it('is one line a finding, with tabs that no text can bring along', async () => {
    const lines = (await print('agent', findings, texts)).trimEnd().split('\n')
    expect(lines).toHaveLength(findings.length + 1)
    lines.slice(0, -1).forEach((line, i) => {
      const [place = '', severity, rule, message, help, fix, see, ...more] = line.split('\t')
      const text = safeText(messages[i] ?? '')
      expect(place.replace(/^\.\//, '')).toBe(`${safeText(paths[i] ?? '')}:1:${i + 1}`)
      expect([severity, rule, message, help, fix]).toEqual([
        'error',
        'some-rule',
        text,
        `help: ${text}`,
        `fix: ${text} (safe)`,
      ])
      expect(see).toBe(`see ${safeText(paths[i] ?? '')}:1:1 ${text}`)
      expect(more).toEqual([])
    })
    expect(lines.at(-1)).toBe(`${findings.length} errors in 1 agent (some-host); ${findings.length} fixable with --fix`)
  })

  it('keeps advice for those who ask', async () => {
    const advice = [diagnostic({ severity: 'info' })]
    expect(await print('agent', advice, undefined, { info: false })).toBe(
      '1 agent, no problems (some-host); 1 info not shown (--info)\n',
    )
  })
})

describe('compact', () => {
  it('is one line a finding that ends in its rule', async () => {
    const lines = (await print('compact', findings, texts)).trimEnd().split('\n')
    expect(lines.map((line) => line.replace(/^\.\//, ''))).toEqual(
      messages.map((text, i) => `${safeText(paths[i] ?? '')}:1:${i + 1}: error ${safeText(text)} [some-rule]`),
    )
  })
})

/** What the runner makes of a command: https://github.com/actions/toolkit has the writing side of the same. */
const unescapeCommand = (text: string): string =>
  text.replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%0A', '\n').replaceAll('%25', '%')

describe('github', () => {
  it('gives back the texts of all that is annotated', async () => {
    const printed = await print('github', findings.slice(0, 10), texts)
    const commands = printed.split('\n').flatMap((line) => [...line.matchAll(/^::error file=([^,]*),.*?::(.*)$/g)])
    expect(commands.map(([, file = '']) => unescapeCommand(file))).toEqual(paths.slice(0, 10).map(safeText))
    expect(commands.map(([, , data = '']) => unescapeCommand(data).split('\n')[0])).toEqual(
      messages.slice(0, 10).map(safeText),
    )
  })
})

describe('checkstyle', () => {
  it('is XML that gives back every text, spelled out where XML has no way to write it', async () => {
    const root = readXml(await print('checkstyle', findings, texts, { workspacePath: (path) => `top/${path}` }))
    expect(root.name).toBe('checkstyle')
    expect(root.children.map(({ attributes }) => attributes.name)).toEqual(paths.map((path) => safeText(`top/${path}`)))
    expect(root.children.flatMap(({ children }) => children.map(({ attributes }) => attributes.message))).toEqual(
      messages.map((text) => safeText(`${text} (help: ${text})`)),
    )
    expect(root.children[3]?.children[0]?.attributes).toMatchObject({
      line: '1',
      column: '4',
      severity: 'error',
      source: 'agent-lint.some-rule',
    })
  })
})

const cases = (root: XmlElement): XmlElement[] => root.children.flatMap(({ children }) => children)

describe('junit', () => {
  it('is XML that gives back every text, with counts that are right', async () => {
    const root = readXml(await print('junit', findings, texts))
    const failures = cases(root).flatMap(({ children }) => children.filter(({ name }) => name === 'failure'))
    expect(failures.map(({ attributes }) => attributes.message).sort()).toEqual(messages.map(safeText).sort())
    for (const [i, { text }] of failures.entries()) {
      const said = safeText(failures[i]?.attributes.message ?? '')
      expect(text.split('\n')[0]).toMatch(/:1:\d+: error: /)
      expect(text.split('\n')[0]?.endsWith(`: error: ${said}`)).toBe(true)
      expect(text.split('\n').at(-1)).toBe(`help: ${said}`)
    }
    // The file without a finding is a suite with one case that passes.
    expect(root.attributes).toMatchObject({ tests: `${findings.length + 1}`, failures: `${findings.length}` })
    expect(root.children.map(({ attributes }) => Number(attributes.tests)).every((tests) => tests === 1)).toBe(true)
  })

  it('fails what fails the run, and nothing else', async () => {
    const found = (['error', 'warning', 'info'] as const).map((severity, i) =>
      diagnostic({ severity, span: span(i, i) }),
    )
    const failures = async (failOn: 'error' | 'warning' | 'info' | 'never') =>
      readXml(await print('junit', found, undefined, { failOn })).attributes.failures
    expect(await failures('never')).toBe('0')
    expect(await failures('error')).toBe('1')
    expect(await failures('warning')).toBe('2')
    expect(await failures('info')).toBe('3')
    const [, , advice] = cases(readXml(await print('junit', found, undefined, {})))
    expect(advice?.children[0]?.name).toBe('system-out')
  })
})

describe('gitlab', () => {
  it('is what Code Quality takes, and gives back every text made safe', async () => {
    const read = JSON.parse(await print('gitlab', findings, texts))
    expect(read.map((one: { description: string }) => one.description)).toEqual(
      messages.map((text) => safeText(`${text} (help: ${text})`)),
    )
    expect(new Set(read.map((one: { fingerprint: string }) => one.fingerprint)).size).toBe(findings.length)
    for (const one of read) {
      expect(Object.keys(one)).toEqual(['description', 'check_name', 'fingerprint', 'severity', 'location'])
      expect(one.severity).toBe('major')
      expect(one.location.lines).toEqual({ begin: 1, end: 1 })
    }
  })
})

interface MarkdownNode {
  readonly type: string
  readonly value?: string
  readonly children?: readonly MarkdownNode[]
}

const inert = new Set(['root', 'heading', 'list', 'listItem', 'paragraph', 'text', 'inlineCode', 'strong'])

function nodesOf(node: MarkdownNode): MarkdownNode[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)]
}

/** What a person reads; quotes are the type of the letters then. */
const shown = (node: MarkdownNode): string =>
  nodesOf(node)
    .map(({ value = '' }) => value)
    .join('')

const withoutQuotes = (text: string): string => text.replaceAll('`', '').replaceAll(/\s+/g, ' ').trim()

describe('markdown', () => {
  it('shows every text, and lets none become markup, a link or a mention', async () => {
    const tree: MarkdownNode = unified()
      .use(remarkParse)
      .parse(await print('markdown', findings, texts))
    const nodes = nodesOf(tree)
    expect(nodes.map(({ type }) => type).filter((type) => !inert.has(type))).toEqual([])
    expect(nodes.filter(({ type }) => type === 'heading')).toHaveLength(findings.length + 1)
    // A code host makes links of these, wherever they stand in prose.
    const prose = nodes.filter(({ type }) => type === 'text').map(({ value = '' }) => value)
    expect(prose.filter((value) => /[@#<>|~*_]|:\/\/|www\.|:\w+:/.test(value))).toEqual([])
    const items = nodes.filter(({ type }) => type === 'listItem').map((node) => withoutQuotes(shown(node)))
    for (const message of messages.filter((text) => text.trim() !== ''))
      expect(items).toContain(withoutQuotes(`help: ${safeText(message)}`))
  })

  it('leaves what our messages say as prose, and what they quote as code', async () => {
    const quoting = diagnostic({ message: 'the tool `Grpe` is unknown; write ``a`b`` (twice)', help: 'use `a@b`' })
    expect(await print('markdown', [quoting])).toBe(
      '## agent-lint: 1 error in 1 agent (some-host)\n\n### `a.md`\n\n' +
        '- **error** `some-rule` line 1: the tool `Grpe` is unknown; write ``a`b`` (twice)\n  - help: use `a@b`\n',
    )
  })
})

/** Pieces that mean something to one of the formats, in any order. */
const text = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'B2',
        ' ',
        '  ',
        '`',
        '``',
        '\\',
        '[',
        ']',
        '(',
        ')',
        '](',
        '{',
        '}',
        '{0}',
        '<',
        '>',
        '&',
        '&amp;',
        '"',
      ],
      ...[
        "'",
        '*',
        '_',
        '~',
        '#',
        '@x',
        '|',
        '-',
        '+',
        '1.',
        '!',
        ':',
        '::',
        '/',
        'http://x',
        'www.x.y',
        '\n',
        '\r',
        '\t',
      ],
      ...['\u0000', '\u001b[', '\u202e', '\ud800', '\udc00', '\ufffe', '\u{1F389}', '漢', 'e\u0301', '%', '##[', ']]>'],
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

describe('any text', () => {
  const finding = (message: string) => diagnostic({ message, help: message, path: 'a.md' })

  it('comes back from XML', async () => {
    const property = fc.asyncProperty(text, async (message) => {
      const found = cases(readXml(await print('junit', [finding(message)])))[0]?.children[0]
      expect(found?.attributes.message).toBe(safeText(message))
      expect(found?.text.split('\n')).toEqual([`a.md:1:1: error: ${safeText(message)}`, `help: ${safeText(message)}`])
    })
    await fc.assert(property, { numRuns: 1_000, seed: 5 })
  })

  it('comes back from Markdown, and stays text', async () => {
    const property = fc.asyncProperty(text, async (message) => {
      const tree: MarkdownNode = unified()
        .use(remarkParse)
        .parse(await print('markdown', [finding(message)]))
      const nodes = nodesOf(tree)
      expect(nodes.filter(({ type }) => !inert.has(type))).toEqual([])
      const [item] = nodes.filter(({ type }) => type === 'listItem')
      const [paragraph] = item?.children ?? []
      const said = `error some-rule line 1: ${safeText(message)}`
      expect(withoutQuotes(shown(paragraph ?? tree))).toBe(withoutQuotes(said))
      const prose = nodes.filter(({ type }) => type === 'text').map(({ value = '' }) => value)
      expect(prose.filter((value) => /[@#<>|~*_]|:\/\/|www\./.test(value))).toEqual([])
    })
    await fc.assert(property, { numRuns: 1_000, seed: 6 })
  })
})
