import { fleetRule, isGlob, matches, parseGlob } from '../../../src/kit/index.ts'

export default fleetRule({
  meta: {
    id: 'unowned-files',
    category: 'ownership',
    summary: 'Tracked files that no agent owns.',
    severity: 'warning',
    confidence: 'high',
    presets: [],
    since: '0.1.0',
    options: {
      roots: {
        type: 'array',
        items: { type: 'string', minLength: 1, format: 'glob' },
        default: [],
        description: 'Paths of the project that somebody must own, as claims are written; none: all of it.',
      },
    },
    messages: {
      unowned: {
        says: '{{count}} tracked {{files|plain}} in {{folder}}: no agent of {{root}} owns them, e.g. {{example}}',
        help: 'let an agent own them, or say in the option `roots` which paths must have an owner',
      },
    },
  },
  check(fleet, report, options) {
    const [first] = fleet.agents
    const owned = fleet.claims.filter(({ claim }) => claim.stance === 'owns' || claim.stance === 'shares')
    if (first === undefined || owned.length === 0) return
    const roots = options.roots.map(parseGlob).filter(isGlob)
    const wanted = (fleet.tracked ?? []).filter(
      (path) => roots.length === 0 || roots.some((root) => matches(root, path)),
    )
    const unowned = wanted.filter((path) => !owned.some(({ glob }) => matches(glob, path)))
    for (const [folder, paths] of byFolder(unowned)) {
      const files = paths.length === 1 ? 'file' : 'files'
      const data = { count: paths.length, files, folder, root: fleet.root, example: paths[0] ?? '' }
      report('unowned', { path: first.path, at: first.head, data, identity: [folder] })
    }
  },
})

/** By the first folder of each path; files at the top stand together. */
function byFolder(paths: readonly string[]): Map<string, string[]> {
  const folders = new Map<string, string[]>()
  for (const path of paths) {
    const slash = path.indexOf('/')
    const folder = slash === -1 ? './' : path.slice(0, slash + 1)
    folders.set(folder, [...(folders.get(folder) ?? []), path])
  }
  return folders
}
