import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as library from '../index.ts'
import { formatNames as allFormats } from '../reporters/index.ts'
import { agentFile, folderWith, projectRoot, runBuilt } from '../testing/run-built.ts'
import type * as declared from './library.d.ts'

// The compiler holds the two against each other: all that is declared is there, as it is declared.
const api: typeof declared = library

/** A folder with this package installed in it. */
function project(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files)
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(projectRoot, join(folder, 'node_modules', 'agent-lint'), 'junction')
  return folder
}

const node = (folder: string, path: string) => {
  const { FORCE_COLOR: _, ...env } = process.env
  return spawnSync(process.execPath, [path], { cwd: folder, encoding: 'utf8', env })
}

const page = readFileSync(join(projectRoot, 'docs/api.md'), 'utf8')

/** Fences with a file, each with the console fence behind it, if there is one. */
const fences = [...page.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```\n(?:```console\n([\s\S]*?)^```\n)?/gm)].map(
  ([, path = '', text = '', printed]) => ({ path, text, printed }),
)

describe('the page of the API', () => {
  const folder = project(Object.fromEntries(fences.map(({ path, text }) => [path, text])))
  const programs = fences.filter(({ path }) => path.endsWith('.mjs'))

  it('has programs, and says what each prints', () => {
    expect(programs.length).toBeGreaterThanOrEqual(5)
    expect(programs.filter(({ printed }) => printed === undefined)).toEqual([])
  })

  it.each(programs.map(({ path, printed }) => [path, printed] as const))(
    '%s prints what the page says',
    (path, printed) => {
      const { stdout, stderr } = node(folder, path)
      expect(stderr).toBe('')
      expect(stdout).toBe(printed)
    },
  )

  it('names everything that there is', () => {
    for (const name of Object.keys(api)) expect([name, page.includes(`\`${name}`)]).toEqual([name, true])
    for (const name of allFormats) expect([name, page.includes(`\`${name}\``)]).toEqual([name, true])
  })
})

describe('the package', () => {
  const declarations = readFileSync(join(projectRoot, 'src/api/library.d.ts'), 'utf8')

  it('declares what it exports, no more and no less', () => {
    const names = [...declarations.matchAll(/^export declare (?:function|const|class) (\w+)/gm)].map(([, name]) => name)
    expect(names.sort()).toEqual(Object.keys(api).sort())
    const formats = /export type Format =\n([\s\S]*?)\n\n/.exec(declarations)?.[1] ?? ''
    expect([...formats.matchAll(/'(\w+)'/g)].map(([, name]) => name)).toEqual(allFormats)
  })

  it('can be imported and required, with the same things in it', () => {
    const folder = project({
      'esm.mjs':
        "import * as api from 'agent-lint'\nconsole.log(Object.keys(api).filter((k) => !/default|module/.test(k)).sort().join())\n",
      'cjs.cjs': "console.log(Object.keys(require('agent-lint')).sort().join())\n",
    })
    const names = `${Object.keys(api).sort().join()}\n`
    expect(node(folder, 'esm.mjs').stdout).toBe(names)
    expect(node(folder, 'cjs.cjs').stdout).toBe(names)
  })

  it('has types that a strict program compiles with', () => {
    const folder = project({
      'package.json': '{ "type": "module" }',
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          module: 'nodenext',
          target: 'es2022',
          lib: ['es2022'],
          strict: true,
          noEmit: true,
          types: [],
          exactOptionalPropertyTypes: true,
        },
      }),
      'good.ts': `import { type Diagnostic, formatReport, inspect, lint, lintText } from 'agent-lint'
const report = await lint({ paths: ['a'], config: { rules: {} } })
const first: Diagnostic | undefined = report.diagnostics[0]
export const line: number | undefined = first?.range.start.line
export const text: string = await formatReport(report, 'sarif', { failOn: 'never' })
for (const { hosts } of (await inspect()).agents) for (const verdict of Object.values(hosts)) if (!verdict.loads) verdict.why.join()
await lintText('', { path: 'a.md', cwd: '.' })
`,
      'bad.ts': `import { formatReport, lint, lintText } from 'agent-lint'
await lint({ path: 'a' })
await formatReport(await lint(), 'xml')
await lintText('')
`,
    })
    const run = spawnSync(process.execPath, [join(projectRoot, 'node_modules/typescript/bin/tsc'), '-p', '.'], {
      cwd: folder,
      encoding: 'utf8',
    })
    const errors = run.stdout.split('\n').filter((line) => /^\S.*error TS/.test(line))
    expect(
      errors.map((line) => line.slice(0, line.indexOf('(')) + line.slice(line.indexOf('('), line.indexOf(','))),
    ).toEqual(['bad.ts(2', 'bad.ts(3', 'bad.ts(4'])
  })
})

const good = agentFile('name: a', 'description: Sorts the tickets that came in.', 'tools: Read')
const bad = agentFile('name: b', 'description: Files the letters of each week.', 'tools: bash')

describe('lint', () => {
  it('finds what the command line finds', async () => {
    const cwd = folderWith({ '.claude/agents/a.md': good, '.claude/agents/b.md': bad })
    const report = await api.lint({ cwd })
    const { diagnostics } = JSON.parse(runBuilt(['--format', 'json'], { cwd }).stdout)
    expect(JSON.parse(await api.formatReport(report, 'json', { cwd })).diagnostics).toEqual(diagnostics)
    expect(report.counts).toEqual({ errors: 1, warnings: 0, infos: 0 })
    expect(report.diagnostics[0]?.range).toEqual({ start: { line: 4, column: 8 }, end: { line: 4, column: 12 } })
    expect((await api.lint({ cwd, paths: ['.claude/agents/a.md'] })).counts.errors).toBe(0)
    expect((await api.lint({ cwd, paths: ['nowhere'] })).unmatched).toEqual(['nowhere'])
  })

  it('takes a configuration from where it is told', async () => {
    const cwd = folderWith({
      '.claude/agents/b.md': bad,
      'agent-lint.config.json': '{ "rules": { "no-usable-tool": "info" } }',
      'other.yaml': 'rules:\n  no-usable-tool: warning\n',
    })
    const severity = async (config?: string | false | { [key: string]: unknown }) => {
      const { diagnostics } = await api.lint({ cwd, ...(config === undefined ? {} : { config }) })
      return diagnostics.map((one) => one.severity)
    }
    expect(await severity()).toEqual(['info'])
    expect(await severity('other.yaml')).toEqual(['warning'])
    expect(await severity(false)).toEqual(['error'])
    expect(await severity({ rules: { 'no-usable-tool': 'off' } })).toEqual([])
  })

  it('throws for what cannot be meant, with all mistakes of a configuration', async () => {
    const cwd = folderWith({ '.claude/agents/a.md': good, 'c.json': '{\n  "hots": 1,\n  "rules": { "x": "off" }\n}' })
    await expect(api.lint({ cwd, host: 'nobody' })).rejects.toThrow('there is no host called nobody')
    const error: unknown = await api.lint({ cwd, config: 'c.json' }).catch((thrown) => thrown)
    if (!(error instanceof api.ConfigurationError)) throw error
    expect(error.problems.map(({ path, line, column }) => [path, line, column])).toEqual([
      ['c.json', 2, 3],
      ['c.json', 3, 14],
    ])
    expect(error.message.split('\n')).toHaveLength(2)
    await expect(api.lint({ cwd, config: 'none.json' })).rejects.toThrow('none.json')
  })
})

describe('lintText', () => {
  it('puts the text in the place of the file, or beside the others', async () => {
    const cwd = folderWith({ '.claude/agents/a.md': bad })
    const counts = async (text: string, path: string) => (await api.lintText(text, { cwd, path })).counts.errors
    expect(await counts(good, '.claude/agents/a.md')).toBe(0)
    expect(await counts(bad, '.claude/agents/a.md')).toBe(1)
    // What is wrong with the neighbour is not asked; that both have one name is.
    expect(await counts(good, '.claude/agents/new.md')).toBe(0)
    expect(
      await counts(agentFile('name: b', 'description: Sorts the tickets that came in.'), '.claude/agents/new.md'),
    ).toBe(1)
    expect(await counts(bad, join(cwd, '.claude/agents/new/deep.md'))).toBeGreaterThan(0)
  })

  it('needs no file at all, and leaves none', async () => {
    const cwd = folderWith({})
    const { diagnostics, unmatched } = await api.lintText(bad, { cwd, path: 'x/.claude/agents/a.md' })
    expect(diagnostics.map(({ path }) => path)).toEqual(['x/.claude/agents/a.md'])
    expect(unmatched).toEqual([])
    expect(readdirSync(cwd)).toEqual([])
  })
})
