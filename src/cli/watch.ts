import { type FSWatcher, watch as watchFiles } from 'chokidar'
import { createNodeFileSystem } from '../composition.ts'
import type { Report } from '../core/report.ts'
import { createMemory, type RunMemory } from '../engine/run-memory.ts'
import { relativePath, withSlashes } from '../io/paths.ts'
import { count } from '../reporters/count.ts'
import { safeText } from '../reporters/safe-text.ts'
import { type Environment, exitCodes, UsageError } from './environment.ts'
import type { LoadedSettings } from './load-settings.ts'
import { addPlaces, isWatched, type Places, topsOf } from './watched-places.ts'

/** What one run of many gets and gives. */
export interface Watching {
  readonly memory: RunMemory
  /** Says what the run depends on. */
  readonly sees: (settings: LoadedSettings, report: Report) => void
}

type Run = (watching: Watching) => Promise<number>

/** Milliseconds. Editors write in several steps: what comes within `quiet` is one change. `pulse`: between looks at what is gone. */
const patience = { quiet: 60, pulse: 1_000 }

/**
 * Runs, and runs again whenever an agent or the configuration changes, until the user breaks off or the folder itself is
 * gone. The whole fleet is linted each time; what has not changed is not read again for what it says. Gives the exit code of the last run.
 */
export async function watch({ cwd, stderr }: Environment, run: Run): Promise<number> {
  const here = withSlashes(cwd)
  const places: Places = { folders: new Set(), files: new Set() }
  const sees: Watching['sees'] = (settings, report) => addPlaces(places, settings, report)
  const watching = { memory: createMemory(), sees }
  let start = Date.now()
  let exitCode = await run(watching)
  if (places.folders.size === 0) return exitCode
  const tops = topsOf(places, here)
  const watcher = watchFiles([...tops], {
    followSymlinks: false,
    ignored: (path, stats) => !isWatched(places, withSlashes(path), stats),
  })
  const again = oneAtATime(async (path) => {
    checkThere(here, tops)
    stderr.write(`\nagent-lint: ${safeText(relativePath(here, withSlashes(path)))} changed\n`)
    start = Date.now()
    exitCode = await goOn(() => run(watching), stderr)
    watchMore(watcher, tops, topsOf(places, here), here)
  })
  watcher.once('ready', () => {
    const folders = count(places.folders.size, 'folder')
    stderr.write(`agent-lint: watching ${folders}; Ctrl-C ends it\n`)
  })
  try {
    await ended(watcher, tops, here, (path, stats, fail) => {
      // What the last run has read already is met first, or said once more.
      if (stats === undefined || stats.ctimeMs >= start - patience.quiet) again(path, fail)
    })
    return exitCode
  } finally {
    await watcher.close()
  }
}

/** Half of a file that an editor is writing is no reason to end. */
async function goOn(run: () => Promise<number>, stderr: Environment['stderr']): Promise<number> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    stderr.write(`agent-lint: ${safeText(error.message)}\n`)
    return exitCodes.failure
  }
}

function watchMore(watcher: FSWatcher, tops: Set<string>, now: ReadonlySet<string>, cwd: string): void {
  const more = [...now].filter((top) => !tops.has(top) && !isGone(cwd, top))
  for (const top of more) tops.add(top)
  watcher.add(more)
}

const isGone = (cwd: string, top: string): boolean => createNodeFileSystem(cwd).kindOf(top) !== 'directory'

/** Throws a usage error once a folder is gone that was watched: nothing would ever come again. */
function checkThere(cwd: string, tops: ReadonlySet<string>): void {
  const gone = [...tops].find((top) => isGone(cwd, top))
  if (gone !== undefined) throw new UsageError(`${gone} was watched, and is gone`)
}

type Change = (path: string, stats: { ctimeMs: number } | undefined, fail: (error: unknown) => void) => void

/** Until the user breaks off. Throws what went wrong, such as that what was watched is gone. */
async function ended(watcher: FSWatcher, tops: ReadonlySet<string>, cwd: string, change: Change): Promise<void> {
  let pulse: ReturnType<typeof setInterval> | undefined
  try {
    await new Promise<void>((resolve, reject) => {
      // Not every watcher is told that its folder is gone; and as long as this ticks, the process does not end by itself.
      pulse = setInterval(() => {
        try {
          checkThere(cwd, tops)
        } catch (error) {
          reject(error)
        }
      }, patience.pulse)
      watcher.on('all', (_, path, stats) => change(path, stats, reject))
      watcher.on('error', reject)
      process.once('SIGINT', resolve)
      process.once('SIGTERM', resolve)
    })
  } finally {
    clearInterval(pulse)
  }
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
    }, patience.quiet)
  }
  return start
}
