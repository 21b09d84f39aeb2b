import { describe, expect, it } from 'vitest'
import { knownIds, lint, readFleets } from '../composition.ts'
import { loadConfig } from '../config/load-config.ts'
import { startFolder } from '../config/start-folder.ts'
import { createMemoryFileSystem } from '../io/memory-fs.ts'
import { workspacePaths } from '../io/workspace-paths.ts'
import { lineFinder, positionAt } from '../reporters/position.ts'
import { uriOf } from '../reporters/sarif-text.ts'
import type { LintResult } from './lint.ts'

const agent = (name: string, ...lines: readonly string[]): string =>
  `---\nname: ${name}\ndescription: Looks after the part called ${name}.\n${lines.join('\n')}\n---\n\n`

const api = `${agent('api', 'tools: Read, Edit, grep')}## What you own\n\n- \`src/api/**\`\n\n## Escalation\n\n- Schema changes → \`database\` agent\n`
const shop = `${agent('shop', 'model: gtp-9')}## What you own\n\n- \`src/api/shop/\`\n\n## Escalation\n\n- Prices → \`nobody\` agent\n`

const files = (text: (it: string) => string = (it) => it): Record<string, string> => ({
  'repo/.git/HEAD': 'ref: refs/heads/main',
  'repo/.claude/agents/api.md': text(api),
  'repo/.claude/agents/shop.md': text(shop),
  'repo/.claude/agents/README.md': text('# Agents\n'),
  'repo/src/api/shop/a.ts': '',
})

async function lintIn(cwd: string, paths: readonly string[], given = files(), base = cwd): Promise<LintResult> {
  const fs = createMemoryFileSystem(
    Object.fromEntries(Object.entries(given).map(([path, text]) => [`${base}/${path}`, text])),
    cwd,
  )
  const loaded = await loadConfig(fs, { path: undefined, none: false, start: startFolder(fs, paths), known: knownIds })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return lint(fs, { paths, config: loaded.config, configFolder: loaded.folder })
}

/** What was found, and where a person would look for it. */
function seen({ report }: LintResult): string[] {
  const findLines = lineFinder(report)
  return report.diagnostics.map(({ path, span, rule, message }) => {
    const index = findLines(path)
    const at = index === undefined ? undefined : positionAt(index, span.start)
    return `${path}:${at?.line}:${at?.column} ${rule} ${message}`
  })
}

describe('on Windows', () => {
  it.each([
    ['nothing', []],
    ['a folder', ['.claude\\agents']],
    ['a folder with a point and an end', ['.\\.claude\\agents\\']],
    ['a drive', ['c:\\work\\repo\\.claude\\agents']],
    ['what takes long paths', ['\\\\?\\C:\\work\\repo']],
  ])('%s as the path means the same as elsewhere', async (_, paths) => {
    const there = await lintIn('C:/work/repo', paths, files(), 'C:/work')
    const here = await lintIn('/work/repo', [], files(), '/work')
    expect(there.unmatched).toEqual([])
    expect(seen(there)).toEqual(seen(here))
    expect(seen(there).length).toBeGreaterThanOrEqual(4)
    expect(there.report.fleets).toEqual(here.report.fleets)
  })

  it('a file is looked at in its fleet, with `\\` between its parts or `/`', async () => {
    for (const path of ['repo\\.claude\\agents\\shop.md', 'repo/.claude\\agents/shop.md']) {
      const result = await lintIn('C:/work', [path])
      expect(result.report.fleets.map(({ root, agents }) => [root, agents])).toEqual([['repo/.claude/agents', 2]])
      expect(new Set(result.report.diagnostics.map(({ path: at }) => at))).toContain('repo/.claude/agents/shop.md')
      expect(result.focus).toEqual(['repo/.claude/agents/shop.md'])
    }
  })

  it('agents at the top of a drive, on another drive or on a share are agents', async () => {
    const top = await lintIn('C:/', [], { '.claude/agents/api.md': api }, 'C:')
    expect(top.report.fleets.map(({ root }) => root)).toEqual(['.claude/agents'])
    const other = await lintIn('C:/work', ['D:\\team\\agents'], { 'agents/api.md': api }, 'D:/team')
    expect(other.report.fleets.map(({ root }) => root)).toEqual(['D:/team/agents'])
    const share = await lintIn('//server/share/repo', [], files(), '//server/share')
    expect(share.report.fleets.map(({ root }) => root)).toEqual(['.claude/agents'])
  })

  it('a path that matches nothing is said as it was typed', async () => {
    expect((await lintIn('C:/work', ['no\\such'])).unmatched).toEqual(['no\\such'])
  })

  it('a configuration is found upwards, and its patterns and overrides hold', async () => {
    const config = {
      rules: { 'unknown-agent': 'off' },
      ignores: ['.claude/agents/api.md'],
      overrides: [{ files: ['.claude/agents/**'], rules: { 'unknown-model': 'off' } }],
    }
    const given = { ...files(), 'repo/agent-lint.config.json': JSON.stringify(config) }
    const { report } = await lintIn('C:/work/repo', ['.claude\\agents'], given, 'C:/work')
    expect(report.fleets.map(({ files: read }) => read)).toEqual([['.claude/agents/shop.md']])
    expect(report.diagnostics.map(({ rule }) => rule)).not.toContain('unknown-agent')
    expect(report.diagnostics.map(({ rule }) => rule)).not.toContain('unknown-model')
  })

  it('a checkout with CRLF has the findings of one with LF, at the same lines and columns', async () => {
    const crlf = await lintIn(
      'C:/work/repo',
      [],
      files((text) => text.replaceAll('\n', '\r\n')),
      'C:/work',
    )
    expect(seen(crlf)).toEqual(seen(await lintIn('C:/work/repo', [], files(), 'C:/work')))
  })

  it('patterns of ownership meet the files of the repository', async () => {
    const given = Object.fromEntries(Object.entries(files()).map(([path, text]) => [`C:/work/${path}`, text]))
    const fs = createMemoryFileSystem(given, 'C:/work/repo', true)
    const { emptyConfig } = await import('../config/config.ts')
    const { fleets } = await readFleets(fs, { paths: [], config: emptyConfig, configFolder: fs.cwd })
    expect(fleets.map(({ project }) => project)).toEqual(['C:/work/repo'])
    expect(fleets[0]?.fleet.overlaps.overlaps[0]?.witness).toContain('src/api/shop')
  })

  it('reports name files from the top of the workspace', () => {
    const fs = createMemoryFileSystem({ 'D:/a/repo/sub/x.md': '' }, 'D:/a/repo/sub')
    expect(workspacePaths(fs, 'd:\\a\\repo')('x.md')).toBe('sub/x.md')
    expect(workspacePaths(fs, 'D:\\a\\repo\\')('C:/y.md')).toBe('C:/y.md')
    expect(uriOf('C:/a b.md')).toBe('file:///C:/a%20b.md')
    expect(uriOf('//server/share/a.md')).toBe('file://server/share/a.md')
  })
})
