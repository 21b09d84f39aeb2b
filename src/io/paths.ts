/** A path as this project writes it: `/` between its parts, on Windows too. */
export const withSlashes = (path: string): string => (process.platform === 'win32' ? path.replaceAll('\\', '/') : path)

/** `folder/name`; `.` for a folder is left away. */
export const joinPath = (folder: string, name: string): string => {
  if (folder === '.' || folder === '') return name
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`
}

/** The folder of a path; `.` where it has none. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/')
  if (slash === 0) return '/'
  return slash === -1 ? '.' : path.slice(0, slash)
}

/** The last part of a path. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** `.` and `..` resolved as far as the text allows, no slash at the end; an empty path is `.`. */
export function normalise(path: string): string {
  const isAbsolute = path.startsWith('/')
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '..' || !isAbsolute) parts.push(part)
  }
  const joined = parts.join('/')
  return isAbsolute ? `/${joined}` : joined || '.'
}

/** A path relative to `cwd`, made absolute. */
export const absolutePath = (cwd: string, path: string): string =>
  path.startsWith('/') || /^[A-Za-z]:\//.test(path) ? normalise(path) : normalise(joinPath(cwd, path))

/** `path` seen from `from`, both absolute. */
export function relativePath(from: string, path: string): string {
  const a = from.split('/').filter(Boolean)
  const b = path.split('/').filter(Boolean)
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same++
  return [...a.slice(same).map(() => '..'), ...b.slice(same)].join('/') || '.'
}
