import type { PassedOver } from '../core/report.ts'
import type { FileSystem } from '../io/file-system.ts'
import { joinPath, nameOf } from '../io/paths.ts'
import { below, type IgnoreScopes } from './ignore-scopes.ts'

/** What a walk meets. Paths are absolute. */
export interface WalkVisitor<Context> {
  /** A folder is entered: what holds below it. */
  enter(path: string, context: Context): Context
  /** A file whose name ends in `.md`, or something of that name that cannot be a file; reading it will tell. */
  file(path: string, context: Context): void
}

export interface WalkResult {
  readonly passedOver: PassedOver[]
  readonly unreadable: { readonly path: string; readonly why: string }[]
}

const neverEntered = new Set(['node_modules', '.git'])

const isNeverEntered = (path: string): boolean => neverEntered.has(nameOf(path)) || path.endsWith('/.claude/worktrees')

/**
 * Walks a folder, without recursion and without ever leaving it: a link is followed where its target lies inside.
 */
export async function walk<Context>(
  fs: FileSystem,
  top: string,
  scopes: IgnoreScopes,
  context: Context,
  visitor: WalkVisitor<Context>,
): Promise<WalkResult> {
  const result: WalkResult = { passedOver: [], unreadable: [] }
  const realTop = fs.realPath(top) ?? top
  const entered = new Set([realTop])
  const pending = [{ path: top, context: visitor.enter(top, context) }]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { path: folder, context: here } = next
    const listing = fs.readDirectory(folder)
    if (!listing.ok) {
      result.unreadable.push({ path: folder, why: listing.failure.why })
      continue
    }
    if (listing.value.some(({ name }) => name === '.gitignore')) await scopes.enter(folder)
    for (const { name, kind } of listing.value) {
      const path = joinPath(folder, name)
      const resolved = kind === 'link' ? followLink(fs, path, realTop, entered) : { kind, why: '' }
      if (resolved.kind === 'directory') {
        if (isNeverEntered(path)) continue
        if (scopes.isIgnored(path, true)) result.passedOver.push({ path, why: 'the folder is ignored' })
        else pending.push({ path, context: visitor.enter(path, here) })
      } else if (/\.(?:md|markdown)$/i.test(name)) {
        if (resolved.why !== '') result.passedOver.push({ path, why: resolved.why })
        else if (scopes.isIgnored(path, false)) result.passedOver.push({ path, why: 'it is ignored' })
        else if (!name.endsWith('.md')) result.passedOver.push({ path, why: 'its name does not end in `.md`' })
        else visitor.file(path, here)
      }
    }
  }
  return result
}

interface Resolved {
  readonly kind: 'directory' | 'file' | 'other'
  readonly why: string
}

/** A link that leads nowhere is a file that cannot be read; one that leads out of the folder is not for us. */
function followLink(fs: FileSystem, path: string, realTop: string, entered: Set<string>): Resolved {
  const real = fs.realPath(path)
  if (real === undefined) return { kind: 'file', why: '' }
  if (real !== realTop && below(realTop, real) === undefined) {
    return { kind: 'file', why: 'it is a link that leads out of the folder' }
  }
  const kind = fs.kindOf(path) ?? 'file'
  if (kind !== 'directory') return { kind, why: '' }
  // A folder that is linked from inside itself would be walked for ever; one that was met already is met once.
  if (entered.has(real) || below(real, path) !== undefined) return { kind: 'other', why: '' }
  entered.add(real)
  return { kind, why: '' }
}
