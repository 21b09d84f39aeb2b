import { describe, expect, it } from 'vitest'
import { type ActionRun, logCommands, runAction } from '../../testing/fake-runner.ts'
import { agentFile } from '../../testing/run-built.ts'
import { diagnostic, hostileTexts } from '../../testing/sample-report.ts'
import { protectedLog, uploadNotices } from './render-run.ts'

const described = 'description: Sorts the tickets that came in.'

/** What a file may be called to fool a log, a page or a later step. */
const names = [
  'a%0A::error::b.md',
  '::error::x.md',
  '::stop-commands::x.md',
  'x,line=9::y.md',
  'a`|`b|c.md',
  '##[add-mask]x.md',
  '<img src=x onerror=alert(1)>.md',
  '[x](javascript:alert(1)).md',
  '@someone #1.md',
  '$(touch pwned) `touch pwned` ; touch pwned.md',
  `$\{{ github.token }}.md`,
  '-->.md',
  ...(process.platform === 'win32'
    ? []
    : ['two\n::set-output name=result::passed.md', 'cr\r::error::y.md', 'back\\slash.md']),
]

const quoted = (text: string): string => JSON.stringify(text).replaceAll('\\u', '\\\\u')

/** An agent of every hostile text, in a name, a tool, a handoff and a pattern. */
const texts = hostileTexts.map((text, i): [string, string] => [
  `.claude/agents/t${i}.md`,
  `${agentFile(`name: ${quoted(text)}`, described, `tools: [Read, Write, ${quoted(text)}]`, `model: ${quoted(text)}`)}\n## What you own\n\n- \`src/${text.replaceAll(/[\n`]/g, '')}/**\`\n- \`src/all/**\`\n\n## Escalation\n\n- ${text.replaceAll('\n', ' ')} → \`t-${text.replaceAll(/[\n`]/g, '')}\` agent\n`,
])

const files = {
  ...Object.fromEntries(texts),
  ...Object.fromEntries(
    names.map((name) => [`.claude/agents/${name}`, agentFile('name: x', described, 'tools: bash')]),
  ),
}

/** Everything but our own marks, in Markdown that has no others: what is left over would be somebody else's. */
function foreignMarkup(summary: string): string[] {
  const withoutDrawings = summary.replaceAll(/^```mermaid\n[\s\S]*?^```$/gm, '')
  const own =
    /<a href="https:\/\/github\.com\/[\w./%-]+#L\d+">|<\/?(?:code|a|details)>|<summary>\d+ more<\/summary>|<br>|&#\d+;/g
  return withoutDrawings.replaceAll(own, '').match(/[<>`[\]\\]|https?:|www\.|@\w|#\d/g) ?? []
}

/** How many findings the table has a place for. */
const placesIn = (summary: string): number =>
  [...summary.matchAll(/^\| (?:error|warning|info) \| (.*?) \|/gm)].flatMap(
    ([, where = '']) => where.match(/<code>/g) ?? [],
  ).length

describe('what files are called, and say', () => {
  const inputs = { 'fail-on': 'never', args: '--info', 'sarif-file': 'a.sarif' }
  const run: ActionRun = runAction({ files, inputs })

  it('is no command to the runner', () => {
    expect(run.exitCode).toBe(0)
    expect(run.stderr).toBe('')
    const kinds = new Set(run.commands.map(({ command }) => command))
    expect([...kinds].sort()).toEqual(['error', 'notice', 'warning'])
    for (const { properties } of run.commands) {
      expect(
        Object.keys(properties).filter(
          (key) => !['file', 'line', 'endLine', 'col', 'endColumn', 'title'].includes(key),
        ),
      ).toEqual([])
      expect(properties.title).toMatch(/^[a-z-]+$/)
    }
    expect(run.commands.length).toBeLessThanOrEqual(30)
  })

  it('is no output for a later step', () => {
    expect(run.outputs).toMatchObject({ result: 'passed', 'exit-code': '0' })
    expect(Number(run.outputs.errors)).toBeGreaterThan(names.length - 1)
    expect(Object.keys(run.outputs)).toHaveLength(10)
  })

  it('is no markup in the summary, and breaks no row of it', () => {
    expect(foreignMarkup(run.summary)).toEqual([])
    const rows = run.summary.split('\n').filter((line) => line.startsWith('|'))
    for (const line of rows) expect([7, 4, 5]).toContain(line.split('|').length - 1)
    const { errors = '', warnings = '', infos = '' } = run.outputs
    expect(placesIn(run.summary)).toBe(Number(errors) + Number(warnings) + Number(infos))
  })

  it('is no code in a drawing', () => {
    const drawing = /```mermaid\n([\s\S]*?)```/.exec(run.summary)?.[1] ?? ''
    const line =
      /^(?:flowchart LR| {2}(?:n\d+\["(?:[\p{L}\p{N} .,/_*…-]|#\d+;|<br\/>)*"\](?::::unknown)?|n\d+ (?:-->|-\.->|x-\.-x)(?:\|"(?:[\p{L}\p{N} .,/_*…-]|#\d+;)*"\|)? n\d+|%% [\w ,:-]+|classDef unknown .*|linkStyle [\d,]+ .*))?$/u
    expect(drawing).toContain('flowchart LR')
    expect(drawing.split('\n').filter((text) => !line.test(text))).toEqual([])
  })
})

describe('a log', () => {
  it('holds no command, whatever is printed, and ends before ours', () => {
    const log = ['::error::x', '  ::add-mask::y', 'z ##[warning]z', '::stop-commands::a', '::a::'].join('\n')
    expect(logCommands(log)).toHaveLength(3)
    expect(logCommands(`${protectedLog(log)}::notice::ours`).map(({ message }) => message)).toEqual(['ours'])
  })
})

describe('what does not fit', () => {
  it('into code scanning is said before it is uploaded', () => {
    const reportWith = (length: number) => ({ diagnostics: Array.from({ length }, () => diagnostic({})) })
    expect(uploadNotices(reportWith(25_000))).toEqual([])
    expect(uploadNotices(reportWith(25_001))).toEqual([
      'the SARIF report has 25001 results, and code scanning takes no more than 25000: lint fewer paths in one job',
    ])
  })

  const many = Array.from({ length: 1500 }, (_, i) => {
    const body = `\n## What you own\n\n- \`src/${i % 300}/**\`\n\n## Escalation\n\n- More → nobody-${i}\n`
    return [
      `.claude/agents/a-${i}.md`,
      agentFile(`name: a-${i}`, described, `tools: [Read, Write, ${'bash, '.repeat(60)}b${i}]`) + body,
    ]
  })

  it('is cut from the summary, and counted', { timeout: 120_000 }, () => {
    const run = runAction({ files: Object.fromEntries(many), inputs: { 'fail-on': 'never', format: 'compact' } })
    expect(run.exitCode).toBe(0)
    const bytes = Buffer.byteLength(run.summary)
    expect(bytes).toBeLessThanOrEqual(900_000)
    expect(bytes).toBeGreaterThan(800_000)
    const { errors, warnings, infos } = run.outputs
    const left = Number(/^(\d+) more findings do not fit here\.$/m.exec(run.summary)?.[1])
    expect(placesIn(run.summary) + left).toBe(Number(errors) + Number(warnings) + Number(infos))
    expect(run.summary.includes('### Ownership conflicts')).toBe(true)
    for (const [, drawing = ''] of run.summary.matchAll(/```mermaid\n([\s\S]*?)```/g)) {
      expect(drawing.length).toBeLessThanOrEqual(50_000)
      expect(drawing.match(/-->|-\.->|x-\.-x/g)?.length).toBeLessThanOrEqual(500)
    }
    expect(run.summary.includes('```mermaid')).toBe(true)
    expect(run.milliseconds).toBeLessThan(60_000)
  })
})
