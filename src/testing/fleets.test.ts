import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, projectRoot, runBuilt } from './run-built.ts'

const fleets = join(projectRoot, 'fixtures', 'fleets')
const isUpdate = process.env.UPDATE_CASES === '1'

/** Fleets with more than agents in them lie in a repository of their own, so that tracked files are known. */
function copyOf(name: string): string {
  const cwd = folderWith({})
  cpSync(join(fleets, name), cwd, { recursive: true })
  rmSync(join(cwd, 'expected.txt'), { force: true })
  if (existsSync(join(cwd, 'src'))) {
    execFileSync('git', ['init', '-q'], { cwd })
    execFileSync('git', ['add', '-A'], { cwd })
  }
  return cwd
}

describe('a fleet gets exactly these findings', () => {
  it.each(readdirSync(fleets))('%s', (name) => {
    const { stdout } = runBuilt(['--info', '--no-config'], { cwd: copyOf(name) })
    const expected = join(fleets, name, 'expected.txt')
    if (isUpdate) writeFileSync(expected, stdout)
    expect(stdout).toBe(readFileSync(expected, 'utf8'))
  })
})
