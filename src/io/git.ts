import type * as ChildProcess from 'node:child_process'

const limits = { timeout: 10_000, maxBuffer: 256 * 1024 * 1024 }

export type GitAnswer =
  | { readonly ok: true; readonly out: Buffer }
  /** `why`: what git says about it, in one line. */
  | { readonly ok: false; readonly isMissing: boolean; readonly why: string }

// What a repository's own configuration could have git run or fetch: none of it is.
const flags = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=', '-c', 'protocol.allow=never', '--no-pager']
const variables = { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' }

export interface GitInput {
  /** What git reads from its standard input. */
  readonly input?: string
  /** Settings beside those of the repository. */
  readonly settings?: Settings
}

/** Runs git in a folder (absolute), without a shell. No hook and no monitor that the repository names is run, and nothing is fetched. */
export function runGit(folder: string, args: readonly string[], { input, settings = [] }: GitInput = {}): GitAnswer {
  // Most runs never ask, and loading the module is felt at every start.
  const { execFileSync } = process.getBuiltinModule('node:child_process') as typeof ChildProcess
  try {
    const out = execFileSync('git', [...flags, ...settingFlags(settings), ...args], {
      ...limits,
      cwd: folder,
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      ...(input === undefined ? {} : { input }),
      env: { ...process.env, ...variables, ...settingVariables(settings) },
    })
    return { ok: true, out }
  } catch (error) {
    return failure(error)
  }
}

type Settings = readonly (readonly [key: string, value: string])[]

/** For git before 2.31, which does not know the variables below. */
const settingFlags = (settings: Settings): string[] =>
  settings.flatMap(([key, value]) => (key.includes('=') ? [] : ['-c', `${key}=${value}`]))

/** Settings whose names may hold anything, which those after `-c` may not. */
function settingVariables(settings: Settings): Record<string, string> {
  const pairs = settings.flatMap(([key, value], i) => [
    [`GIT_CONFIG_KEY_${i}`, key],
    [`GIT_CONFIG_VALUE_${i}`, value],
  ])
  return settings.length === 0 ? {} : { GIT_CONFIG_COUNT: String(settings.length), ...Object.fromEntries(pairs) }
}

function failure(error: unknown): GitAnswer {
  const { code, stderr } = error as { code?: unknown; stderr?: unknown }
  const [first = ''] = String(stderr ?? '').split('\n')
  const why = code === 'ETIMEDOUT' ? 'it took too long' : first.replace(/^(?:fatal|error): /, '')
  return { ok: false, isMissing: code === 'ENOENT', why }
}
