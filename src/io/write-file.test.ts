import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith } from '../testing/run-built.ts'
import { removeLeftOvers } from './temporary-files.ts'
import { writeFile } from './write-file.ts'

const before = '---\nname: a\n---\n'
const after = '---\nname: b\n---\n\nMore than before: é 🎉\n'

const isRoot = process.getuid?.() === 0
const isWindows = process.platform === 'win32'

/** A folder with one file, and what it takes to change it. */
function setting(text = before) {
  const root = folderWith({ 'agents/a.md': text, 'other/b.md': text })
  const folder = join(root, 'agents')
  const path = join(folder, 'a.md')
  const change = { path, root: folder, before: text, after }
  return { root, folder, path, change, read: () => readFileSync(path, 'utf8'), names: () => readdirSync(folder).sort() }
}

describe('a file is written', () => {
  it('with nothing left beside it', () => {
    const { change, read, names } = setting()
    expect(writeFile(change)).toEqual({ ok: true })
    expect(read()).toBe(after)
    expect(names()).toEqual(['a.md'])
  })

  it.each([
    ['with a mark at its start', '\uFEFFa\n', '\uFEFFb\n'],
    ['with both kinds of line breaks', 'a\r\nb\n', 'c\r\nb\n'],
    ['without an end of its last line', 'a\nb', 'a\nc'],
    ['that was empty', '', 'x'],
    ['that becomes empty', 'x', ''],
    ['that is large', 'é'.repeat(400_000), 'é'.repeat(399_999)],
  ])('%s, as it is given', (_, old, fresh) => {
    const { change, path } = setting(old)
    expect(writeFile({ ...change, after: fresh })).toEqual({ ok: true })
    expect(readFileSync(path).equals(Buffer.from(fresh))).toBe(true)
  })

  it.skipIf(isWindows).each([0o600, 0o644, 0o664, 0o755])('with its mode: %o', (mode) => {
    const { change, path } = setting()
    chmodSync(path, mode)
    expect(writeFile(change)).toEqual({ ok: true })
    expect(statSync(path).mode & 0o7777).toBe(mode)
  })

  it.skipIf(isWindows)('whatever the mask of the process is', () => {
    const { change, path } = setting()
    chmodSync(path, 0o666)
    const mask = process.umask(0o077)
    expect(writeFile(change)).toEqual({ ok: true })
    process.umask(mask)
    expect(statSync(path).mode & 0o777).toBe(0o666)
  })

  it.skipIf(isWindows || !isRoot)('and stays its owner’s', async () => {
    const { chownSync } = await import('node:fs')
    const { change, path } = setting()
    chownSync(path, 12_345, 54_321)
    expect(writeFile(change)).toEqual({ ok: true })
    expect(statSync(path)).toMatchObject({ uid: 12_345, gid: 54_321 })
  })

  it('as a new one, which whoever has the old one open does not notice', () => {
    const { change, path } = setting()
    const { ino } = statSync(path)
    writeFile(change)
    expect(statSync(path).ino).not.toBe(ino)
  })

  it.skipIf(isWindows)('through a link that stays in the folder, and the link stays a link', () => {
    const { change, folder, path, read } = setting()
    const link = join(folder, 'link.md')
    symlinkSync('a.md', link)
    expect(writeFile({ ...change, path: link })).toEqual({ ok: true })
    expect(read()).toBe(after)
    expect(
      readdirSync(folder, { withFileTypes: true })
        .find(({ name }) => name === 'link.md')
        ?.isSymbolicLink(),
    ).toBe(true)
    expect(readFileSync(path, 'utf8')).toBe(after)
  })

  it.skipIf(isWindows)('in a folder that is a link itself', () => {
    const { root, change, folder, read } = setting()
    symlinkSync('agents', join(root, 'linked'))
    const linked = join(root, 'linked')
    expect(writeFile({ ...change, root: linked, path: join(linked, 'a.md') })).toEqual({ ok: true })
    expect(read()).toBe(after)
    expect(readdirSync(folder)).toEqual(['a.md'])
  })

  it.skipIf(isWindows).each([after, 'short\n'])('in place where it has two names, which it keeps', (text) => {
    const { root, change, path, names } = setting()
    const second = join(root, 'other/c.md')
    linkSync(path, second)
    expect(writeFile({ ...change, after: text })).toEqual({ ok: true })
    expect(readFileSync(second, 'utf8')).toBe(text)
    expect(statSync(path).nlink).toBe(2)
    expect(names()).toEqual(['a.md'])
    // The second name asks for the same change, and it is made already.
    expect(writeFile({ ...change, path: second, root, after: text })).toEqual({ ok: true })
  })
})

describe('a file is not written', () => {
  const refused = (why: RegExp) => ({ ok: false, why: expect.stringMatching(why) })

  it('that has changed since it was read', () => {
    const { change, path, read, names } = setting()
    writeFileSync(path, 'somebody else was here\n')
    expect(writeFile(change)).toEqual(refused(/has changed/))
    expect(read()).toBe('somebody else was here\n')
    expect(names()).toEqual(['a.md'])
  })

  it('that holds the same text in other bytes', () => {
    const { change, path } = setting('a\uFFFD\n')
    writeFileSync(path, Buffer.from([0x61, 0xff, 0x0a]))
    expect(writeFile(change)).toEqual(refused(/has changed/))
    expect([...readFileSync(path)]).toEqual([0x61, 0xff, 0x0a])
  })

  it.skipIf(isWindows)('that is read-only, whoever asks', () => {
    const { change, path, read, names } = setting()
    chmodSync(path, 0o444)
    expect(writeFile(change)).toEqual(refused(/read-only/))
    expect(read()).toBe(before)
    expect(names()).toEqual(['a.md'])
  })

  it.skipIf(isWindows || isRoot)('in a folder that nothing can be added to', () => {
    const { change, folder, read } = setting()
    chmodSync(folder, 0o555)
    expect(writeFile(change)).toEqual(refused(/permission/))
    chmodSync(folder, 0o755)
    expect(read()).toBe(before)
  })

  it.skipIf(isWindows)('behind a link that leads out of the folder, be it the file or a folder', () => {
    const { root, change, folder } = setting()
    symlinkSync('../other/b.md', join(folder, 'out.md'))
    symlinkSync('../other', join(folder, 'out'))
    for (const name of ['out.md', 'out/b.md', '../other/b.md']) {
      expect(writeFile({ ...change, path: join(folder, name) })).toEqual(refused(/leads out/))
    }
    expect(readFileSync(join(root, 'other/b.md'), 'utf8')).toBe(before)
    expect(readdirSync(join(root, 'other'))).toEqual(['b.md'])
  })

  it('that is gone, or a folder', () => {
    const { change, folder, path } = setting()
    mkdirSync(join(folder, 'd.md'))
    expect(writeFile({ ...change, path: join(folder, 'd.md') })).toMatchObject({ ok: false })
    renameSync(path, `${path}.moved`)
    expect(writeFile(change)).toEqual(refused(/nothing at that path/))
  })
})

describe('what a run left that was broken off', () => {
  it('is removed, but for copies, which are told of', () => {
    const { folder, names } = setting()
    const dead = 4_194_304 + 17
    writeFileSync(join(folder, `.agent-lint-${dead}-ab12.tmp`), 'half')
    writeFileSync(join(folder, `.agent-lint-${dead}-ab13.bak`), before)
    writeFileSync(join(folder, `.agent-lint-${process.pid}-ab12.tmp`), 'being written')
    writeFileSync(join(folder, '.agent-lint-notes.tmp'), 'not ours')
    mkdirSync(join(folder, `.agent-lint-${dead}-ab14.tmp`))
    expect(removeLeftOvers([folder, join(folder, 'nowhere')])).toEqual([join(folder, `.agent-lint-${dead}-ab13.bak`)])
    expect(names()).toEqual(
      [
        `.agent-lint-${dead}-ab13.bak`,
        `.agent-lint-${dead}-ab14.tmp`,
        `.agent-lint-${process.pid}-ab12.tmp`,
        '.agent-lint-notes.tmp',
        'a.md',
      ].sort(),
    )
  })
})
