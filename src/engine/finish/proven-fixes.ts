import type { Diagnostic } from '../../core/diagnostic.ts'
import { applicableFix, type Fix } from '../../core/fix.ts'
import { listNames } from '../../core/message.ts'
import { slice } from '../../core/span.ts'
import { loadParsers, type Parsers, parseDocument } from '../../document/parse-document.ts'
import type { Host } from '../../hosts/host-registry.ts'
import { loadVerdict } from '../../hosts/load-verdict.ts'
import { applyEdits } from '../fix/apply-edits.ts'
import { chooseFixes } from '../fix/choose-fixes.ts'
import type { Settings } from '../settings.ts'

export interface FilesOfHosts {
  /** Those that the user named for a file. */
  readonly hostsOf: (path: string) => readonly Host[]
  readonly texts: ReadonlyMap<string, string>
  readonly settings: Settings
}

/**
 * A rule calls a fix safe by what its own host and the readers of the folder see. Where the user named others, each of them
 * is asked too: a fix after which one that loads the file sees something else is not safe, and says for whom.
 */
export async function provenFixes(
  diagnostics: readonly Diagnostic[],
  files: FilesOfHosts,
): Promise<readonly Diagnostic[]> {
  const byFile = fixableByFile(diagnostics)
  if (byFile.size === 0) return diagnostics
  const hosts = [...byFile.keys()].flatMap(files.hostsOf)
  const parsers = await loadParsers(hosts.map((host) => host.document))
  const proven = new Map<Diagnostic, Diagnostic>()
  for (const [path, ofFile] of byFile) {
    const changedFor = changesOf(path, files, parsers)
    // Most files need no closer look.
    if (changedFor(ofFile).length > 0) for (const [one, now] of judge(ofFile, changedFor)) proven.set(one, now)
  }
  return diagnostics.map((diagnostic) => proven.get(diagnostic) ?? diagnostic)
}

/** The findings whose fixes are not safe, each with what becomes of it: what is safe alone may not be so beside another. */
function judge(
  ofFile: readonly Diagnostic[],
  changedFor: (diagnostics: readonly Diagnostic[]) => readonly string[],
): Map<Diagnostic, Diagnostic> {
  const safe: Diagnostic[] = []
  const unsafe = new Map<Diagnostic, Diagnostic>()
  for (const [i, diagnostic] of ofFile.entries()) {
    const names = i < mostLooks ? changedFor([...safe, diagnostic]) : undefined
    if (names?.length === 0) safe.push(diagnostic)
    else unsafe.set(diagnostic, unsafely(diagnostic, names))
  }
  return unsafe
}

/** A file with more fixes that hosts may disagree about is no file of a fleet. It bounds what reading it again and again can cost. */
const mostLooks = 20

function fixableByFile(diagnostics: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  const byFile = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    if (applicableFix(diagnostic.fixes, 'safe') === undefined) continue
    const ofFile = byFile.get(diagnostic.path)
    if (ofFile === undefined) byFile.set(diagnostic.path, [diagnostic])
    else ofFile.push(diagnostic)
  }
  return byFile
}

/** Names of the hosts that see something else once the fixes are made. */
function changesOf(path: string, { hostsOf, texts, settings }: FilesOfHosts, parsers: Parsers) {
  const text = texts.get(path) ?? ''
  const hosts = hostsOf(path)
  const before = hosts.map((host) => seenBy(host, path, text, settings, parsers))
  return (diagnostics: readonly Diagnostic[]): string[] => {
    const after = applyEdits(text, chooseFixes(diagnostics, 'safe')?.edits ?? [])
    const isChanged = (host: Host, i: number): boolean =>
      before[i] !== undefined && before[i] !== seenBy(host, path, after, settings, parsers)
    return hosts.filter(isChanged).map(({ name }) => name)
  }
}

/** Name, description, tools, model and prompt, as one text to compare; undefined where the host does not load the file. */
function seenBy(host: Host, path: string, text: string, settings: Settings, parsers: Parsers): string | undefined {
  const source = { path, text, byteLength: Buffer.byteLength(text), truncated: false, encodingProblem: undefined }
  const document = parseDocument(source, host.document, parsers)
  if (document === undefined) return undefined
  const { loads, name, description, model, tools } = loadVerdict(document, host, settings.hosts, settings.known)
  return loads ? JSON.stringify([name, description, model, tools, slice(text, document.body)]) : undefined
}

function unsafely(diagnostic: Diagnostic, names: readonly string[] | undefined): Diagnostic {
  const [own] = names ?? []
  const which = own === undefined ? '' : `, although ${listNames(names ?? [])} would see something else then`
  const fixes = diagnostic.fixes.map(
    (fix): Fix => ({
      ...fix,
      title: `${fix.title}${which}`,
      applicability: 'unsafe',
    }),
  )
  return { ...diagnostic, fixes }
}
