import { describe, expect, it } from 'vitest'
import { knownIds, lint, readFleets } from '../composition.ts'
import { emptyConfig } from '../config/config.ts'
import { loadConfig } from '../config/load-config.ts'
import { startFolder } from '../config/start-folder.ts'
import type { FileSystem } from '../io/file-system.ts'
import { createMemoryFileSystem } from '../io/memory-fs.ts'
import { overlayFile } from '../io/overlay-fs.ts'
import { absolutePath } from '../io/paths.ts'
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

async function lintWith(fs: FileSystem, paths: readonly string[]): Promise<LintResult> {
  return lint(fs, { paths, config: emptyConfig, configFolder: fs.cwd })
}

const onShare = Object.fromEntries(Object.entries(files()).map(([path, text]) => [`//server/share/${path}`, text]))

/** As on a disk on which case does not count, but is kept. */
function ignoringCase(fs: FileSystem, paths: readonly string[]): FileSystem {
  const kept = (path: string): string => {
    const own = absolutePath(fs.cwd, path)
    return paths.find((known) => known.toLowerCase() === own.toLowerCase()) ?? path
  }
  return {
    ...fs,
    readFile: (path) => fs.readFile(kept(path)),
    kindOf: (path) => fs.kindOf(kept(path)),
    realPath: (path) => fs.realPath(kept(path)),
  }
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

  it.each([
    ['a path from the top of the drive', ['\\work\\repo\\.claude\\agents']],
    ['a path on the drive of the current folder', ['C:.claude\\agents']],
    ['the drive alone', ['C:']],
  ])('%s means what it means to its shell', async (_, paths) => {
    const there = await lintIn('C:/work/repo', paths, files(), 'C:/work')
    expect(there.unmatched).toEqual([])
    expect(there.report.fleets.map(({ root, agents }) => [root, agents])).toEqual([['.claude/agents', 2]])
  })

  it('a share, or a file on it, is looked at like any other folder', async () => {
    for (const cwd of ['C:/work', '//server/share/repo']) {
      const fs = createMemoryFileSystem(onShare, cwd)
      const folder = await lintWith(fs, ['\\\\server\\share\\repo\\.claude\\agents'])
      const file = await lintWith(fs, ['\\\\?\\UNC\\server\\share\\repo\\.claude\\agents\\shop.md'])
      const root = cwd === 'C:/work' ? '//server/share/repo/.claude/agents' : '.claude/agents'
      expect([...folder.report.fleets, ...file.report.fleets].map((fleet) => fleet.root)).toEqual([root, root])
      expect(file.focus).toEqual([`${root}/shop.md`])
    }
  })

  it('a file that is typed in another case is the same file', async () => {
    const given = Object.fromEntries(Object.entries(files()).map(([path, text]) => [`C:/work/${path}`, text]))
    const fs = ignoringCase(createMemoryFileSystem(given, 'C:/work/repo'), Object.keys(given))
    const result = await lintWith(fs, ['.claude\\agents\\SHOP.MD'])
    expect(result.report.fleets.map((fleet) => fleet.files)).toEqual([
      ['.claude/agents/api.md', '.claude/agents/shop.md'],
    ])
    expect(result.focus).toEqual(['.claude/agents/shop.md'])
    expect(result.report.diagnostics.map(({ rule }) => rule)).toContain('unknown-model')
    expect(result.report.diagnostics.map(({ rule }) => rule)).not.toContain('duplicate-name')
  })

  it('what an editor holds stands for the file that it names', async () => {
    const given = Object.fromEntries(Object.entries(files()).map(([path, text]) => [`C:/work/${path}`, text]))
    for (const typed of ['.claude\\agents\\shop.md', 'c:\\work\\repo\\.claude\\agents\\shop.md']) {
      const bytes = Buffer.from(agent('shop', 'model: sonnet').replaceAll('\n', '\r\n'))
      const fs = overlayFile(createMemoryFileSystem(given, 'C:/work/repo'), typed, bytes, bytes.length)
      const { report, focus } = await lintWith(fs, [typed])
      expect(report.fleets.map(({ files: read }) => read)).toEqual([
        ['.claude/agents/api.md', '.claude/agents/shop.md'],
      ])
      expect(focus).toEqual(['.claude/agents/shop.md'])
      expect(report.diagnostics.map(({ rule }) => rule)).not.toContain('unknown-model')
    }
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

  it('a configuration may have `\\` between the parts of its paths, on any system', async () => {
    const config = {
      hosts: { 'team\\specs': 'copilot' },
      ignores: ['team\\specs\\old\\*.md', 'team\\drafts\\'],
      overrides: [{ files: ['team\\specs\\**'], rules: { 'unknown-tool': 'off' } }],
    }
    for (const cwd of ['C:/work', '/work']) {
      const given = {
        'team/specs/a.md': agent('api', 'tools: [grepp]'),
        'team/specs/old/b.md': agent('b'),
        'team/drafts/c.md': agent('c'),
        'agent-lint.config.json': JSON.stringify(config),
      }
      const { report } = await lintIn(cwd, ['team/specs'], given)
      expect(report.fleets.map(({ host, files: read }) => [host, read])).toEqual([['copilot', ['team/specs/a.md']]])
      expect(report.diagnostics.map(({ rule }) => rule)).not.toContain('unknown-tool')
    }
  })

  it('what is ignored may end its lines with CRLF', async () => {
    const given = { ...files(), 'repo/.gitignore': 'drafts/\r\nshop.md\r\n' }
    const { report } = await lintIn('C:/work/repo', [], given, 'C:/work')
    expect(report.fleets.map(({ files: read }) => read)).toEqual([['.claude/agents/api.md']])
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
