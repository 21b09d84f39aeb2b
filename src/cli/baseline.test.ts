import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { agentFile, folderWith, runBuilt } from '../testing/run-built.ts'

const name = 'agent-lint-baseline.json'
const agent = (...lines: readonly string[]): string =>
  agentFile('name: search', 'description: Finds where things are defined.', ...lines)
const searchPath = '.claude/agents/search.md'
const other = agentFile('name: other', 'description: Does what is left to do.', 'model: gpt-4o')

function fleet(text: string, more: Readonly<Record<string, string>> = {}): string {
  const cwd = folderWith({ [searchPath]: text, ...more })
  execFileSync('git', ['init', '-q'], { cwd })
  return cwd
}

const baselineOf = (cwd: string): string[] =>
  readFileSync(join(cwd, name), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{"'))
    .map((line) => line.replace(/,$/, ''))

const update = (cwd: string, ...args: readonly string[]) => runBuilt([...args, '--update-baseline'], { cwd })

/** `rule` of what is shown, `(rule)` of what is silenced. */
function found(cwd: string, ...args: readonly string[]): string[] {
  const { stdout } = runBuilt([...args, '--format', 'json'], { cwd })
  const { diagnostics }: { diagnostics: { rule: string; suppressed: object | null }[] } = JSON.parse(stdout)
  return diagnostics.map(({ rule, suppressed }) => (suppressed === null ? rule : `(${rule})`))
}

describe('--update-baseline', () => {
  it('makes a fleet green that was not, and says so', () => {
    const cwd = fleet(agent('tools: bash', 'color: teal'))
    expect(runBuilt([], { cwd }).exitCode).toBe(1)
    const { exitCode, stdout, stderr } = update(cwd)
    expect(stderr).toBe(`agent-lint: wrote ${name}: 2 entries\n`)
    expect(stdout).toBe('1 agent, no problems (claude-code); 2 silenced by the baseline\n')
    expect(exitCode).toBe(0)
    expect(runBuilt(['--max-warnings', '0'], { cwd }).exitCode).toBe(0)
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(`{
"version": 1,
"findings": [
{"rule":"invalid-field","agents":["${searchPath}"],"value":"color | teal","count":1},
{"rule":"no-usable-tool","agents":["${searchPath}"],"value":"bash","count":1}
]
}
`)
  })

  it('writes nothing where nothing is found, and nothing twice', () => {
    const clean = fleet(agent())
    expect(update(clean).stderr).toBe('agent-lint: nothing to put into a baseline\n')
    expect(existsSync(join(clean, name))).toBe(false)
    const cwd = fleet(agent('color: teal'))
    update(cwd)
    const { mtimeMs } = statSync(join(cwd, name))
    expect(update(cwd).stderr).toBe(`agent-lint: ${name} is up to date\n`)
    expect(statSync(join(cwd, name)).mtimeMs).toBe(mtimeMs)
  })

  it('leaves advice out, unless advice fails', () => {
    const cwd = fleet(agent('tools: Edit, MultiEdit'))
    expect(update(cwd).stderr).toContain('nothing to put')
    update(cwd, '--fail-on', 'info')
    expect(found(cwd)).toEqual(['(retired-tool)'])
  })

  it('keeps a link and a mode, and leaves nothing else behind', () => {
    const cwd = fleet(agent('color: teal'), { 'ci/known.json': '{"version":1,"findings":[]}' })
    chmodSync(join(cwd, 'ci/known.json'), 0o640)
    symlinkSync('ci/known.json', join(cwd, name))
    update(cwd)
    expect(baselineOf(cwd).length).toBe(1)
    expect(statSync(join(cwd, 'ci/known.json')).mode & 0o777).toBe(0o640)
    expect(readdirSync(join(cwd, 'ci'))).toEqual(['known.json'])
  })

  it.skipIf(process.getuid?.() === 0)('says why it could not write', () => {
    const cwd = fleet(agent('color: teal'))
    chmodSync(cwd, 0o555)
    const { exitCode, stderr } = update(cwd)
    chmodSync(cwd, 0o755)
    expect(stderr).toContain('could not be written: permission is denied')
    expect(exitCode).toBe(2)
  })
})

describe('what a baseline knows', () => {
  it('is found again on another line', () => {
    const cwd = fleet(agent('color: teal'))
    update(cwd)
    writeFileSync(join(cwd, searchPath), agent('model: sonnet', '', 'color: teal').replaceAll('\n', '\r\n'))
    expect(found(cwd)).toEqual(['(invalid-field)'])
  })

  it('makes no room for another finding of the same rule', () => {
    const cwd = fleet(agent('tools: Read, house-search'))
    update(cwd)
    writeFileSync(join(cwd, searchPath), agent('tools: Read, house-find'))
    expect(found(cwd)).toEqual(['unknown-tool', 'stale-baseline'])
    expect(runBuilt(['--max-warnings', '0'], { cwd }).exitCode).toBe(1)
  })

  it('is counted', () => {
    const cwd = fleet(agent('tools: [Read, house-search]'))
    update(cwd)
    writeFileSync(join(cwd, searchPath), agent('tools: [Read, house-search, house-search]'))
    const places = found(cwd).filter((rule) => rule.includes('unknown-tool'))
    expect(places).toEqual(['(unknown-tool)', 'unknown-tool'])
  })

  it('is an overlap of two agents, whichever is named first, and each path of theirs by itself', () => {
    const owner = (id: string, ...paths: readonly string[]): string =>
      `${agentFile(`name: ${id}`, `description: Looks after everything in part ${id} of the project.`)}\n## What you own\n\n${paths.map((path) => `- \`${path}\`\n`).join('')}`
    const paths = (a: string, b: string) => ({ '.claude/agents/a.md': a, '.claude/agents/b.md': b })
    const cwd = fleet(agent(), paths(owner('a', 'src/', 'docs/'), owner('b', 'src/', 'docs/')))
    update(cwd)
    expect(baselineOf(cwd).length).toBe(2)
    expect(found(cwd)).toEqual(['(overlapping-ownership)'])
    writeFileSync(join(cwd, '.claude/agents/a.md'), owner('a', 'docs/'))
    expect(found(cwd)).toEqual(['(overlapping-ownership)', 'stale-baseline'])
    writeFileSync(join(cwd, '.claude/agents/b.md'), owner('b', 'docs/', 'lib/'))
    writeFileSync(join(cwd, '.claude/agents/a.md'), owner('a', 'docs/', 'lib/'))
    expect(found(cwd)).toEqual(['overlapping-ownership', 'stale-baseline'])
  })

  it('is not what a comment silences', () => {
    const cwd = fleet(agent('# agent-lint-disable-next-line invalid-field', 'color: teal'))
    expect(update(cwd).stderr).toContain('nothing to put')
  })
})

describe('stale entries', () => {
  it('are advice, or errors on request, and go with the next update', () => {
    const cwd = fleet(agent('color: teal', 'model: gpt-4o'))
    update(cwd)
    writeFileSync(join(cwd, searchPath), agent('model: gpt-4o'))
    expect(runBuilt([], { cwd }).exitCode).toBe(0)
    expect(runBuilt(['--strict-baseline'], { cwd }).exitCode).toBe(1)
    expect(runBuilt(['--info', '--format', 'compact'], { cwd }).stdout).toContain(`${name}:4:1: info \`invalid-field\``)
    expect(update(cwd).stderr).toBe(`agent-lint: wrote ${name}: 1 entry (before: 2)\n`)
    expect(found(cwd)).toEqual(['(unknown-model)'])
  })

  it('are those of deleted files too', () => {
    const cwd = fleet(agent(), { '.claude/agents/other.md': other })
    update(cwd)
    rmSync(join(cwd, '.claude/agents/other.md'))
    expect(found(cwd)).toEqual(['stale-baseline'])
  })

  it.each([
    ['other files are in focus', [searchPath]],
    ['another folder is read', ['tools/agents']],
  ])('are not those that were not looked at, where %s', (_, paths) => {
    const cwd = fleet(agent('color: teal'), { '.claude/agents/other.md': other, 'tools/agents/x.md': other })
    update(cwd)
    const before = baselineOf(cwd)
    writeFileSync(
      join(cwd, '.claude/agents/other.md'),
      agentFile('name: other', 'description: Does what is left to do.'),
    )
    expect(found(cwd, ...paths)).not.toContain('stale-baseline')
    update(cwd, ...paths)
    expect(baselineOf(cwd)).toEqual(expect.arrayContaining(before))
    expect(found(cwd)).toContain('stale-baseline')
  })

  it('are not those of rules that are off', () => {
    const cwd = fleet(agent('color: teal'))
    update(cwd)
    writeFileSync(join(cwd, 'agent-lint.config.json'), '{"rules":{"invalid-field":"off"}}')
    expect(found(cwd)).toEqual([])
    expect(update(cwd).stderr).toContain('up to date')
  })

  it('are not those of files that are not tracked, where only tracked ones count', () => {
    const cwd = fleet(agent('color: teal'), { '.claude/agents/draft.md': other })
    update(cwd)
    execFileSync('git', ['add', searchPath], { cwd })
    expect(found(cwd, '--tracked-only')).toEqual(['(invalid-field)'])
    expect(update(cwd, '--tracked-only').stderr).toContain('up to date')
  })

  it('are not those of files for which an override switches the rule off', () => {
    const cwd = fleet(agent('color: teal'))
    update(cwd)
    const overrides = [{ files: ['.claude/agents/*.md'], rules: { 'invalid-field': 'off' } }]
    writeFileSync(join(cwd, 'agent-lint.config.json'), JSON.stringify({ overrides }))
    expect(found(cwd, '--strict-baseline')).toEqual([])
  })

  it('are hidden with everything else that is not in focus', () => {
    const cwd = fleet(agent('color: teal'), { '.claude/agents/other.md': other })
    update(cwd)
    expect(found(cwd, searchPath)).toEqual(['(invalid-field)'])
  })
})

describe('where a baseline is', () => {
  it('is the top of the repository, from any folder in it', () => {
    const cwd = fleet(agent('color: teal'), { 'docs/index.md': '' })
    update(cwd)
    expect(existsSync(join(cwd, name))).toBe(true)
    expect(found(join(cwd, 'docs'), '..')).toEqual(['(invalid-field)'])
    expect(found(join(cwd, '.claude'), 'agents')).toEqual(['(invalid-field)'])
  })

  it('is beside the configuration', () => {
    const cwd = folderWith({
      'team/agent-lint.config.json': '{}',
      'team/.claude/agents/search.md': agent('color: teal'),
    })
    execFileSync('git', ['init', '-q'], { cwd })
    update(cwd, 'team')
    expect(baselineOf(join(cwd, 'team'))).toEqual([
      '{"rule":"invalid-field","agents":[".claude/agents/search.md"],"value":"color | teal","count":1}',
    ])
    expect(found(cwd, 'team')).toEqual(['(invalid-field)'])
  })

  it('is where the flag says, or nowhere', () => {
    const cwd = fleet(agent('color: teal'))
    update(cwd, '--baseline', 'ci/known.json')
    expect(existsSync(join(cwd, name))).toBe(false)
    expect(found(cwd)).toEqual(['invalid-field'])
    expect(found(cwd, '--baseline', 'ci/known.json')).toEqual(['(invalid-field)'])
    update(cwd)
    expect(found(cwd, '--no-baseline')).toEqual(['invalid-field'])
    const { exitCode, stderr } = runBuilt(['--baseline', 'none.json'], { cwd })
    expect(stderr).toContain('there is no baseline none.json')
    expect(exitCode).toBe(2)
  })
})

describe('a file that is no baseline', () => {
  it.each([
    ['', 'not JSON'],
    ['[]', 'not JSON'],
    ['{"version":2,"findings":[]}', 'of another version than 1'],
    ['{"version":1,"findings":[{"rule":"x"}]}', 'its finding 1 lacks'],
    ['{"version":1,"findings":[null]}', 'its finding 1 lacks'],
  ])('is refused: %s', (text, why) => {
    const { exitCode, stderr } = runBuilt([], { cwd: fleet(agent(), { [name]: text }) })
    expect(stderr).toContain(why)
    expect(exitCode).toBe(2)
  })

  it('is mended after a merge: the lines of both sides are kept where they still hold', () => {
    const cwd = fleet(agent('color: teal'), { 'tools/agents/x.md': other })
    update(cwd, '.claude', 'tools/agents')
    const [mine = '', theirs = ''] = baselineOf(cwd)
    const text = `{\n"version": 1,\n"findings": [\n<<<<<<< a\n${mine}\n=======\n${theirs},\n>>>>>>> b\n]\n}\n`
    writeFileSync(join(cwd, name), text)
    expect(runBuilt([], { cwd }).stderr).toContain('conflict marks')
    update(cwd, '.claude')
    expect(baselineOf(cwd).length).toBe(2)
    expect(found(cwd, '.claude', 'tools/agents')).toEqual(['(invalid-field)', '(unknown-model)'])
  })
})
