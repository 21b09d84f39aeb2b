import { quote } from '../core/message.ts'
import { nearest } from '../core/nearest.ts'
import { entryOf, type MapValue, toPlain, type Value, valueAt } from '../core/value.ts'
import { validateBuiltIn } from '../data/built-in-validators.ts'
import { describeViolation } from '../data/schema-messages.ts'
import { checkHostVersions } from './check-host-versions.ts'
import { checkOverrides } from './check-overrides.ts'
import { checkRule } from './check-rules.ts'
import { checkVocabulary } from './check-vocabulary.ts'
import type { KnownIds } from './config.ts'
import { keysAt } from './known-keys.ts'
import { didYouMean, type Mistake, unknownName } from './mistake.ts'
import { entriesBelow } from './to-config.ts'

/** Mappings of which one key holds names. */
const namesAt: readonly string[] = ['/tools', '/models']

/** Everything that is wrong with a configuration, in the order of the file. */
export function checkConfig(root: MapValue, known: KnownIds): Mistake[] {
  const mistakes = validateBuiltIn('config.schema.json', toPlain(root)).map((error): Mistake => {
    const { value } = valueAt(root, error.pointer)
    const extra = error.params.additionalProperty
    if (typeof extra === 'string') return unknownKey(value, error.pointer, extra)
    const at = error.pointer.slice(1).replaceAll('/', '.')
    const help = value.kind === 'list' && namesAt.includes(error.pointer) ? 'list the names below `known`' : undefined
    return { span: value.span, message: `${quote(at)} ${describeViolation(error, toPlain(value))}`, help }
  })
  const rules = entriesBelow(root, 'rules').flatMap((entry) => checkRule(entry, known.rules))
  const overrides = checkOverrides(root, known.rules)
  const all = [
    ...mistakes,
    ...rules,
    ...overrides,
    ...unknownHosts(root, known.hostIds),
    ...checkHostVersions(root, known),
    ...checkVocabulary(root),
  ]
  return all.toSorted((a, b) => a.span.start - b.span.start)
}

function unknownKey(value: Value, pointer: string, key: string): Mistake {
  const entry = value.kind === 'map' ? entryOf(value.entries, key) : undefined
  const allowed = keysAt(pointer)
  const place = pointer === '' ? 'the configuration' : quote(pointer.slice(1).replaceAll('/', '.'))
  return {
    span: entry?.keySpan ?? value.span,
    message: `${place} has no key ${quote(key)}`,
    help: didYouMean(nearest(key, allowed)) ?? `its keys are ${allowed.join(', ')}`,
  }
}

function unknownHosts(root: MapValue, hostIds: readonly string[]): Mistake[] {
  const host = entryOf(root.entries, 'host')
  const values = [...(host === undefined ? [] : [host]), ...entriesBelow(root, 'hosts')].map(({ value }) => value)
  return values
    .flatMap((value) => (value.kind === 'list' ? value.items : [value]))
    .flatMap((value) => {
      if (value.kind !== 'scalar' || typeof value.value !== 'string') return []
      return unknownName('host', value.value, value.span, hostIds, `the hosts are ${hostIds.join(', ')}`) ?? []
    })
}
