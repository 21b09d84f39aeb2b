import { nearest } from '../core/nearest.ts'
import { type Entry, entryOf, type MapValue, toPlain, type Value, valueAt } from '../core/value.ts'
import { validateBuiltIn } from '../data/built-in-validators.ts'
import { describeViolation } from '../data/schema-messages.ts'
import { checkRule, toRuleSetting } from './check-rules.ts'
import type { Config, KnownIds } from './config.ts'
import { type Mistake, unknownName } from './mistake.ts'

const keys = ['$schema', 'host', 'hosts', 'ignores', 'rules', 'tools', 'models', 'agents']

/** Everything that is wrong with a configuration, in the order of the file. */
export function checkConfig(root: MapValue, known: KnownIds): Mistake[] {
  const mistakes = validateBuiltIn('config.schema.json', toPlain(root)).map((error): Mistake => {
    const { value } = valueAt(root, error.pointer)
    const extra = error.params.additionalProperty
    if (typeof extra === 'string') return unknownKey(value, error.pointer, extra)
    const at = error.pointer.slice(1).replaceAll('/', '.')
    return { span: value.span, message: `\`${at}\` ${describeViolation(error, toPlain(value))}`, help: undefined }
  })
  return [...mistakes, ...unknownNames(root, known)].toSorted((a, b) => a.span.start - b.span.start)
}

function unknownKey(value: Value, pointer: string, key: string): Mistake {
  const entry = value.kind === 'map' ? entryOf(value.entries, key) : undefined
  const allowed = keysAt(pointer)
  const near = nearest(key, allowed)
  const place = pointer === '' ? 'the configuration' : `\`${pointer.slice(1).replaceAll('/', '.')}\``
  return {
    span: entry?.keySpan ?? value.span,
    message: `${place} has no key \`${key}\``,
    help: near === undefined ? `its keys are ${allowed.join(', ')}` : `did you mean \`${near}\`?`,
  }
}

function keysAt(pointer: string): readonly string[] {
  if (pointer === '') return keys
  if (/^\/agents\/[^/]+$/.test(pointer)) return ['scope', 'escalation']
  if (/^\/agents\/[^/]+\/scope$/.test(pointer)) return ['owns', 'shares', 'reads', 'excludes']
  return pointer.startsWith('/agents') ? ['to', 'when'] : ['known']
}

function unknownNames(root: MapValue, known: KnownIds): Mistake[] {
  const rules = entriesBelow(root, 'rules').flatMap((entry) => checkRule(entry, known.rules))
  const host = entryOf(root.entries, 'host')
  const hosts = [...(host === undefined ? [] : [host]), ...entriesBelow(root, 'hosts')].map(({ value }) =>
    value.kind === 'scalar' && typeof value.value === 'string'
      ? unknownName('host', value.value, value.span, known.hostIds, `the hosts are ${known.hostIds.join(', ')}`)
      : undefined,
  )
  return [...rules, ...hosts].filter((mistake): mistake is Mistake => mistake !== undefined)
}

const entriesBelow = (root: MapValue, key: string): readonly Entry[] => {
  const value = entryOf(root.entries, key)?.value
  return value?.kind === 'map' ? value.entries : []
}

/** A configuration that was found in order, as the rest of the program wants it. */
export function toConfig(root: MapValue): Config {
  const texts = (value: Value | undefined): string[] =>
    value?.kind === 'list' ? value.items.map((item) => String(toPlain(item))) : []
  const below = (key: string, inner: string): Value | undefined => entryOf(entriesBelow(root, key), inner)?.value
  const host = entryOf(root.entries, 'host')?.value
  return {
    host: host === undefined ? undefined : String(toPlain(host)),
    hosts: new Map(entriesBelow(root, 'hosts').map(({ key, value }) => [key, String(toPlain(value))])),
    ignores: texts(entryOf(root.entries, 'ignores')?.value),
    rules: new Map(entriesBelow(root, 'rules').flatMap(toRuleSetting)),
    knownTools: texts(below('tools', 'known')),
    knownModels: texts(below('models', 'known')),
    externalAgents: texts(below('agents', 'external')),
    declaredAgents: new Map(
      entriesBelow(root, 'agents').flatMap(({ key, value }) =>
        key !== 'external' && value.kind === 'map' ? [[key, value.entries] as const] : [],
      ),
    ),
  }
}
