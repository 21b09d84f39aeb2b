import type * as ChildProcess from 'node:child_process'

const limits = { timeout: 10_000, maxBuffer: 256 * 1024 * 1024 }

/**
 * The files that git tracks in and below a folder (absolute), relative to it, sorted; undefined outside of a repository, or
 * without git. No hook and no monitor that the repository names is run, and nothing is fetched.
 */
export function trackedFiles(folder: string): readonly string[] | undefined {
  // Most runs never ask, and loading the module is felt at every start.
  const { execFileSync } = process.getBuiltinModule('node:child_process') as typeof ChildProcess
  const flags = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=', '-c', 'protocol.allow=never']
  try {
    const out = execFileSync('git', [...flags, 'ls-files', '-z', '--cached'], {
      ...limits,
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' },
    })
    return out.split('\0').filter(Boolean).sort()
  } catch {
    return undefined
  }
}
