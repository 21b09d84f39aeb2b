import { describe, expect, it } from 'vitest'
import { hostById } from '../composition.ts'
import type { FileSystem } from '../io/file-system.ts'
import { createMemoryFileSystem, type MemoryEntry } from '../io/memory-fs.ts'
import { createTree } from './tree.ts'

/** A file system that notes every path that it is asked for. */
function watched(files: Readonly<Record<string, MemoryEntry>>): { fs: FileSystem; asked: string[] } {
  const inner = createMemoryFileSystem(files, '/home/me/project')
  const asked: string[] = []
  const note = (path: string): string => {
    asked.push(path)
    return path
  }
  const fs: FileSystem = {
    ...inner,
    readFile: (path) => inner.readFile(note(path)),
    readDirectory: (path) => inner.readDirectory(note(path)),
    kindOf: (path) => inner.kindOf(note(path)),
    realPath: (path) => inner.realPath(note(path)),
  }
  return { fs, asked }
}

const files: Readonly<Record<string, MemoryEntry>> = {
  '.claude/agents/a.md': '',
  '.claude/agents/references/list.md': '',
  'docs/style.md': '',
  'docs/secret': { failure: 'EACCES' },
  'docs/out.md': { link: '/etc/hosts' },
  'docs/nowhere.md': { link: '/etc/not-there' },
  'docs/folder': { link: '/etc' },
  'docs/in.md': { link: 'style.md' },
  'docs/pipe.md': { other: true },
  '/etc/hosts': '',
  '/home/me/other.md': '',
}

function find(target: string, extra: Readonly<Record<string, MemoryEntry>> = {}) {
  const { fs, asked } = watched({ ...files, ...extra })
  const host = hostById('claude-code')
  if (host === undefined) throw new Error('the host is gone')
  const found = createTree(fs, '.claude/agents', host).find('/home/me/project/.claude/agents', target)
  return { ...found, asked }
}

describe('a path in the project', () => {
  it.each([
    ['a.md', 'there'],
    ['references/list.md', 'there'],
    ['../../docs/style.md', 'there'],
    ['docs/style.md', 'there'],
    ['docs', 'there'],
    ['docs/in.md', 'there'],
    ['docs/missing.md', 'missing'],
    ['b.md', 'missing'],
    ['docs/style.md/more.md', 'folder-missing'],
    ['lists/a.md', 'folder-missing'],
    ['docs/../docs/missing.md', 'folder-missing'],
  ])('%s is %s', (target, state) => {
    expect(find(target).state).toBe(state)
  })

  it('has a name that it may be meant for', () => {
    expect(find('docs/stlye.md').near).toBe('style.md')
    expect(find('docs/Style.md')).toMatchObject({ state: 'missing', near: 'style.md' })
  })

  it('is surely missing where the project is a checkout', () => {
    expect(find('lists/a.md').isWhole).toBe(false)
    expect(find('lists/a.md', { '.git/HEAD': '' }).isWhole).toBe(true)
  })
})

describe('what leads out of the project, or is no file', () => {
  const outside = [
    '/etc/hosts',
    '/etc/not-there',
    '../../../other.md',
    '../../../not-there.md',
    '../../../../../etc/hosts',
  ]
  const links = ['docs/out.md', 'docs/nowhere.md', 'docs/folder/hosts', 'docs/folder/not-there']
  const devices = [
    'CON',
    'docs/nul.md',
    'COM1',
    'docs/lpt9.txt',
    'conin$',
    '\\\\host\\share',
    'C:/x.md',
    'file:///etc/hosts',
  ]

  it.each([...outside, ...links, ...devices, 'docs/pipe.md'])('%s is unknown', (target) => {
    expect(find(target)).toMatchObject({ state: 'unknown', near: undefined })
  })

  it.each([...outside, ...devices])('%s is not asked for', (target) => {
    const { asked } = find(target)
    expect(asked.filter((path) => !path.startsWith('/home/me/project'))).toEqual([])
  })

  it('is never opened', () => {
    for (const target of [...outside, ...links, ...devices]) {
      const { fs } = watched(files)
      const host = hostById('claude-code')
      const reading: FileSystem = { ...fs, readFile: () => expect.unreachable('a file was opened') }
      if (host !== undefined)
        createTree(reading, '.claude/agents', host).find('/home/me/project/.claude/agents', target)
    }
  })
})
