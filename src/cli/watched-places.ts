import { baselineName } from '../config/baseline-name.ts'
import { configNames } from '../config/find-config.ts'
import type { Report } from '../core/report.ts'
import { absolutePath, folderOf, joinPath } from '../io/paths.ts'
import type { LoadedSettings } from './load-settings.ts'

/** What the findings of a run depend on, there or not. Absolute paths, with `/`. */
export interface Places {
  /** The folders of agents. */
  readonly folders: Set<string>
  /** The configuration and what is beside it. */
  readonly files: Set<string>
}

/** Adds what one run depended on; nothing where it found no agents. */
export function addPlaces(places: Places, settings: LoadedSettings, { fleets }: Report): void {
  const { fs, configFolder, files } = settings
  if (fleets.length === 0) return
  const absolute = (path: string): string => absolutePath(fs.cwd, path)
  for (const { root } of fleets) places.folders.add(absolute(root))
  for (const { path } of files) places.files.add(absolute(path))
  for (const name of [...configNames, 'package.json', baselineName]) {
    places.files.add(absolute(joinPath(configFolder, name)))
  }
}

/**
 * The folders to watch so that every place is seen to come, change and go: the current one for what lies in it, else the one
 * around the place. Whoever watches what is not there climbs to a folder that is, and reads that again at every change in it:
 * a whole processor, where the folder is a busy one (measured in a temporary folder with 3,500 others).
 */
export function topsOf({ folders, files }: Places, cwd: string): Set<string> {
  return new Set([...folders, ...files].map((place) => (isBelow(cwd, place) ? cwd : folderOf(place))))
}

interface Kind {
  isFile(): boolean
}

/** Does a change of the path matter, or of something in it? `stats` are there once the watcher has looked. */
export function isWatched({ folders, files }: Places, path: string, stats: Kind | undefined): boolean {
  if (files.has(path)) return true
  if ([...folders].some((folder) => isBelow(folder, path))) return stats?.isFile() !== true || isOfInterest(path)
  return [...folders, ...files].some((place) => isBelow(path, place))
}

const isOfInterest = (path: string): boolean => /\.(?:md|markdown|jsonc?|ya?ml)$/i.test(path)

/** In the folder, or the folder itself. */
const isBelow = (folder: string, path: string): boolean =>
  path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`)
