import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { agentFile, folderWith, runBuilt } from '../testing/run-built.ts'

const torn = (name: string): string => agentFile(`name: ${name}`, `description: Use for ${name}: keeps its list.`)

describe('a fix', () => {
  it('is made in the files that are in focus, staged ones as well as named ones, and in no other', () => {
    const names = ['a', 'b', 'c']
    const pathOf = (name: string): string => `.claude/agents/${name}.md`
    const cwd = folderWith(Object.fromEntries(names.map((name) => [pathOf(name), torn(name)])))
    const mended = () => names.filter((name) => readFileSync(join(cwd, pathOf(name)), 'utf8') !== torn(name))
    execFileSync('git', ['init', '-q'], { cwd })
    // What git does not know of does not count where it is about what is staged.
    const person = ['-c', 'user.name=t', '-c', 'user.email=t@example.org']
    execFileSync('git', ['add', pathOf('b'), pathOf('c')], { cwd })
    execFileSync('git', [...person, 'commit', '-qm', 'two'], { cwd })
    execFileSync('git', ['add', pathOf('a')], { cwd })
    expect(runBuilt(['--fix', '--staged'], { cwd }).stdout).toContain('1 fixed in 1 file; 2 more outside of the focus')
    expect(mended()).toEqual(['a'])
    runBuilt(['--fix', pathOf('b')], { cwd })
    expect(mended()).toEqual(['a', 'b'])
  })

  it('leaves no comment above a line that it is not about', () => {
    const comment = '  # agent-lint-disable-next-line unknown-tool -- the gateway adds it'
    const agent = (...lines: readonly string[]): string =>
      agentFile('name: a', 'description: Keeps the list.', 'tools:', '  - Glob', ...lines, '  - house-search')
    const path = '.claude/agents/a.md'
    const cwd = folderWith({ [path]: agent(comment, '  - LS') })
    const text = () => readFileSync(join(cwd, path), 'utf8')
    // Where the comment stays, `house-search` would be silenced by it.
    runBuilt(['--fix', '--no-inline'], { cwd })
    expect(text()).toBe(agent(comment, '  - LS'))
    const { stdout } = runBuilt(['--fix', '--format', 'compact'], { cwd })
    expect(text()).toBe(agent())
    expect(stdout).toContain('no tool `house-search`')
  })
})
