import { describe, expect, it } from 'vitest'
import { agentFile, folderWith, runBuilt } from '../testing/run-built.ts'
import { diagnostic, plainOptions, reportOf } from '../testing/sample-report.ts'
import { reporters } from './index.ts'
import { tellOnce } from './repeats.ts'
import { stepSummary } from './step-summary.ts'

const numbered = (i: number): string => `a${String(i).padStart(3, '0')}`

const described = (i: number): string => `description: Use it when a pull request changes ledger ${i} or its tests.`

/** As many agents as asked for, each with these lines in its frontmatter. */
const fleetOf = (size: number, ...lines: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: size }, (_, i) => [
      `.claude/agents/${numbered(i)}.md`,
      agentFile(`name: ${numbered(i)}`, described(i), ...lines),
    ]),
  )

const unknown = 'tools: Read, Bananas'

const pretty = (files: Readonly<Record<string, string>>, ...args: readonly string[]): string =>
  runBuilt(args, { cwd: folderWith(files) }).stdout

const headsIn = (printed: string): string[] => printed.match(/^(?:error|warning|info) {2}\S+/gm) ?? []

describe('a finding in every file', () => {
  it('is told once, with the places of the others, and counted in full', () => {
    expect(pretty(fleetOf(5, unknown))).toBe(
      `${[
        'warning  unknown-tool  Claude Code has no tool `Bananas` and drops it',
        ' --> .claude/agents/a000.md:4:14',
        '  |',
        '4 | tools: Read, Bananas',
        '  |              ^^^^^^^',
        '  = help: remove it; if something else provides it, add it to `tools.known` in',
        '          the configuration',
        '  = the same in 4 more places:',
        ' --> .claude/agents/a001.md:4:14',
        ' --> .claude/agents/a002.md:4:14',
        ' --> .claude/agents/a003.md:4:14',
        ' --> .claude/agents/a004.md:4:14',
        '',
        '5 warnings in 5 agents (claude-code)',
      ].join('\n')}\n`,
    )
  })

  it('is listed for as many files as one reads, and it is said what lists all', () => {
    const files = fleetOf(200, unknown)
    const lines = pretty(files).trimEnd().split('\n')
    expect(lines).toHaveLength(21)
    expect(lines.slice(-5)).toEqual([
      ' --> .claude/agents/a009.md:4:14',
      ' --> .claude/agents/a010.md:4:14',
      ' ... and 189 more: --format compact lists each',
      '',
      '200 warnings in 200 agents (claude-code)',
    ])
    expect(pretty(files, '--format', 'compact').trimEnd().split('\n')).toHaveLength(200)
    expect(pretty(files, '--format', 'agent').trimEnd().split('\n')).toHaveLength(201)
    expect(JSON.parse(pretty(files, '--format', 'json')).diagnostics).toHaveLength(200)
  })

  it('is listed to the end where only one place would be left', () => {
    expect(pretty(fleetOf(12, unknown))).toContain('\n --> .claude/agents/a011.md:4:14\n\n')
    expect(pretty(fleetOf(13, unknown))).toContain('\n ... and 2 more: ')
  })

  it('is told in full of two', () => {
    expect(headsIn(pretty(fleetOf(2, unknown)))).toHaveLength(2)
  })

  it('is told in full of the file that was asked about', () => {
    const printed = pretty(fleetOf(20, unknown), '.claude/agents/a007.md')
    expect(printed).toContain(' --> .claude/agents/a007.md:4:14\n  |')
    expect(printed).not.toContain('the same')
  })

  it('stands with the file that has it first, between what else that file and the next have', () => {
    const files = {
      ...fleetOf(4, unknown),
      '.claude/agents/a000.md': agentFile('name: a000', described(0), 'color: beige', 'tools: Read, Bananas'),
      '.claude/agents/a002.md': agentFile('name: a002', described(2), 'tools: Read, Bananas', 'color: ecru'),
    }
    const printed = pretty(files)
    expect(headsIn(printed)).toEqual(['warning  invalid-field', 'warning  unknown-tool', 'warning  invalid-field'])
    expect(printed.match(/^ --> .*$/gm)).toEqual([
      ' --> .claude/agents/a000.md:4:8',
      ' --> .claude/agents/a000.md:5:14',
      ' --> .claude/agents/a001.md:4:14',
      ' --> .claude/agents/a002.md:4:14',
      ' --> .claude/agents/a003.md:4:14',
      ' --> .claude/agents/a002.md:5:8',
    ])
  })
})

describe('a finding about many files', () => {
  const alike = (size: number): string =>
    pretty(
      Object.fromEntries(
        Array.from({ length: size }, (_, i) => [
          `.claude/agents/${numbered(i)}.md`,
          agentFile(`name: ${numbered(i)}`, described(0)),
        ]),
      ),
    )

  it('shows as many of them as one compares, and of more where the others are', () => {
    expect(alike(4).match(/\| +\^+/g)).toHaveLength(4)
    const printed = alike(200)
    expect(printed.match(/\| +\^+/g)).toHaveLength(2)
    expect(printed).toContain('\n  = the same here, in 198 more places:\n --> .claude/agents/a002.md:3:14\n')
    expect(printed).toContain('\n ... and 188 more: --format agent lists each\n')
  })
})

const texts = Object.fromEntries(Array.from({ length: 700 }, (_, i) => [`${i}.md`, 'abc']))
const many = Array.from({ length: 700 }, (_, i) => diagnostic({ path: `${i}.md`, help: 'mend it' }))

describe('what is told once', () => {
  it('is what says the same of one file each, whatever stands between', () => {
    const other = { path: 'b.md', span: many[0]?.span ?? { start: 0, end: 1 }, message: 'there' }
    const some = [
      ...many.slice(0, 2),
      ...[0, 1, 2].map(() => diagnostic({ message: 'about two files', related: [other] })),
      diagnostic({ message: 'another' }),
      ...many.slice(2, 4),
      diagnostic({ help: 'mend it otherwise' }),
      diagnostic({ help: 'mend it', severity: 'warning' }),
    ]
    // Three that are about the same two places are one finding thrice; that is for the engine to see, and told as such.
    expect(tellOnce(some).map(({ first, repeats }) => [some.indexOf(first), repeats.length])).toEqual([
      [0, 3],
      [2, 2],
      [5, 0],
      [8, 0],
      [9, 0],
    ])
    const apart = [1, 2, 3].map((at) => diagnostic({ path: `${at}.md`, related: [other] }))
    expect(tellOnce(apart)).toHaveLength(3)
  })

  it('has all its places in a comment, once', async () => {
    const printed = (await reporters.markdown(false))(reportOf(many, texts), plainOptions)
    expect(printed.match(/something is wrong/g)).toHaveLength(1)
    expect(printed).toContain('### `0.md`\n\n- **error** `some-rule` line 1: something is wrong\n  - help: mend it\n')
    expect(printed).toContain('  - the same in 699 more places: `1.md:1`, `2.md:1`, ')
    for (const { path } of many.slice(1)) expect(printed).toContain(`\`${path}:1\``)
  })

  it('has all its places in the summary of a job, most of them folded', () => {
    const page = stepSummary(reportOf(many, texts), { workspacePath: (path) => path, remarks: [], graphs: [] })
    const rows = page.split('\n').filter((line) => line.startsWith('| error '))
    expect(rows.map((row) => row.match(/<code>\d+&#46;md&#58;1<\/code>/g)?.length)).toEqual([200, 200, 200, 100])
    expect(rows[0]).toContain('<br><code>10&#46;md&#58;1</code><details><summary>189 more</summary><code>11&#46;md')
  })
})
