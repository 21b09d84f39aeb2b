import { version } from '../package.json'
import { rules } from '../rules/index.ts'
import type { Config, KnownIds } from './config/config.ts'
import { type RulesOfRun, resolveRules } from './config/resolve-rules.ts'
import type { FixLevel } from './core/fix.ts'
import type { HostFrom } from './core/report.ts'
import type { RuleDescription } from './core/rule-description.ts'
import { hostsOfRule } from './core/rule-hosts.ts'
import type { FixResult } from './engine/fix/fix-fleets.ts'
import type { Inspection, InspectRequest } from './engine/inspect.ts'
import { type LintRequest, type LintResult, lint as lintFleets } from './engine/lint.ts'
import type { FleetsResult } from './engine/read-fleets.ts'
import type { Settings } from './engine/settings.ts'
import type { PhraseIndex } from './facts/phrase-index.ts'
import type { Host } from './hosts/host-registry.ts'
import { hostAt } from './hosts/host-versions.ts'
import { builtInHosts, hostById } from './hosts/load-hosts.ts'
import type { FileSystem } from './io/file-system.ts'
import { createNodeFileSystem } from './io/node-fs.ts'
import { absolutePath, relativePath } from './io/paths.ts'
import type { Rule } from './kit/index.ts'

export { createNodeFileSystem, hostById, rules, version }

/** Ids of the hosts that this version knows. */
export const hostIds: readonly string[] = builtInHosts.map(({ id }) => id)

export const ruleIds: readonly string[] = rules.map(({ meta }) => meta.id)

/** Ids of the hosts that a rule has anything to say of; undefined where that is all of them. */
export const hostsOf = (meta: Rule['meta']): readonly string[] | undefined => hostsOfRule(meta, builtInHosts)

/** The names that a configuration may use. */
export const knownIds: KnownIds = {
  rules: rules.map(({ kind, meta }) => ({ ...meta, isOfFleet: kind === 'fleet' })),
  hostIds,
  hasEarlierReleases: (id) => (hostById(id)?.changes ?? []).length > 0,
}

/** What a run is about. `config` as `loadConfig` gives it, `configFolder` (absolute) where its paths start. */
export interface RunRequest {
  readonly paths: readonly string[]
  readonly config: Config
  readonly configFolder: string
  /** The hosts of all roots, whatever they are called; ids. */
  readonly host?: readonly string[] | undefined
  /** The rules to run in place of all, such as the same ones with a clock around each. */
  readonly rules?: readonly Rule[] | undefined
}

/** A run that lints may be about less than it reads, and live with what was found before. */
export type LintRunRequest = RunRequest &
  Partial<
    Pick<LintRequest, 'focus' | 'former' | 'tracked' | 'progress' | 'inline' | 'baseline' | 'strictBaseline' | 'memory'>
  > & {
    /** Does something else lie at the path than what the file system gives? Such a file is not fixed. */
    readonly isUnstaged?: (path: string) => boolean
  }

/** Lints the fleets that the paths mean. Throws only for a host id that does not exist. */
export async function lint(fs = createNodeFileSystem(process.cwd()), request: LintRunRequest): Promise<LintResult> {
  const { focus, former, tracked, progress, inline = true, baseline, strictBaseline = false, memory } = request
  const own = { version, focus, former, tracked, progress, inline, baseline, strictBaseline, memory }
  const full: LintRequest = { ...(await common(fs.cwd, request)), ...own }
  return lintFleets(fs, full)
}

/** Lints, and works out the fixes of that level and what is left after them. Writes nothing: see `writeFile`. */
export async function fix(fs: FileSystem, request: LintRunRequest, level: FixLevel): Promise<FixResult> {
  const { fixFleets } = await import('./engine/fix/fix-fleets.ts')
  const memory = request.memory ?? (await import('./engine/run-memory.ts')).createMemory()
  return fixFleets(fs, (overlaid) => lint(overlaid, { ...request, memory }), level, request.isUnstaged)
}

/** Says what each of the hosts does with each file; without hosts, each root's own host with its agents. */
export async function inspect(
  fs = createNodeFileSystem(process.cwd()),
  request: RunRequest & { hosts: readonly string[] },
): Promise<Inspection> {
  const base = await common(fs.cwd, request)
  const hosts = request.hosts.map((id) => existingHost(id, base.settings.hosts))
  const full: InspectRequest = { ...base, hosts }
  const { inspect: inspectFleets } = await import('./engine/inspect.ts')
  return inspectFleets(fs, full)
}

/** The fleets that the paths mean, as data: who owns what, who hands what to whom. */
export async function readFleets(fs: FileSystem, request: RunRequest): Promise<FleetsResult> {
  const { readFleets: read } = await import('./engine/read-fleets.ts')
  return read(fs, await common(fs.cwd, request))
}

/** All rules with their pages. */
export async function describeRules(): Promise<readonly RuleDescription[]> {
  const { rulePages } = await import('../rules/pages.ts')
  return rules.map(({ meta }) => ({ meta, page: rulePages[meta.id] ?? '' }))
}

async function common(cwd: string, request: RunRequest & Pick<LintRunRequest, 'memory'>) {
  const { paths, config, configFolder, host } = request
  const settings = await settingsOf(cwd, request)
  const { hosts } = settings
  const chooseHosts = (root: string) => chosenHosts(absolutePath(cwd, root), config, configFolder, host ?? [], hosts)
  // Where only one can be meant, it is the first.
  const chooseHost = (root: string) => chooseHosts(root)[0]
  const usualHosts = (root: string) => chosenHosts(absolutePath(cwd, root), config, configFolder, [], hosts)
  const configured = [...config.hosts.keys()].map((path) => absolutePath(configFolder, path))
  const where = { ignores: config.ignores, ignoresFolder: configFolder, configured }
  return { paths, settings, ...where, chooseHosts, chooseHost, usualHosts }
}

/** The settings; those of the last run where there is a memory of it, and nothing that they are made from has changed. */
async function settingsOf(cwd: string, request: RunRequest & Pick<LintRunRequest, 'memory'>): Promise<Settings> {
  const { memory, config, configFolder } = request
  const make = () => makeSettings(cwd, request)
  if (memory === undefined) return make()
  const { settingsFrom } = await import('./engine/run-memory.ts')
  return settingsFrom(memory, { cwd, config, configFolder, rules: request.rules }, make)
}

async function makeSettings(cwd: string, { config, configFolder, rules: given }: RunRequest): Promise<Settings> {
  const resolved = resolveRules(
    rules.map(({ meta }) => meta),
    config,
  )
  return {
    hosts: hostsOfRun(config),
    rules: given ?? rules,
    ...resolved,
    forFile: forFile(cwd, configFolder, resolved, config),
    words: await wordsOf(config),
    known: { tools: config.knownTools },
    knownModels: config.knownModels,
    externalAgents: config.externalAgents,
    declaredAgents: config.declaredAgents,
  }
}

/** Few configurations have words, and no run but theirs loads what puts them in order. */
async function wordsOf({ contextWords }: Config): Promise<PhraseIndex | undefined> {
  if (contextWords.size === 0) return undefined
  const { moreWords } = await import('./facts/more-words.ts')
  return moreWords(contextWords)
}

/** It is asked for every rule and file, so without overrides nothing is worked out. */
function forFile(cwd: string, configFolder: string, resolved: RulesOfRun, { overrides }: Config): Settings['forFile'] {
  if (overrides.length === 0) return () => resolved
  return (path) => resolved.forFile(relativePath(configFolder, absolutePath(cwd, path)))
}

/** The flag, then the config's entry for that folder, then the config's hosts for all; none where nobody says. */
function chosenHosts(
  root: string,
  config: Config,
  configFolder: string,
  flag: readonly string[],
  hosts: readonly Host[],
): readonly { host: Host; from: HostFrom }[] {
  const choices = (ids: readonly string[], from: HostFrom) => ids.map((id) => ({ host: existingHost(id, hosts), from }))
  if (flag.length > 0) return choices(flag, 'flag')
  const own = [...config.hosts].find(([path]) => absolutePath(configFolder, path) === root)
  return choices(own?.[1] ?? config.host, 'config')
}

/** Every host, in the release that the configuration names. */
function hostsOfRun({ hostVersions }: Config): readonly Host[] {
  if (hostVersions.size === 0) return builtInHosts
  return builtInHosts.map((host) => {
    const release = hostVersions.get(host.id)
    return release === undefined ? host : hostAt(host, release)
  })
}

function existingHost(id: string, hosts: readonly Host[]): Host {
  const host = hosts.find((one) => one.id === id)
  if (host === undefined) throw new Error(`there is no host called ${id}`)
  return host
}
