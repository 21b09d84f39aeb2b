import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lint } from '../composition.ts'
import { emptyConfig } from '../config/config.ts'
import { createMemoryFileSystem } from '../io/memory-fs.ts'
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

/** The files of a fleet, as a memory file system takes them. */
const filesOf = (name: string): [string, string][] =>
  readdirSync(join(fleets, name), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md'))
    .map((path) => [path, readFileSync(join(fleets, name, path), 'utf8')])

async function messagesOf(files: readonly (readonly [string, string])[]): Promise<string[]> {
  const fs = createMemoryFileSystem(Object.fromEntries(files))
  const { report } = await lint(fs, { paths: [], config: emptyConfig, configFolder: fs.cwd })
  return report.diagnostics.map(({ path, rule, message }) => `${path} ${rule} ${message}`)
}

describe('line endings', () => {
  it.each(readdirSync(fleets))('make no difference to %s', async (name) => {
    const files = filesOf(name)
    const windows = files.map(([path, text]) => [path, text.replaceAll('\n', '\r\n')] as const)
    expect(await messagesOf(windows)).toEqual(await messagesOf(files))
  })
})
