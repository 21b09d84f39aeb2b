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
  /** A file with one of `otherEndings`. */
  other(path: string, context: Context): void
  /** Is a link to be entered though its target, a folder that does not hold it, was met under its own name? */
  enterAgain(path: string): boolean
  /** Endings of names, beside `.md`, that agents have on some host. */
  readonly otherEndings: readonly string[]
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
  const met = new Set<string>()
  const pending: Folder<Context>[] = [{ path: top, real: realTop, context, entered: met }]
  // Links come last, so that a folder is met under its own name where it has one inside.
  const linked: Folder<Context>[] = []
  for (let next = pending.pop(); next !== undefined; next = pending.pop() ?? linked.pop()) {
    const { path: folder, real } = next
    const isAgain = next.entered.has(real)
    if (isAgain && !(next.entered === met && below(real, folder) === undefined && visitor.enterAgain(folder))) continue
    // Below a link that is entered for its name, folders are met once more, and each once.
    const entered = isAgain ? new Set<string>() : next.entered
    entered.add(real)
    const here = visitor.enter(folder, next.context)
    const listing = fs.readDirectory(folder)
    if (!listing.ok) {
      result.unreadable.push({ path: folder, why: listing.failure.why })
      continue
    }
    if (listing.value.some(({ name }) => name === '.gitignore')) await scopes.enter(folder)
    for (const { name, kind } of listing.value) {
      const path = joinPath(folder, name)
      const resolved = kind === 'link' ? followLink(fs, path, realTop) : { kind, why: '', real: joinPath(real, name) }
      if (resolved.kind === 'directory') {
        if (isNeverEntered(path)) continue
        if (scopes.isIgnored(path, true)) result.passedOver.push({ path, why: 'the folder is ignored' })
        else (kind === 'link' ? linked : pending).push({ path, real: resolved.real, context: here, entered })
      } else if (/\.(?:md|markdown)$/i.test(name)) {
        if (resolved.why !== '') result.passedOver.push({ path, why: resolved.why })
        else if (scopes.isIgnored(path, false)) result.passedOver.push({ path, why: 'it is ignored' })
        else if (!name.endsWith('.md')) result.passedOver.push({ path, why: 'its name does not end in `.md`' })
        else visitor.file(path, here)
      } else if (resolved.why === '' && visitor.otherEndings.some((ending) => name.endsWith(ending))) {
        if (!scopes.isIgnored(path, false)) visitor.other(path, here)
      }
    }
  }
  return result
}

/** A folder to enter; `context` is what holds above it. */
interface Folder<Context> {
  readonly path: string
  readonly real: string
  readonly context: Context
  /** Where its own links lead back to. */
  readonly entered: Set<string>
}

interface Resolved {
  /** The path that links lead to. */
  readonly real: string
  readonly kind: 'directory' | 'file' | 'other'
  readonly why: string
}

/** A link that leads nowhere is a file that cannot be read; one that leads out of the folder is not for us. */
function followLink(fs: FileSystem, path: string, realTop: string): Resolved {
  const real = fs.realPath(path)
  if (real === undefined) return { kind: 'file', why: '', real: path }
  if (real !== realTop && below(realTop, real) === undefined) {
    return { kind: 'file', why: 'it is a link that leads out of the folder', real }
  }
  return { kind: fs.kindOf(path) ?? 'file', why: '', real }
}
