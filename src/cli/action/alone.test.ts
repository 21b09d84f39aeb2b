import { cpSync, readFileSync } from 'node:fs'
import { builtinModules, createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatNames } from '../../reporters/index.ts'
import { runAction } from '../../testing/fake-runner.ts'
import { agentFile, folderWith, projectRoot, runBuilt } from '../../testing/run-built.ts'

const built = (name: string): string => readFileSync(join(projectRoot, 'dist', name), 'utf8')

/** The project's own fixtures: files of every host and dialect, and of every kind of trouble. */
function everything(): string {
  const cwd = folderWith({})
  cpSync(join(projectRoot, 'fixtures'), join(cwd, 'fixtures'), { recursive: true })
  return cwd
}

describe('dist/action.js, which every test of the action runs in an empty folder', () => {
  it('asks for nothing but what Node has', () => {
    // Validators carry the source of a `require` in a string, which nothing runs.
    const wanted = [...built('action.js').matchAll(/(?<!')\brequire\("([^"]+)"\)/g)].map(([, name = '']) => name)
    expect(wanted).toContain('node:fs')
    expect(wanted.filter((name) => !builtinModules.includes(name.replace(/^node:/, '')))).toEqual([])
  })

  it('is no part of the package, in which nothing starts it', () => {
    const { files } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
    expect(files.indexOf('!dist/action.js')).toBeGreaterThan(files.indexOf('dist'))
  })

  it('runs where it is started, and where it is loaded only when it is asked to', () => {
    const load = createRequire(import.meta.url)
    expect(Object.keys(load(join(projectRoot, 'dist/action.js')))).toEqual(['run'])
  })

  it.each([
    ['run-init.js', 'init asks what to write'],
    ['watch.js', 'Ctrl-C ends it'],
    ['program.js', 'ask these hosts, separated by commas'],
  ])('holds of %s only what its inputs can ask for', (name, words) => {
    expect(built(name)).toContain(words)
    expect(built('action.js').includes(words)).toBe(name === 'program.js')
  })

  it('finds in all fixtures what the program finds, and draws, explains and counts it', { timeout: 60_000 }, () => {
    const workspace = everything()
    const inputs = { paths: 'fixtures', 'json-file': 'a.json', 'sarif-file': 'a.sarif', args: '--timing\n--info' }
    const { outputs, stderr, summary } = runAction({ workspace, inputs })
    expect(stderr).toBe('')
    const program = runBuilt(['fixtures', '--format', 'json', '--output', 'sarif=b.sarif'], { cwd: workspace })
    expect(JSON.parse(readFileSync(outputs['json-file'] ?? '', 'utf8'))).toEqual(JSON.parse(program.stdout))
    expect(readFileSync(outputs['sarif-file'] ?? '')).toEqual(readFileSync(join(workspace, 'b.sarif')))
    expect(summary).toContain('```mermaid')
    expect(Number(outputs.agents)).toBeGreaterThan(200)
  })

  it.each(formatNames)('prints %s as the program does', (format) => {
    const files = { '.claude/agents/a.md': agentFile('name: a', 'description: "Sorts: tickets"', 'tools: bash') }
    const { cwd, stdout, exitCode } = runAction({ files, inputs: { format } })
    const program = runBuilt(['--format', format, '--color', 'always'], { cwd, env: { GITHUB_WORKSPACE: cwd } })
    const log = stdout.slice(stdout.indexOf('\n') + 1, stdout.lastIndexOf(program.stdout) + program.stdout.length)
    expect(log).toBe(program.stdout)
    expect(exitCode).toBe(1)
  })

  it('reads configurations, baselines, globs and ignored files', () => {
    const files = {
      'team/agents/a.md': agentFile('name: a', 'description: Sorts the tickets that came in.', 'tools: bash'),
      'team/agents/left-out.md': agentFile('name: b', 'description: Sorts the letters that came in.', 'tools: bash'),
      'team/agents/known.md': agentFile('name: c', 'description: Sorts the parcels that came in.', 'tools: bash'),
      'agent-lint.config.yaml': 'extends: ./shared.jsonc\nignores: ["**/left-*.md"]\n',
      'shared.jsonc': '{ /* of all */ "rules": { "no-usable-tool": "warning" } }',
    }
    const workspace = folderWith(files)
    const baseline = runBuilt(['team/agents', '--update-baseline'], { cwd: workspace })
    expect(baseline.exitCode).toBe(0)
    const inputs = { paths: 'team/*/[ab].md\nteam/agents' }
    const known = runAction({ workspace, inputs })
    expect([known.outputs.warnings, known.outputs.agents]).toEqual(['0', '2'])
    const all = runAction({ workspace, inputs: { ...inputs, args: '--no-baseline' } })
    expect([all.outputs.errors, all.outputs.warnings]).toEqual(['0', '2'])
  })
})
