import { type GitAnswer, runGit } from './git.ts'
import { absolutePath } from './paths.ts'
import { isGlob } from './user-globs.ts'

/** What is compared: what is staged with the last commit; or all that is there, with the last commit or with where a branch left a ref. */
export type ChangeQuery = { readonly kind: 'staged' } | { readonly kind: 'changed'; readonly since: string | undefined }

/** A file that is not what it was. */
export interface ChangedFile {
  /** As git names it, from the top of the repository; absolute where it is handed out. */
  readonly path: string
  /** Its old text's name in git; undefined where there was no file. */
  readonly oldBlob: string | undefined
}

/** Why there is no answer. */
export type NoChanges =
  | { readonly kind: 'no-git' }
  | { readonly kind: 'no-repository' }
  | {
      readonly kind: 'unknown-ref'
      readonly ref: string
      readonly refs: readonly string[]
      readonly isShallow: boolean
    }
  | { readonly kind: 'no-common-commit'; readonly ref: string; readonly isShallow: boolean }
  | { readonly kind: 'failed'; readonly why: string }

export type Changes =
  | {
      readonly ok: true
      readonly kind: ChangeQuery['kind']
      readonly top: string
      readonly files: readonly ChangedFile[]
    }
  | { readonly ok: false; readonly problem: NoChanges }

/** The top of the repository that a folder (absolute) lies in. */
export type Repository =
  | { readonly ok: true; readonly top: string; readonly isShallow: boolean }
  | { readonly ok: false; readonly problem: NoChanges }

export function findRepository(folder: string): Repository {
  const answer = runGit(folder, ['rev-parse', '--is-inside-work-tree', '--is-shallow-repository', '--show-cdup'])
  if (!answer.ok) return { ok: false, problem: problemOf(answer) }
  const [isInside, isShallow, up = ''] = answer.out.toString('utf8').split('\n')
  if (isInside !== 'true') return { ok: false, problem: { kind: 'no-repository' } }
  return { ok: true, top: absolutePath(folder, up === '' ? '.' : up), isShallow: isShallow === 'true' }
}

/** The files that changed, of the repository that a folder lies in. A file that got another name is one gone and one new. */
export function changedFiles(folder: string, query: ChangeQuery): Changes {
  const repository = findRepository(folder)
  if (!repository.ok) return repository
  const { top } = repository
  const since = query.kind === 'staged' ? undefined : query.since
  const base = since === undefined ? undefined : baseOf(repository, since)
  if (typeof base === 'object') return { ok: false, problem: base }
  const files = new Map<string, ChangedFile>()
  for (const { answer, read } of askGit(top, query, base)) {
    if (!answer.ok) return { ok: false, problem: problemOf(answer) }
    for (const { path, oldBlob } of read(answer.out)) {
      const absolute = absolutePath(top, path)
      // The first comparison is with what was committed.
      files.set(absolute, { path: absolute, oldBlob: files.get(absolute)?.oldBlob ?? oldBlob })
    }
  }
  return { ok: true, kind: query.kind, top, files: [...files.values()] }
}

interface Asked {
  readonly answer: GitAnswer
  readonly read: (out: Buffer) => readonly ChangedFile[]
}

/** What the index has that the commit has not; then what differs from the index, and what is in none. */
function* askGit(top: string, { kind }: ChangeQuery, base: string | undefined): Generator<Asked> {
  const commit = base === undefined ? [] : [base]
  const staged = ['diff', '--cached', ...comparison, '--no-ext-diff', '--no-relative', ...commit]
  yield { answer: runGit(top, staged), read: readChanges }
  if (kind === 'staged') return
  const settings = filterSettings(top)
  yield { answer: runGit(top, ['diff-files', ...comparison], { settings }), read: readChanges }
  yield { answer: runGit(top, ['ls-files', '-z', '--others', '--exclude-standard']), read: readNames }
}

/** How files are compared: by name, without looking for what got another one. */
export const comparison = ['--raw', '-z', '--no-abbrev', '--no-renames', '--ignore-submodules=all']

/** Comparing a file may run a filter that the repository's configuration names. Without it, such files count as changed. */
export function filterSettings(top: string): [string, string][] {
  const answer = runGit(top, ['config', '-z', '--name-only', '--get-regexp', '^filter\\.'])
  if (!answer.ok) return []
  const names = answer.out.toString('utf8').split('\0').filter(Boolean)
  return [...new Set(names)].map((name) => [name, name.endsWith('.required') ? 'false' : ''])
}

/** The commit to compare with: where the work on top of `ref` began. */
function baseOf(
  { top, isShallow }: { readonly top: string; readonly isShallow: boolean },
  ref: string,
): string | NoChanges {
  // What starts with a hyphen would be an option.
  const commit = ref.startsWith('-')
    ? undefined
    : textOf(runGit(top, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]))
  if (commit === undefined) return { kind: 'unknown-ref', ref, refs: refsOf(top), isShallow }
  return textOf(runGit(top, ['merge-base', commit, 'HEAD'])) ?? { kind: 'no-common-commit', ref, isShallow }
}

const refsOf = (top: string): string[] =>
  (textOf(runGit(top, ['for-each-ref', '--format=%(refname:short)', '--count=2000'])) ?? '').split('\n')

const textOf = (answer: GitAnswer): string | undefined =>
  answer.ok && answer.out.length > 0 ? answer.out.toString('utf8').trim() : undefined

/** Has the history that is there a commit that touched this path (or glob), seen from a folder (absolute)? */
export function wasCommitted(folder: string, path: string): boolean {
  const pathspec = `:(${isGlob(path) ? 'glob' : 'literal'})${path}`
  return textOf(runGit(folder, ['rev-list', '-1', 'HEAD', '--', pathspec])) !== undefined
}

/** `:<modes> <old> <new> <status>` and a path, each with a zero behind it. */
function readChanges(out: Buffer): ChangedFile[] {
  const fields = out.toString('utf8').split('\0')
  const changes: ChangedFile[] = []
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const blob = fields[i]?.split(' ')[2] ?? ''
    changes.push({ path: fields[i + 1] ?? '', oldBlob: /^0*$/.test(blob) ? undefined : blob })
  }
  return changes
}

const readNames = (out: Buffer): ChangedFile[] =>
  out
    .toString('utf8')
    .split('\0')
    .filter(Boolean)
    .map((path) => ({ path, oldBlob: undefined }))

function problemOf(answer: GitAnswer): NoChanges {
  if (answer.ok) return { kind: 'failed', why: '' }
  if (answer.isMissing) return { kind: 'no-git' }
  return /not a git repository/i.test(answer.why) ? { kind: 'no-repository' } : { kind: 'failed', why: answer.why }
}
