import { watch as watchFiles } from 'chokidar'
import type { Report } from '../core/report.ts'
import { createMemory, type DocumentMemory } from '../engine/document-memory.ts'
import { absolutePath, joinPath, relativePath, withSlashes } from '../io/paths.ts'
import { count } from '../reporters/count.ts'
import { safeText } from '../reporters/safe-text.ts'
import { type Environment, exitCodes } from './environment.ts'
import type { LoadedSettings } from './load-settings.ts'

/** What one run of many gets and gives. */
export interface Watching {
  readonly memory: DocumentMemory
  /** Says what the run depends on. */
  readonly sees: (settings: LoadedSettings, report: Report) => void
}

/** Editors write in several steps; what comes within this time is one change. In milliseconds. */
const quiet = 60

const isOfInterest = (path: string): boolean => /\.(?:md|markdown|jsonc?|ya?ml)$/i.test(path)

/**
 * Runs, and runs again whenever an agent or the configuration changes, until the user breaks off. The whole fleet
 * is linted each time; what has not changed is not parsed again. Gives the exit code of the last run.
 */
export async function watch(
  { cwd, stderr }: Environment,
  run: (watching: Watching) => Promise<number>,
): Promise<number> {
  const places = new Set<string>()
  const sees = (settings: LoadedSettings, report: Report): void => {
    for (const place of placesOf(settings, report)) places.add(place)
  }
  const watching = { memory: createMemory(), sees }
  const start = Date.now()
  let exitCode = await run(watching)
  if (places.size === 0) return exitCode
  const known = new Set(places)
  const watcher = watchFiles([...places], {
    followSymlinks: false,
    ignored: (path, stats) => stats?.isFile() === true && !isOfInterest(path),
  })
  const again = oneAtATime(async (path) => {
    stderr.write(`\nagent-lint: ${safeText(relativePath(withSlashes(cwd), withSlashes(path)))} changed\n`)
    exitCode = await run(watching)
    const more = [...places].filter((place) => !known.has(place))
    for (const place of more) known.add(place)
    watcher.add(more)
  })
  return new Promise((resolve) => {
    let isReady = false
    const end = (code: number): void => {
      watcher.close().then(() => resolve(code))
    }
    watcher.on('all', (_, path, stats) => {
      // What is met first was there before, unless it was written while the first run went on.
      if (!isReady && (stats?.mtimeMs ?? 0) < start) return
      again(path, (error) => end(failed(stderr, error)))
    })
    watcher.once('ready', () => {
      isReady = true
      stderr.write(`agent-lint: watching ${count(places.size, 'place')}; Ctrl-C ends it\n`)
    })
    watcher.on('error', (error) => end(failed(stderr, error)))
    process.once('SIGINT', () => end(exitCode))
    process.once('SIGTERM', () => end(exitCode))
  })
}

/** The folders of agents, and the files beside them that findings depend on. Absolute. */
const placesOf = ({ fs, configPath, configFolder }: LoadedSettings, { fleets }: Report): string[] =>
  [
    ...fleets.map(({ root }) => root),
    ...(fleets.length === 0 ? [] : [configPath ?? joinPath(configFolder, 'agent-lint.config.json')]),
  ].map((path) => absolutePath(fs.cwd, path))

function failed(stderr: Environment['stderr'], error: unknown): number {
  stderr.write(`agent-lint: ${safeText(error instanceof Error ? error.message : String(error))}\n`)
  return exitCodes.failure
}

/** Calls `work` once things have been quiet for a while, never twice at a time, and again if more came meanwhile. */
function oneAtATime(work: (path: string) => Promise<void>): (path: string, fail: (error: unknown) => void) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isRunning = false
  const start = (path: string, fail: (error: unknown) => void): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (isRunning) return start(path, fail)
      isRunning = true
      work(path)
        .catch(fail)
        .finally(() => {
          isRunning = false
        })
    }, quiet)
  }
  return start
}
