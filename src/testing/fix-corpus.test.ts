import { chmodSync, cpSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { corpusFolder, folderWith, runBuilt } from './run-built.ts'

interface Seen {
  readonly loads: boolean
  readonly why?: readonly string[]
  readonly name?: string
  readonly description?: string
  readonly model?: string
  readonly tools?: unknown
}

/** The hosts whose folders the public files are in, or are taken to be. */
const hosts = 'claude-code,copilot,vscode'

/** Each run reads all files, some of them several times. */
const timeout = 300_000

describe.skipIf(corpusFolder === undefined)('fixes of public files', () => {
  const original = join(corpusFolder ?? '', 'corpus')
  let cwd = ''

  beforeAll(() => {
    cwd = folderWith({})
    cpSync(original, cwd, { recursive: true })
    for (const path of pathsIn(cwd)) chmodSync(join(cwd, path), 0o644)
  })

  it('leave what every host reads as it was, byte for byte, and mend what others refused', { timeout }, () => {
    const recovered = recoveredFiles(cwd)
    expect(recovered.length).toBeGreaterThanOrEqual(18)
    const before = inspected(cwd)
    const { stdout, stderr } = runBuilt(['.', '--fix', '--format', 'json'], { cwd, timeout })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout).summary).toMatchObject({ fixable: 0 })
    const after = inspected(cwd)
    for (const [path, verdicts] of before) {
      for (const [host, seen] of Object.entries(verdicts)) {
        if (seen.loads) expect(visible(after.get(path)?.[host]), `${host} and ${path}`).toEqual(visible(seen))
      }
    }
    for (const path of recovered) {
      expect(before.get(path)?.['claude-code']?.loads, path).toBe(true)
      for (const seen of Object.values(after.get(path) ?? {})) expect(seen.why ?? [], path).not.toContain(invalid)
      expect(promptOf(join(cwd, path)), path).toBe(promptOf(join(original, path)))
    }
    console.log(`${recovered.length} recovered files are valid YAML now`)
  })

  it('bring no error, and are made once', { timeout }, () => {
    const errors = countErrors(runBuilt(['.', '--format', 'json'], { cwd, timeout }).stdout)
    const { stdout, stderr } = runBuilt(['.', '--fix', '--unsafe-fixes', '--format', 'json'], { cwd, timeout })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout).summary).toMatchObject({ fixable: 0, fixableUnsafely: 0 })
    expect(countErrors(stdout)).toBeLessThanOrEqual(errors)
    const again = runBuilt(['.', '--fix', '--unsafe-fixes', '--format', 'json'], { cwd, timeout })
    expect(JSON.parse(again.stdout).summary).toMatchObject({ fixed: 0 })
  })
})

const invalid = 'the frontmatter is not valid YAML'

const visible = (seen: Seen | undefined) => ({ ...seen, lost: undefined })

const pathsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile())

function inspected(cwd: string): Map<string, Record<string, Seen>> {
  const { stdout } = runBuilt(['inspect', '.', '--host', hosts, '--format', 'json'], { cwd, timeout })
  const agents: { path: string; hosts: Record<string, Seen> }[] = JSON.parse(stdout).agents
  return new Map(agents.map((agent) => [agent.path, agent.hosts]))
}

/** Those with a safe fix of their YAML: their own host mends them by itself. */
function recoveredFiles(cwd: string): string[] {
  const { stdout } = runBuilt(['.', '--format', 'json'], { cwd, timeout })
  const diagnostics: { rule: string; path: string; fixes: { applicability: string }[] }[] =
    JSON.parse(stdout).diagnostics
  return diagnostics
    .filter(({ rule, fixes }) => rule === 'invalid-yaml' && fixes[0]?.applicability === 'safe')
    .map(({ path }) => path)
}

/** Behind the second line of dashes. */
const promptOf = (path: string): string => readFileSync(path, 'latin1').split(/^---$/m).slice(2).join('---')

const countErrors = (report: string): number => JSON.parse(report).summary.errors
