import { describe, expect, it } from 'vitest'
import { hostById } from '../composition.ts'
import { createMemoryFileSystem, type MemoryEntry } from '../io/memory-fs.ts'
import { type DeclaredNames, declaredNames } from './declared-names.ts'
import { createTree } from './tree.ts'

const skill = (name: string): string => `---\nname: ${name}\ndescription: How we do it.\n---\n`

function declared(files: Readonly<Record<string, MemoryEntry>>): DeclaredNames {
  const fs = createMemoryFileSystem({ '.claude/agents/a.md': '', ...files }, '/work/shop/packages/api')
  const host = hostById('claude-code')
  if (host === undefined) throw new Error('the host is gone')
  return declaredNames(fs, createTree(fs, '.claude/agents', host), host)
}

const inRepository = { '/work/shop/.git/HEAD': 'ref: refs/heads/main\n' }
const own = { '.claude/skills/routes/SKILL.md': skill('routes'), '.mcp.json': '{ "mcpServers": { "db": {} } }' }
const above = {
  '/work/shop/.claude/skills/style/SKILL.md': skill('House style'),
  '/work/shop/.claude/commands/publish.md': 'Publish it.',
  '/work/shop/.mcp.json': '{ "mcpServers": { "tracker": {} } }',
}
const beyond = {
  '/work/.claude/skills/mine/SKILL.md': skill('mine'),
  '/work/.mcp.json': '{ "mcpServers": { "mine": {} } }',
}

describe('what a project declares', () => {
  it('has what the folders above declare, and nothing from beyond the repository', () => {
    const { skills, mcpServers } = declared({ ...inRepository, ...own, ...above, ...beyond })
    expect([...(skills() ?? [])].toSorted()).toEqual(['House style', 'publish', 'routes', 'style'])
    expect([...(mcpServers() ?? [])]).toEqual(['db', 'tracker'])
  })

  it('is its own alone where there is no repository', () => {
    const { skills, mcpServers } = declared({ ...own, ...above })
    expect([...(skills() ?? [])]).toEqual(['routes'])
    expect([...(mcpServers() ?? [])]).toEqual(['db'])
  })

  it('is nothing where only the folders above declare something', () => {
    const { skills, mcpServers } = declared({ ...inRepository, ...above })
    expect(skills()).toBeUndefined()
    expect(mcpServers()).toBeUndefined()
  })

  it('has a skill behind a link that leads out, whether it is there or not', () => {
    const link = { '.claude/skills/linked': { link: '/nowhere/linked' }, '/elsewhere/SKILL.md': skill('other') }
    const { skills, hollowSkill } = declared({ ...own, ...link, '.claude/skills/there': { link: '/elsewhere' } })
    expect([...(skills() ?? [])].toSorted()).toEqual(['linked', 'routes', 'there'])
    expect(hollowSkill('linked')).toBeUndefined()
    expect(hollowSkill('there')).toBeUndefined()
  })

  it('has no skill where the file of one is missing, or its folder', () => {
    const files = {
      '.claude/skills/notes/list.md': '',
      '.claude/skills/loose.md': '',
      '.claude/skills/publish/list.md': '',
      '.claude/commands/publish.md': '',
    }
    const { skills, looseSkill, hollowSkill } = declared(files)
    expect(skills()).toBeUndefined()
    expect(hollowSkill('notes')).toBe('.claude/skills/notes')
    expect(looseSkill('loose')).toBe('.claude/skills/loose.md')
    for (const name of ['publish', 'loose', '.', '..', 'notes/list', '']) expect(hollowSkill(name)).toBeUndefined()
  })

  it('cannot be told where a file above cannot be read', () => {
    const { mcpServers } = declared({ ...inRepository, ...own, '/work/shop/.mcp.json': '{ "mcpServers":' })
    expect(mcpServers()).toBeUndefined()
  })
})
