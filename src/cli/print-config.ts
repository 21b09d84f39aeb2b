import { rules } from '../composition.ts'
import type { Config, ConfigFile } from '../config/config.ts'
import { presetsOf, resolveRules } from '../config/resolve-rules.ts'
import { entriesBelow, lineAt } from '../config/to-config.ts'
import type { Span } from '../core/span.ts'
import { type Entry, entryOf, toPlain, type Value } from '../core/value.ts'
import { matches } from '../globs/index.ts'
import { absolutePath, relativePath, withSlashes } from '../io/paths.ts'
import { jsonText } from '../reporters/json-text.ts'
import { type Environment, exitCodes } from './environment.ts'
import { type CommonFlags, type LoadedSettings, loadSettings } from './load-settings.ts'

interface Sourced {
  readonly value: unknown
  readonly from: string
}

/** `agent-lint --print-config [file]`: what holds, in general or for the findings in a file, and where each value came from. */
export async function printConfig(
  environment: Environment,
  paths: readonly string[],
  flags: CommonFlags & { readonly printConfig: string | true },
): Promise<number> {
  const about = flags.printConfig === true ? undefined : withSlashes(flags.printConfig)
  const settings = await loadSettings(environment, flags, about === undefined ? paths : [about, ...paths])
  if (settings === undefined) return exitCodes.failure
  environment.stdout.write(`${jsonText(toJson(settings, about, flags.preset), 2)}\n`)
  return exitCodes.clean
}

function toJson({ fs, config, configFolder, files }: LoadedSettings, about: string | undefined, preset?: string) {
  const path = about === undefined ? undefined : relativePath(configFolder, absolutePath(fs.cwd, about))
  return {
    configuration: files.map((file) => file.path),
    ...(about === undefined ? {} : { file: about }),
    presets: preset === undefined ? presetValues(config, files) : config.presets.map(fromFlag),
    host: files.flatMap((file) => valuesOf(file, entryOf(file.root.entries, 'host')?.value)).at(-1) ?? null,
    hosts: merged(files, 'hosts'),
    ignores: files.flatMap((file) => valuesOf(file, entryOf(file.root.entries, 'ignores')?.value)),
    overrides: files.flatMap(overridesOf).map((from, at) => overrideJson(config, at, from, path)),
    tools: { known: listed(files, 'tools', 'known') },
    models: { known: listed(files, 'models', 'known') },
    agents: { ...merged(files, 'agents'), external: listed(files, 'agents', 'external') },
    vocabulary: { contexts: contextWords(files) },
    rules: rulesJson(config, path),
  }
}

const fromFlag = (value: string): Sourced => ({ value, from: '--preset' })

const presetValues = (config: Config, files: readonly ConfigFile[]): Sourced[] => {
  const written = files.flatMap((file) => valuesOf(file, entryOf(file.root.entries, 'extends')?.value))
  return presetsOf(config).map((value) => written.find((one) => one.value === value) ?? { value, from: 'default' })
}

const place = ({ path, text }: ConfigFile, span: Span): string => `${path}:${lineAt(text, span.start)}`

/** A value alone, or each item of a list. */
function valuesOf(file: ConfigFile, value: Value | undefined): Sourced[] {
  if (value === undefined) return []
  const items = value.kind === 'list' ? value.items : [value]
  return items.map((item) => ({ value: toPlain(item), from: place(file, item.span) }))
}

const listed = (files: readonly ConfigFile[], key: string, inner: string): Sourced[] =>
  files.flatMap((file) => valuesOf(file, entryOf(entriesBelow(file.root, key), inner)?.value))

/** The entries of a mapping; of a key in several files that of the last. */
function merged(files: readonly ConfigFile[], key: string): Record<string, Sourced> {
  const entries = files.flatMap((file) => entriesBelow(file.root, key).map((entry) => sourcedEntry(file, entry)))
  return Object.fromEntries(entries)
}

const sourcedEntry = (file: ConfigFile, { key, keySpan, value }: Entry): [string, Sourced] => [
  key,
  { value: toPlain(value), from: place(file, keySpan) },
]

function contextWords(files: readonly ConfigFile[]): Record<string, Sourced[]> {
  const words: Record<string, Sourced[]> = Object.create(null)
  for (const file of files) {
    const contexts = entryOf(entriesBelow(file.root, 'vocabulary'), 'contexts')?.value
    if (contexts?.kind !== 'map') continue
    for (const { key, value } of contexts.entries) words[key] = [...(words[key] ?? []), ...valuesOf(file, value)]
  }
  return words
}

function overridesOf(file: ConfigFile): string[] {
  const value = entryOf(file.root.entries, 'overrides')?.value
  return value?.kind === 'list' ? value.items.map((item) => place(file, item.span)) : []
}

function overrideJson(config: Config, at: number, from: string, path: string | undefined) {
  const files = config.overrides[at]?.files ?? []
  const applies = path === undefined ? {} : { applies: files.some((glob) => matches(glob, path)) }
  return { files: files.map(({ source }) => source), from, ...applies }
}

function rulesJson(config: Config, path: string | undefined) {
  const resolved = resolveRules(
    rules.map(({ meta }) => meta),
    config,
  )
  const { severities, options, origins } = path === undefined ? resolved : resolved.forFile(path)
  return Object.fromEntries(
    rules.map(({ meta: { id, severity } }) => {
      const values = options.get(id)
      const from = origins.get(id) ?? 'in none of the presets'
      return [
        id,
        { severity: severities.get(id) ?? severity, ...(values === undefined ? {} : { options: values }), from },
      ]
    }),
  )
}
