import { createNodeFileSystem, hostIds, knownIds } from '../composition.ts'
import type { Config, ConfigFile, ConfigProblem } from '../config/config.ts'
import { loadConfig } from '../config/load-config.ts'
import { isPreset, type PresetName, presetNames } from '../config/presets.ts'
import { startFolder } from '../config/start-folder.ts'
import { nearest, nearestOrLonger } from '../core/nearest.ts'
import type { FileSystem } from '../io/file-system.ts'
import { codeFrame, frameWidth } from '../reporters/code-frame.ts'
import { hang, note } from '../reporters/note.ts'
import { lineFinder } from '../reporters/position.ts'
import { safeText } from '../reporters/safe-text.ts'
import { loadStyle, type Style } from '../reporters/style.ts'
import { wrapText } from '../reporters/wrap.ts'
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
  const blocks = problems.map((problem) => `${problemLines(problem, style, widthOf(stderr)).join('\n')}\n`)
  stderr.write(blocks.join('\n'))
}

function problemLines({ path, text, span, message, help }: ConfigProblem, style: Style, width: number): string[] {
  const columns = width > 0 ? frameWidth(width) : Number.POSITIVE_INFINITY
  const indent = 'error  '.length
  const [first = '', ...rest] = wrapText(`${path}: ${message}`, columns - indent, columns - indent)
  const head = [`${style.error('error')}  ${first}`, ...hang(rest, indent)]
  const place = { path, span, label: undefined, paint: style.error }
  const findLines = lineFinder({ texts: new Map([[path, text]]), secrets: new Map() })
  const frame = text === '' ? { lines: [], gutter: 1 } : codeFrame([place], findLines, style, width)
  return [...head, ...frame.lines, ...(help === undefined ? [] : note('help', help, frame.gutter, style, columns))]
}

/** `--host a,b`: the hosts that are named, all of them known. */
export const checkHosts = (flag: string | undefined): readonly string[] =>
  flag === undefined ? [] : flag.split(',').map((id) => checkHost(id.trim()))

/** A host's id as the user typed it; throws a usage error for one that does not exist. */
export function checkHost(id: string): string {
  if (hostIds.includes(id)) return id
  const near = nearestOrLonger(id, hostIds)
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
