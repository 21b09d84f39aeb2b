import { nearest } from '../core/nearest.ts'
import type { Report } from '../core/report.ts'
import { absolutePath, relativePath, withSlashes } from '../io/paths.ts'
import { safeText } from '../reporters/safe-text.ts'
import { commandNames } from './command-names.ts'
import type { Environment } from './environment.ts'
import type { LoadedSettings } from './load-settings.ts'

/** Words that other programs take for a command, and what is to be typed here. */
const otherWords: Readonly<Record<string, string>> = {
  help: '`agent-lint --help`',
  version: '`agent-lint --version`',
  lint: '`agent-lint` alone',
  check: '`agent-lint` alone',
  run: '`agent-lint` alone',
  fix: '`agent-lint --fix`',
  watch: '`agent-lint --watch`',
  config: '`agent-lint --print-config`',
}

/** Says what matched nothing, and whether that is the end of the job. */
export async function sayUnmatched(
  environment: Environment,
  unmatched: readonly string[],
  report: Report,
  paths: readonly string[],
  settings: LoadedSettings,
): Promise<boolean> {
  const { fleets, unreadable, passedOver } = report
  const isEmpty = fleets.length === 0 && unreadable.length === 0
  const isHinted = sayMissing(environment, paths, unmatched, isEmpty)
  if (isEmpty && unmatched.length > 0 && !isHinted) await sayWhere(environment, settings)
  if (!isEmpty || unmatched.length > 0) return unmatched.length > 0
  if (passedOver.length > 0) environment.stderr.write(`  ${passedOver.length} passed over; --list-files says why\n`)
  return true
}

/** Says what matched nothing, or that what matched has no agents in it; is what was meant instead said as well? */
export function sayMissing(
  environment: Environment,
  paths: readonly string[],
  unmatched: readonly string[],
  isEmpty: boolean,
): boolean {
  const hints = unmatched.map((path) => sayNothingThere(environment, path, paths.length === 0))
  if (isEmpty && unmatched.length === 0) environment.stderr.write('agent-lint: no agent files in there\n')
  return hints.includes(true)
}

/** Says that there is nothing at a path; is what was meant instead said as well? */
function sayNothingThere({ stderr }: Environment, path: string, isDefault: boolean): boolean {
  if (isDefault) {
    stderr.write('agent-lint: no agents here: no folder of a known host (such as .claude/agents) and no ./agents\n')
    return false
  }
  stderr.write(`agent-lint: nothing matches ${safeText(path)}\n`)
  const meant = meantBy(path)
  if (meant !== undefined) stderr.write(`  did you mean ${meant}?\n`)
  return meant !== undefined
}

function meantBy(word: string): string | undefined {
  if (Object.hasOwn(otherWords, word)) return otherWords[word]
  const near = nearest(word, commandNames)
  return near === undefined ? undefined : `the command \`${near}\``
}

/** Agents may be where nobody but their maker would look for them. */
async function sayWhere({ stderr }: Environment, settings: LoadedSettings): Promise<void> {
  const { agentFolders } = await import('./no-agents.ts')
  const folders = await agentFolders(settings.fs, settings)
  if (folders.length > 0) stderr.write(`  there are some below: run agent-lint ${folders.map(safeText).join(' ')}\n`)
}

/** A file that the user names and that is no agent is not in order: nothing in it is looked at. */
export function sayPassedOver({ cwd, stderr }: Environment, { passedOver }: Report, paths: readonly string[]): void {
  const here = withSlashes(cwd)
  const named = new Set(paths.map((path) => relativePath(here, absolutePath(here, withSlashes(path)))))
  for (const { path, why } of passedOver) {
    if (named.has(path)) stderr.write(`note: ${safeText(path)} is passed over: ${safeText(why)}\n`)
  }
}
