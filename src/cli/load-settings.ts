import { createNodeFileSystem, hostIds, knownIds } from '../composition.ts'
import type { Config, ConfigFile, ConfigProblem } from '../config/config.ts'
import { loadConfig } from '../config/load-config.ts'
import { isPreset, type PresetName, presetNames } from '../config/presets.ts'
import { startFolder } from '../config/start-folder.ts'
import { nearest } from '../core/nearest.ts'
import type { FileSystem } from '../io/file-system.ts'
import { codeFrame } from '../reporters/code-frame.ts'
import { lineFinder } from '../reporters/position.ts'
import { safeText } from '../reporters/safe-text.ts'
import { loadStyle } from '../reporters/style.ts'
import { type Environment, UsageError, wantsColor, widthOf } from './environment.ts'

export interface CommonFlags {
  readonly config?: string | boolean
  readonly host?: string
  /** Instead of those of the configuration; several with commas between them. */
  readonly preset?: string
}

export interface LoadedSettings {
  readonly fs: FileSystem
  readonly config: Config
  readonly configFolder: string
  /** The file that it was read from. */
  readonly configPath: string | undefined
  /** What the configuration was put together from. */
  readonly files: readonly ConfigFile[]
}

/** The file system and the configuration of a command; undefined once the mistakes of the config file are printed. */
export async function loadSettings(
  environment: Environment,
  flags: CommonFlags,
  paths: readonly string[],
): Promise<LoadedSettings | undefined> {
  const presets = flags.preset === undefined ? undefined : checkPresets(flags.preset)
  const fs = createNodeFileSystem(environment.cwd)
  const result = await loadConfig(fs, {
    path: typeof flags.config === 'string' ? flags.config : undefined,
    none: flags.config === false,
    start: startFolder(fs, paths),
    known: knownIds,
  })
  if (result.ok) {
    for (const note of result.notes) environment.stderr.write(`note: ${safeText(note)}\n`)
    const config = presets === undefined ? result.config : { ...result.config, presets }
    return { fs, config, configFolder: result.folder, configPath: result.path, files: result.files }
  }
  await printProblems(environment, result.problems)
  return undefined
}

/** Every mistake of the config file, with the place that it is at. */
async function printProblems(environment: Environment, problems: readonly ConfigProblem[]): Promise<void> {
  const { stderr } = environment
  const style = await loadStyle(wantsColor('auto', environment, stderr))
  for (const { path, text, span, message, help } of problems) {
    stderr.write(`${style.error('error')}  ${safeText(path)}: ${safeText(message)}\n`)
    if (text !== '') {
      const place = { path, span, label: undefined, paint: style.error }
      const frame = codeFrame(
        [place],
        lineFinder({ texts: new Map([[path, text]]), secrets: new Map() }),
        style,
        widthOf(stderr),
      )
      stderr.write(`${frame.lines.join('\n')}\n`)
    }
    if (help !== undefined) stderr.write(`  = help: ${safeText(help)}\n`)
  }
}

/** A host's id as the user typed it; throws a usage error for one that does not exist. */
/** `--host a,b`: the hosts that are named, all of them known. */
export const checkHosts = (flag: string | undefined): readonly string[] =>
  flag === undefined ? [] : flag.split(',').map((id) => checkHost(id.trim()))

export function checkHost(id: string): string {
  if (hostIds.includes(id)) return id
  const near = nearest(id, hostIds) ?? hostIds.find((host) => id !== '' && host.startsWith(id))
  const help = near === undefined ? `the hosts are ${hostIds.join(', ')}` : `did you mean ${near}?`
  throw new UsageError(`there is no host called ${id}`, help)
}

/** The presets that the user typed; throws a usage error for one that does not exist. */
function checkPresets(typed: string): PresetName[] {
  return typed.split(',').map((name) => {
    if (isPreset(name)) return name
    const near = nearest(name, presetNames)
    const help = near === undefined ? `the presets are ${presetNames.join(', ')}` : `did you mean ${near}?`
    throw new UsageError(`there is no preset called ${name}`, help)
  })
}
