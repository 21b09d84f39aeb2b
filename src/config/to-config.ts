import { type Entry, entryOf, type MapValue, toPlain, type Value } from '../core/value.ts'
import { isGlob, parseGlob, withSeparators } from '../globs/index.ts'
import { toRuleSetting } from './check-rules.ts'
import type { Config, ConfigFile, ConfigOverride, RuleSettings } from './config.ts'
import { isPreset } from './presets.ts'

/** A file that was found in order, as the rest of the program wants it. */
export function toConfig({ path, text, root }: ConfigFile): Config {
  const below = (key: string, inner: string): Value | undefined => entryOf(entriesBelow(root, key), inner)?.value
  const place = ({ keySpan }: Entry): string => `${path}:${lineAt(text, keySpan.start)}`
  const overrides = entryOf(root.entries, 'overrides')?.value
  const contexts = below('vocabulary', 'contexts')
  return {
    host: texts(entryOf(root.entries, 'host')?.value),
    hosts: new Map(
      entriesBelow(root, 'hosts').flatMap(({ key, value }) =>
        value.kind === 'map' ? [] : [[withSeparators(key), texts(value)] as const],
      ),
    ),
    hostVersions: new Map(
      entriesBelow(root, 'hosts').flatMap(({ key, value }) => {
        const version = value.kind === 'map' ? entryOf(value.entries, 'version')?.value : undefined
        return version?.kind === 'scalar' ? [[key, String(version.value)] as const] : []
      }),
    ),
    ignores: texts(entryOf(root.entries, 'ignores')?.value).map(withSeparators),
    presets: texts(entryOf(root.entries, 'extends')?.value).filter(isPreset),
    rules: toRules(entriesBelow(root, 'rules'), place),
    overrides: overrides?.kind === 'list' ? overrides.items.flatMap((item) => toOverride(item, place)) : [],
    knownTools: texts(below('tools', 'known')),
    knownModels: texts(below('models', 'known')),
    externalAgents: texts(below('agents', 'external')),
    declaredAgents: new Map(
      entriesBelow(root, 'agents').flatMap(({ key, value }) =>
        key !== 'external' && value.kind === 'map' ? [[key, value.entries] as const] : [],
      ),
    ),
    contextWords: new Map(
      contexts?.kind === 'map' ? contexts.entries.map(({ key, value }) => [key, texts(value)] as const) : [],
    ),
  }
}

/** A list of texts; one text alone is a list of it. */
function texts(value: Value | undefined): string[] {
  if (value?.kind === 'scalar') return [String(value.value)]
  return value?.kind === 'list' ? value.items.map((item) => String(toPlain(item))) : []
}

export const entriesBelow = (root: MapValue, key: string): readonly Entry[] => {
  const value = entryOf(root.entries, key)?.value
  return value?.kind === 'map' ? value.entries : []
}

type Place = (entry: Entry) => string

const toRules = (entries: readonly Entry[], place: Place): RuleSettings =>
  new Map(
    entries.flatMap((entry) =>
      toRuleSetting(entry).map(([key, setting]) => [key, { ...setting, from: place(entry) }] as const),
    ),
  )

function toOverride(item: Value, place: Place): ConfigOverride[] {
  if (item.kind !== 'map') return []
  const files = texts(entryOf(item.entries, 'files')?.value).map(parseGlob)
  return [{ files: files.filter(isGlob), rules: toRules(entriesBelow(item, 'rules'), place) }]
}

/** Counted from 1. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length
