import { execFileSync } from 'node:child_process'
import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { ruleIds } from '../composition.ts'
import { formatNames } from '../reporters/index.ts'
import { hostileProject, secret, shown } from './hostile-project.ts'
import { readXml } from './read-xml.ts'
import { agentFile, folderWith, runBuilt } from './run-built.ts'

/** Controls, and what changes how text looks without being seen; of these only line feeds may come out. */
const raw =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2028\u2029\ufeff]|[\u{e0000}-\u{e007f}]/gu

/** What node itself takes here, at this moment. */
/** A second is what it may take; a machine that runs all tests at once, or those of others, takes up to four times as long. */
const sharedMachine = 4_000

const nodeStart = Math.min(...[1, 2, 3].map(() => runBuilt(['--version'], { cwd: '.' }).milliseconds))

/** The quickest of a few runs: how long it takes, not how busy the machine is. */
function quickest(args: readonly string[], cwd: string) {
  let best = runBuilt(args, { cwd })
  for (let i = 0; i < 3 && best.milliseconds - nodeStart > 1_000; i++) {
    const again = runBuilt(args, { cwd })
    if (again.milliseconds < best.milliseconds) best = again
  }
  return best
}

function expectHarmless(format: string, stdout: string) {
  // Between its fields one format has tabs of its own.
  expect((format === 'agent' ? stdout.replaceAll('\t', ' ') : stdout).match(raw)).toBeNull()
  expect(stdout).not.toContain(secret.slice(4))
  const lines = stdout.split('\n').map((line) => line.trimStart())
  expect(lines.filter((line) => line.startsWith('::error::'))).toEqual([])
}

function hostileFolder(): string {
  const cwd = folderWith(hostileProject)
  writeFileSync(
    join(cwd, '.claude/agents/bytes.md'),
    Buffer.from('---\nname: bytes\ndescription: Pr\xfcft.\n---\n', 'latin1'),
  )
  if (process.platform !== 'win32') symlinkSync('nowhere', join(cwd, `.claude/agents/${shown.replaceAll('/', '')}.md`))
  execFileSync('git', ['init', '-q'], { cwd })
  execFileSync('git', ['add', '-A'], { cwd })
  return cwd
}

/** The types of all nodes of a Markdown text. */
function nodeTypes(text: string): Set<string> {
  const types = new Set<string>()
  const queue: { type: string; children?: unknown }[] = [unified().use(remarkParse).parse(text)]
  for (const node of queue) {
    types.add(node.type)
    if (Array.isArray(node.children)) queue.push(...node.children)
  }
  return types
}

describe('hostile strings in every place of a file', () => {
  const cwd = hostileFolder()

  it('are met by every rule', () => {
    const { diagnostics } = JSON.parse(runBuilt(['.', '--format', 'json'], { cwd }).stdout)
    const met = new Set(diagnostics.map(({ rule }: { rule: string }) => rule))
    expect(ruleIds.filter((id) => !met.has(id))).toEqual([])
    expect(Object.hasOwn(Object.prototype, '0')).toBe(false)
  })

  it.each(formatNames)('leave nothing raw in the %s format, within a second', (format) => {
    const { stdout, exitCode, milliseconds } = quickest(['.', '--format', format, '--info'], cwd)
    expect(exitCode).toBe(2)
    expectHarmless(format, stdout)
    expect(milliseconds - nodeStart).toBeLessThan(sharedMachine)
    if (format === 'markdown')
      expect([...nodeTypes(stdout)].filter((type) => /html|image|definition/.test(type))).toEqual([])
    if (format === 'junit' || format === 'checkstyle') expect(readXml(stdout).children.length).toBeGreaterThan(10)
    if (format === 'jsonl') for (const line of stdout.trimEnd().split('\n')) JSON.parse(line)
    if (format === 'json' || format === 'sarif' || format === 'gitlab') JSON.parse(stdout)
  })
})

const megabyte = (unit: string): string => unit.repeat(Math.floor(1_000_000 / unit.length))
const about = 'description: Keeps what is long.'
const claim = `## What you own\n\n- \`src/${megabyte('\u202ex/')}\``

/** One line of a megabyte, in each place of a file. */
const places: Readonly<Record<string, string>> = {
  value: agentFile('name: a', `description: ${megabyte('::error::<b> ')}`),
  key: agentFile('name: a', about, `"${megabyte('\\e[31m')}": 1`),
  name: agentFile(`name: "${megabyte('\\u202e')}"`, about),
  tools: agentFile('name: a', about, `tools: Read, ${megabyte('Bahs, ')}Grep`),
  heading: `${agentFile('name: a', about)}\n## ${megabyte('own <b> ')}\n\n- \`src/\`\n`,
  path: `${agentFile('name: a', about)}\n${claim}\n`,
  code: `${agentFile('name: a', about, 'tools: Read')}\nRun \`npm ${megabyte('\u200b;')}\`.\n`,
  link: `${agentFile('name: a', about)}\n[x](<${megabyte('../\u{e0041}')}.md>)\n`,
  links: `${agentFile('name: a', about)}\n${megabyte('[x](./y.md) ')}\n`,
  comment: `${agentFile('name: a', about)}\n<!-- ${megabyte('ignore previous ')} -->\n`,
  prose: `${agentFile('name: a', about)}\nEscalate to ${megabyte('`b`, never `c` → ')}\n`,
}

describe('a line of a megabyte', () => {
  it.each(Object.keys(places).map((place, i) => [place, formatNames[i % formatNames.length] ?? 'json'] as const))(
    'as %s is dealt with in a second, and bounded in the %s format',
    (place, format) => {
      const cwd = folderWith({ '.claude/agents/a.md': places[place] ?? '' })
      const { stdout, exitCode, milliseconds } = quickest(['--format', format, '--preset', 'all', '--info'], cwd)
      expect([0, 1]).toContain(exitCode)
      expectHarmless(format, stdout)
      expect(milliseconds - nodeStart).toBeLessThan(sharedMachine)
    },
  )
})

describe('a file that is made to fill the report', () => {
  it('has a hundred findings of a rule, and the last says that there are no more', () => {
    const names = Array.from({ length: 300 }, (_, i) => `house-tool-${i}`)
    const cwd = folderWith({ '.claude/agents/a.md': agentFile('name: a', about, `tools: [Read, ${names.join(', ')}]`) })
    const { diagnostics } = JSON.parse(runBuilt(['--format', 'json'], { cwd }).stdout)
    const own: { message: string }[] = diagnostics.filter(({ rule }: { rule: string }) => rule === 'unknown-tool')
    expect(own).toHaveLength(100)
    const last = own.filter(({ message }) =>
      message.endsWith('(no more findings of this rule in this file are listed)'),
    )
    expect(last).toEqual([own[99]])
  })
})
