import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

/** The top of the project. */
export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** The folder with real agent files, or undefined where none is named. */
export const corpusFolder = process.env.AGENT_LINT_CORPUS

export interface BuiltRun {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  readonly milliseconds: number
}

export interface RunOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  /** Seen from the top of the project. */
  readonly program?: string
  /** In milliseconds. */
  readonly timeout?: number
}

/** Runs the built program as a user does. */
export function runBuilt(
  args: readonly string[],
  { cwd, env = {}, program = 'bin/agent-lint.js', timeout = 30_000 }: RunOptions,
): BuiltRun {
  const start = Date.now()
  const {
    FORCE_COLOR: _,
    NO_COLOR: __,
    GITHUB_WORKSPACE: ___,
    CI_PROJECT_DIR: ____,
    GITHUB_ACTIONS: _____,
    ...inherited
  } = process.env
  const run = spawnSync(process.execPath, [resolve(projectRoot, program), ...args], {
    cwd,
    env: { ...inherited, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout,
  })
  return { exitCode: run.status, stdout: run.stdout, stderr: run.stderr, milliseconds: Date.now() - start }
}

const folders: string[] = []
const removeFolders = (): void => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
afterAll(removeFolders)
// A run that is ended before its tests are through gets to no hook of theirs.
process.once('exit', removeFolders)

/** A new folder with these files in it, which is gone after the tests of the file. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'agent-lint-test-'))
  folders.push(folder)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** The frontmatter lines of an agent, as a file. */
export const agentFile = (...lines: readonly string[]): string =>
  `---\n${lines.join('\n')}\n---\n\nYou do one thing well.\n`
