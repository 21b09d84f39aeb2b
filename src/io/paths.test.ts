import { describe, expect, it } from 'vitest'
import { absolutePath, folderOf, joinPath, normalise, relativePath } from './paths.ts'

describe('paths where drives have letters', () => {
  it.each([
    ['C:/work', 'agents\\api.md', 'C:/work/agents/api.md'],
    ['C:/work', '.\\agents\\..\\team\\', 'C:/work/team'],
    ['C:/work', 'c:\\other\\a.md', 'C:/other/a.md'],
    ['C:/work', 'D:/other', 'D:/other'],
    ['C:/work', '..\\..\\..', 'C:/'],
    ['C:/', 'a.md', 'C:/a.md'],
    ['C:/work', '\\\\?\\C:\\long\\a.md', 'C:/long/a.md'],
    ['C:/work', '\\\\?\\UNC\\server\\share\\a.md', '//server/share/a.md'],
    ['C:/work', '\\\\server\\share\\a.md', '//server/share/a.md'],
    ['//server/share/x', '..\\..\\a.md', '//server/share/a.md'],
    ['C:/work', '\\agents\\a.md', 'C:/agents/a.md'],
    ['C:/work', '/agents', 'C:/agents'],
    ['C:/work', '\\', 'C:/'],
    ['//server/share/x', '\\a.md', '//server/share/a.md'],
    ['C:/work', 'C:agents\\a.md', 'C:/work/agents/a.md'],
    ['C:/work', 'c:', 'C:/work'],
    ['C:/work', 'D:agents', 'C:/work/D:agents'],
    ['C:/work', '\\\\.\\C:\\a.md', 'C:/a.md'],
    ['C:/work', 'agents\\/api.md', 'C:/work/agents/api.md'],
    ['/home/me', 'C:a.md', '/home/me/C:a.md'],
    ['/home/me', 'a\\b.md', '/home/me/a\\b.md'],
    ['/home/me', '../you//a.md', '/home/you/a.md'],
  ])('from %s, %s is %s', (cwd, path, expected) => {
    expect(absolutePath(cwd, path)).toBe(expected)
  })

  it.each([
    ['C:/work/a.md', ['C:/work', 'C:/']],
    ['//server/share/x/a.md', ['//server/share/x', '//server/share/']],
    ['/home/a.md', ['/home', '/']],
    ['a/b.md', ['a', '.']],
  ])('the folders above %s come to an end', (path, expected) => {
    const folders: string[] = []
    for (let at = folderOf(path); ; at = folderOf(at)) {
      folders.push(at)
      if (at === folderOf(at)) break
    }
    expect(folders).toEqual(expected)
  })

  it.each([
    ['C:/work', 'C:/work/agents/a.md', 'agents/a.md'],
    ['C:/', 'C:/a.md', 'a.md'],
    ['C:/work/x', 'C:/work', '..'],
    ['C:/work', 'D:/a.md', 'D:/a.md'],
    ['C:/work', '//server/share/a.md', '//server/share/a.md'],
    ['//server/share', '//server/other/a.md', '//server/other/a.md'],
    ['//server/share', '//server/share/a.md', 'a.md'],
    ['/', '/a.md', 'a.md'],
    ['/a', '/b/c', '../b/c'],
  ])('from %s, %s is seen as %s, and back', (from, path, expected) => {
    expect(relativePath(from, path)).toBe(expected)
    expect(absolutePath(from, expected)).toBe(path)
  })

  it('are written in one way', () => {
    expect(normalise('c:/a/./b/..')).toBe('C:/a')
    expect(normalise('C:/')).toBe('C:/')
    expect(normalise('//server/share')).toBe('//server/share/')
    expect(normalise('')).toBe('.')
    expect(joinPath('C:/', 'a')).toBe('C:/a')
  })
})
