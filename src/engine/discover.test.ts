import { describe, expect, it } from 'vitest'
import { builtInHosts } from '../hosts/load-hosts.ts'
import { createMemoryFileSystem, type MemoryEntry } from '../io/memory-fs.ts'
import { discover } from './discover.ts'

const agent = '---\nname: a\ndescription: d\n---\n'

async function find(
  files: Readonly<Record<string, MemoryEntry>>,
  paths: readonly string[],
  more: { every?: boolean; ignores?: string[]; cwd?: string; configured?: string[] } = {},
) {
  const fs = createMemoryFileSystem(files, more.cwd ?? '/project')
  const request = {
    paths,
    hosts: builtInHosts,
    everyMarkdownFile: more.every ?? false,
    ignores: more.ignores ?? [],
    ignoresFolder: '.',
    configured: more.configured ?? [],
  }
  const found = await discover(fs, request)
  return { ...found, roots: found.roots.map(({ path, host, files: names }) => [path, host?.id ?? 'unknown', ...names]) }
}

describe('without a path', () => {
  const names = (found: Awaited<ReturnType<typeof find>>) => found.roots.map(([path]) => path)

  it('reads what the configuration names, too', async () => {
    const files = { '.claude/agents/a.md': agent, 'team/b.md': agent, 'agents/c.md': agent, 'other/d.md': agent }
    const configured = ['/project/team', '/project/gone']
    expect(names(await find(files, [], { configured }))).toEqual(['.claude/agents', 'team'])
    expect(names(await find(files, [], { configured: ['/project/agents'] }))).toEqual(['.claude/agents', 'agents'])
    expect(names(await find(files, ['other'], { configured }))).toEqual(['other'])
  })

  it('is led nowhere else by it', async () => {
    const files = { '/outside/b.md': agent, 'c.md': agent, linked: { link: '/outside' }, 'agents/a.md': agent }
    for (const path of ['/outside', '/project/linked', '/'])
      expect(names(await find(files, [], { configured: [path] }))).toEqual(['agents'])
  })
})

describe('what a path means', () => {
  it('finds folders of hosts, and folders that are called as folders of agents are', async () => {
    const files = {
      '.claude/agents/a.md': agent,
      '.github/agents/b.agent.md': agent,
      'tools/agents/c.md': agent,
      'src/x.md': 'x',
    }
    const { roots, passedOver } = await find(files, ['.'])
    expect(roots).toEqual([
      ['.claude/agents', 'claude-code', '.claude/agents/a.md'],
      ['.github/agents', 'copilot', '.github/agents/b.agent.md'],
      ['tools/agents', 'unknown', 'tools/agents/c.md'],
    ])
    expect(passedOver.map(({ path }) => path)).toEqual(['src/x.md'])
  })

  it('takes the folder itself where its files look like agents, with their neighbours', async () => {
    const { roots } = await find({ 'team/a.md': agent, 'team/b.md': 'no frontmatter', 'team/skills/SKILL.md': agent }, [
      'team',
    ])
    expect(roots).toEqual([['team', 'unknown', 'team/a.md', 'team/b.md']])
  })

  it('takes the folder itself also below one called docs', async () => {
    expect((await find({ 'docs/team/a.md': agent }, ['docs/team'])).roots).toEqual([
      ['docs/team', 'unknown', 'docs/team/a.md'],
    ])
  })

  it('takes the outermost of nested folders, but leaves a host its own', async () => {
    const { roots } = await find(
      { 'agents/a.md': agent, 'agents/sub/agents/b.md': agent, 'agents/x/.claude/agents/c.md': agent },
      ['.'],
    )
    expect(roots).toEqual([
      ['agents', 'unknown', 'agents/a.md', 'agents/sub/agents/b.md'],
      ['agents/x/.claude/agents', 'claude-code', 'agents/x/.claude/agents/c.md'],
    ])
  })

  it('without a path means the folders of hosts below, else ./agents', async () => {
    const both = { '.claude/agents/a.md': agent, 'agents/b.md': agent }
    const { roots, passedOver } = await find({ ...both, 'agents/guide.md': 'How to' }, [])
    expect(roots.map(([path]) => path)).toEqual(['.claude/agents'])
    expect(passedOver.map(({ path }) => path)).toEqual(['agents/b.md', 'agents/guide.md'])
    expect((await find({ 'agents/b.md': agent }, [])).roots).toEqual([['agents', 'unknown', 'agents/b.md']])
    expect((await find({ 'src/b.md': agent }, [])).unmatched).toEqual(['./agents'])
  })

  it('knows a host folder from inside', async () => {
    expect((await find({ 'a.md': agent }, ['.'], { cwd: '/p/.claude/agents' })).roots).toEqual([
      ['.', 'claude-code', 'a.md'],
    ])
  })

  it('reads the whole root for a file, and keeps the file in focus', async () => {
    const { roots, focus } = await find({ '.claude/agents/a.md': agent, '.claude/agents/agents/b.md': agent }, [
      '.claude/agents/agents/b.md',
    ])
    expect(roots).toEqual([['.claude/agents', 'claude-code', '.claude/agents/a.md', '.claude/agents/agents/b.md']])
    expect(focus).toEqual(['.claude/agents/agents/b.md'])
  })

  it('wants a folder whole beside a file', async () => {
    const { focus } = await find({ '.claude/agents/a.md': agent, 'other/b.md': agent }, [
      '.claude/agents',
      'other/b.md',
    ])
    expect(focus.toSorted()).toEqual(['.claude/agents/a.md', 'other/b.md'])
  })

  it('does not depend on the order of the paths', async () => {
    const files = { 'agents/a.md': agent, 'agents/sub/b.md': agent }
    expect((await find(files, ['agents/sub', 'agents'])).roots).toEqual(
      (await find(files, ['agents', 'agents/sub'])).roots,
    )
  })

  it('never enters what is not the project', async () => {
    const files = {
      'node_modules/x/.claude/agents/a.md': agent,
      '.claude/worktrees/w/.claude/agents/a.md': agent,
      '.git/agents/a.md': agent,
      '.claude/agents/b.md': agent,
    }
    expect((await find(files, ['.'])).roots).toEqual([['.claude/agents', 'claude-code', '.claude/agents/b.md']])
  })

  it('honours .gitignore in a repository, nested and negated, and the patterns of the configuration', async () => {
    const files = {
      '.git/HEAD': '',
      '.gitignore': 'drafts/\n*.tmp.md\n',
      'agents/.gitignore': 'old*.md\n!old-keep.md\n',
      'agents/a.md': agent,
      'agents/b.tmp.md': agent,
      'agents/drafts/c.md': agent,
      'agents/old-1.md': agent,
      'agents/old-keep.md': agent,
      'agents/z.md': agent,
    }
    const { roots, passedOver } = await find(files, ['agents'], { ignores: ['agents/z.md'] })
    expect(roots).toEqual([['agents', 'unknown', 'agents/a.md', 'agents/old-keep.md']])
    expect(passedOver).toHaveLength(4)
    expect((await find(files, ['agents'], { every: true })).roots[0]).toHaveLength(8)
  })

  it('follows links inside the folder only', async () => {
    const files: Record<string, MemoryEntry> = {
      'agents/a.md': agent,
      'agents/in': { link: 'real' },
      'agents/real/b.md': agent,
      'agents/loop': { link: '.' },
      'agents/out': { link: '/etc' },
      '/etc/c.md': agent,
      'agents/dangling.md': { link: 'nothing' },
    }
    const { roots } = await find(files, ['agents'])
    expect(roots[0]).toContain('agents/a.md')
    expect(roots[0]).toContain('agents/dangling.md')
    expect(roots[0]?.filter((path) => path.endsWith('c.md'))).toEqual([])
    expect(roots[0]?.filter((path) => path.endsWith('b.md'))).toHaveLength(1)
  })

  it('finds a team that several hosts share by links to it, and goes round in no circle', async () => {
    const files: Record<string, MemoryEntry> = {
      'team/a.md': agent,
      'team/deep/b.md': agent,
      'team/deep/up': { link: '../..' },
      '.claude/agents': { link: '../team' },
      '.cursor/agents': { link: '../team' },
      '.github/agents': { link: '..' },
      '.gemini/agents': { link: '/etc' },
      '/etc/c.md': agent,
    }
    const { roots } = await find(files, [])
    const claude = ['.claude/agents', 'claude-code', '.claude/agents/a.md', '.claude/agents/deep/b.md']
    expect(roots.find(([path]) => path === '.claude/agents')).toEqual(claude)
    expect(roots.map(([path]) => path)).toEqual(['.claude/agents', '.cursor/agents'])
    // Whoever names the folder means it, and nothing is read twice.
    expect((await find(files, ['team'])).roots.map(([path]) => path)).toEqual(['team'])
    expect((await find(files, ['.'])).roots.flat().filter((path) => path?.endsWith('a.md'))).toHaveLength(1)
  })

  it('ends with hostile ignore files', async () => {
    const deep = `agents/${'d/'.repeat(60)}a.md`
    const { roots } = await find({ '.git/HEAD': '', '.gitignore': `${'**/a/'.repeat(30)}b\n`, [deep]: agent }, [
      'agents',
    ])
    expect(roots[0]).toContain(deep)
  })
})
