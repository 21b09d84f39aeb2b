import type { LintRunRequest } from '../composition.ts'
import { startFolder } from '../config/start-folder.ts'
import { lazy } from '../core/lazy.ts'
import { byteLimit } from '../core/source-file.ts'
import { type FormerAgent, formerAgent } from '../engine/former-names.ts'
import { readBlobs } from '../io/blobs.ts'
import { type ChangeQuery, type Changes, changedFiles, findRepository, type Repository } from '../io/changed-files.ts'
import type { FileSystem } from '../io/file-system.ts'
import { overlayFile } from '../io/overlay-fs.ts'
import { absolutePath, joinPath, relativePath, withSlashes } from '../io/paths.ts'
import { type StagedFiles, stagedFiles } from '../io/staged-files.ts'
import { safeText } from '../reporters/safe-text.ts'
import { type Environment, isHook, UsageError } from './environment.ts'
import { explainNoChanges } from './explain-no-changes.ts'
import type { LoadedSettings } from './load-settings.ts'

/** Flags about what is read, and what is asked about. */
export interface InputFlags {
  readonly staged?: boolean
  /** A ref, or nothing for the last commit. */
  readonly changed?: string
  readonly trackedOnly?: boolean
  readonly stdin?: boolean
  readonly stdinFilename?: string
}

export type LintInput = Pick<LintRunRequest, 'focus' | 'former' | 'tracked'> & {
  readonly fs: FileSystem
  readonly paths: readonly string[]
  /** Where what is staged is read: does something else lie in the working tree? */
  readonly isUnstaged?: (path: string) => boolean
}

/** What the flags make of the disk and of the paths. Throws a usage error for what cannot be had. */
export async function readInput(
  environment: Environment,
  settings: LoadedSettings,
  paths: readonly string[],
  flags: InputFlags,
): Promise<LintInput> {
  const folder = startFolder(settings.fs, paths.length === 0 ? [flags.stdinFilename ?? '.'] : paths)
  const typed = await readStdin(environment, flags)
  const own = typed === undefined ? undefined : absolutePath(settings.fs.cwd, typed.path)
  const changes = readChanges(environment, folder, flags)
  const former = changes === undefined ? [] : formerAgents(changes)
  const repository = lazy(() => findRepository(folder))
  const staged = readStaged(environment, settings.fs, folder, flags, repository)
  const disk = staged?.fs ?? settings.fs
  return {
    fs: typed === undefined ? disk : overlayFile(disk, typed.path, typed.bytes, typed.length),
    former,
    paths: typed === undefined || paths.length > 0 ? paths : [typed.path],
    focus: asksForChanges(flags) && changes !== undefined ? focusOn(environment, settings, changes, former) : undefined,
    tracked: readTracked(environment, disk, flags, { folder, repository, own, notStaged: staged?.notStaged ?? [] }),
    ...(staged === undefined ? {} : { isUnstaged: staged.isUnstaged }),
  }
}

/** What will be committed. The hook's own program has put away what will not, and all that is left is what is asked about. */
function readStaged(
  environment: Environment,
  disk: FileSystem,
  folder: string,
  flags: InputFlags,
  repository: () => Repository,
): StagedFiles | undefined {
  if (queryOf(environment, flags)?.kind !== 'staged' || isHook(environment)) return undefined
  const found = repository()
  const staged = found.ok ? stagedFiles(disk, found.top) : undefined
  if (staged !== undefined) return staged
  throw explainNoChanges(found.ok ? { kind: 'failed', why: '' } : found.problem, '--staged', folder)
}

interface Typed {
  readonly path: string
  readonly bytes: Buffer
  readonly length: number
}

async function readStdin({ stdin }: Environment, flags: InputFlags): Promise<Typed | undefined> {
  const { stdinFilename } = flags
  if (flags.stdin !== true) {
    if (stdinFilename !== undefined) throw new UsageError('--stdin-filename says what --stdin is, which is not given')
    return undefined
  }
  if (stdinFilename === undefined) throw new UsageError('--stdin needs --stdin-filename: where the text belongs')
  if (stdin === undefined) throw new UsageError('there is no standard input here')
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stdin()) {
    // What is over the limit is counted only.
    if (length <= byteLimit) chunks.push(chunk)
    length += chunk.length
  }
  return { path: withSlashes(stdinFilename), bytes: Buffer.concat(chunks), length }
}

type KnownChanges = Extract<Changes, { readonly ok: true }>

const asksForChanges = ({ staged, changed }: InputFlags): boolean => staged === true || changed !== undefined

/** What the run is about, or what a hook is part of; only who asks for changes needs them. */
function readChanges(environment: Environment, folder: string, flags: InputFlags): KnownChanges | undefined {
  const query = queryOf(environment, flags)
  if (query === undefined) return undefined
  const changes = changedFiles(folder, query)
  if (changes.ok) return changes
  const flag = flags.staged === true ? '--staged' : '--changed'
  if (asksForChanges(flags)) throw explainNoChanges(changes.problem, flag, folder)
  return undefined
}

function focusOn(
  environment: Environment,
  { fs, files: configuration }: LoadedSettings,
  changes: KnownChanges,
  former: readonly FormerAgent[],
): LintInput['focus'] {
  const { stderr } = environment
  // `pre-commit run --all-files` is no commit: to find nothing there would be to check nothing.
  if (changes.files.length === 0 && changes.kind === 'staged' && isHook(environment)) {
    stderr.write('note: nothing is staged, so all findings are shown\n')
    return undefined
  }
  const changed = new Set(changes.files.map(({ path }) => path))
  const read = configuration.map(({ path }) => absolutePath(fs.cwd, path))
  const own = [...changed].find((path) => read.includes(path) || isConfiguration.test(path))
  if (own !== undefined) {
    stderr.write(`note: ${safeText(relativePath(fs.cwd, own))} is among the changes, so all findings are shown\n`)
    return undefined
  }
  const files = changes.files.map(({ path }) => relativePath(fs.cwd, path))
  return { files, formerNames: former.flatMap(({ names }) => names) }
}

/** One that was deleted had a say, too. */
const isConfiguration = /\/agent-lint\.config\.(?:jsonc?|ya?ml)$/

/** What pre-commit runs for a range of commits (`--from-ref`, a push) is about that range, not about what is staged. */
function queryOf(environment: Environment, { staged, changed }: InputFlags): ChangeQuery | undefined {
  if (changed !== undefined) return { kind: 'changed', since: changed === '' ? undefined : changed }
  if (staged !== true && !isHook(environment)) return undefined
  const from = environment.variables.PRE_COMMIT_FROM_REF ?? ''
  return from === '' ? { kind: 'staged' } : { kind: 'changed', since: from }
}

/** The agents in changed files as they were. */
function formerAgents({ files, top }: KnownChanges): FormerAgent[] {
  const agents = files.filter(({ path, oldBlob }) => oldBlob !== undefined && path.endsWith('.md'))
  const texts = readBlobs(
    top,
    agents.flatMap(({ oldBlob }) => oldBlob ?? []),
  )
  return agents.map(({ path, oldBlob }) => formerAgent(path, texts.get(oldBlob ?? '')?.toString('utf8')))
}

interface AskedOfGit {
  readonly folder: string
  readonly repository: () => Repository
  /** The file that standard input is in the place of. */
  readonly own: string | undefined
  readonly notStaged: readonly string[]
}

/**
 * In a hook, and for what is staged, untracked files do not count if nobody says otherwise: they are no part of what is
 * committed.
 */
function readTracked(
  environment: Environment,
  fs: FileSystem,
  { trackedOnly, staged }: InputFlags,
  { folder, repository, own, notStaged }: AskedOfGit,
): LintInput['tracked'] {
  if (!(trackedOnly ?? (isHook(environment) || staged === true))) return undefined
  const found = repository()
  const files = found.ok ? fs.trackedFiles(found.top) : undefined
  if (found.ok && files !== undefined) {
    const { top } = found
    const tracked = new Set(files.map((path) => joinPath(top, path)))
    for (const path of notStaged) tracked.delete(path)
    return { top, files: own === undefined ? tracked : tracked.add(own) }
  }
  const problem = found.ok ? ({ kind: 'failed', why: '' } as const) : found.problem
  const error = explainNoChanges(problem, '--tracked-only', folder)
  if (trackedOnly === true) throw error
  environment.stderr.write(`note: ${safeText(error.message)}; PRE_COMMIT asks for it, so untracked files count here\n`)
  return undefined
}
