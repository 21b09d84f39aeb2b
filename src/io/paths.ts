/** A path as this project writes it: `/` between its parts, on Windows too. */
export const withSlashes = (path: string): string =>
  process.platform === 'win32' ? withoutPrefix(path.replaceAll('\\', '/')) : path

/** `folder/name`; `.` for a folder is left away. */
export const joinPath = (folder: string, name: string): string => {
  if (folder === '.' || folder === '') return name
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`
}

/** The folder of a path; `.` where it has none, and of a root the root itself. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/')
  if (slash === -1) return '.'
  const root = rootLength(path)
  return slash < root ? path.slice(0, root) : path.slice(0, slash)
}

/** How much of a path is its root: `/`, `C:/`, `//server/share/`; 0 where it has none. */
function rootLength(path: string): number {
  if (path.startsWith('//')) return /^\/\/[^/]+\/[^/]+(?:\/|$)/.exec(path)?.[0].length ?? 1
  if (path.startsWith('/')) return 1
  return isOnDrive(path) ? 3 : 0
}

const isOnDrive = (path: string): boolean => path.charAt(1) === ':' && /^[A-Za-z]:\//.test(path)

/** Is this a folder of a system that has drives, or shares, and writes `\` between the parts of a path? */
const hasDrives = (cwd: string): boolean => isOnDrive(cwd) || cwd.startsWith('//')

/** The last part of a path. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** `.` and `..` resolved as far as the text allows, no slash at the end but a root's; an empty path is `.`. */
export function normalise(path: string): string {
  const root = rootOf(path)
  const parts: string[] = []
  for (const part of path.slice(root.length).split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '..' || root === '') parts.push(part)
  }
  return root + parts.join('/') || '.'
}

/** The root of a path, written in one way; empty for a relative one. */
export function rootOf(path: string): string {
  const root = path.slice(0, rootLength(path))
  if (root.length < 2) return root
  return root.startsWith('/') ? `${root.replace(/\/$/, '')}/` : root.toUpperCase()
}

/** A path relative to `cwd`, made absolute: the door for what people and other programs write, `\` on Windows too. */
export function absolutePath(cwd: string, path: string): string {
  const own = hasDrives(cwd) ? ofWindows(cwd, path) : path
  return rootLength(own) > 0 ? normalise(own) : normalise(joinPath(cwd, own))
}

/** With `/` between its parts; `\x` is on the drive or share of `cwd`, and `C:x` in `cwd` where that is on `C:`. */
function ofWindows(cwd: string, path: string): string {
  const own = withoutPrefix(path.replaceAll('\\', '/'))
  if (own.startsWith('/') && !own.startsWith('//')) return rootOf(cwd) + own
  const drive = /^[A-Za-z]:(?!\/)/.exec(own)?.[0]
  return drive !== undefined && cwd.startsWith(drive.toUpperCase()) ? own.slice(drive.length) : own
}

/** Without the prefix by which Windows takes a path literally: `//?/C:/x`, `//?/UNC/server/share/x`. */
const withoutPrefix = (path: string): string =>
  path.startsWith('//?/') || path.startsWith('//./') ? path.slice(4).replace(/^UNC\//i, '//') : path

/** `path` seen from `from`, both absolute; as it is where it lies on another drive or share. */
export function relativePath(from: string, path: string): string {
  const a = from.split('/').filter(Boolean)
  const b = path.split('/').filter(Boolean)
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same++
  if (same < 2 && isElsewhere(path, same)) return path
  return [...a.slice(same).map(() => '..'), ...b.slice(same)].join('/') || '.'
}

const isElsewhere = (path: string, same: number): boolean => path.startsWith('//') || (same === 0 && isOnDrive(path))
