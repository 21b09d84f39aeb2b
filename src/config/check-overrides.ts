import { entryOf, type MapValue, toPlain, type Value } from '../core/value.ts'
import { checkPattern } from './check-pattern.ts'
import { checkRule } from './check-rules.ts'
import type { KnownRule } from './config.ts'
import type { Mistake } from './mistake.ts'
import { entriesBelow } from './to-config.ts'

/** What is wrong with the patterns and the rules of `overrides`. */
export function checkOverrides(root: MapValue, rules: readonly KnownRule[]): Mistake[] {
  const overrides = entryOf(root.entries, 'overrides')?.value
  if (overrides?.kind !== 'list') return []
  return overrides.items.flatMap((item) => (item.kind === 'map' ? checkOverride(item, rules) : []))
}

function checkOverride(item: MapValue, rules: readonly KnownRule[]): Mistake[] {
  const files = entryOf(item.entries, 'files')?.value
  const patterns: readonly Value[] = files?.kind === 'list' ? files.items : files === undefined ? [] : [files]
  return [
    ...patterns.flatMap((pattern) => {
      const plain = toPlain(pattern)
      return typeof plain === 'string' && plain !== '' ? checkPattern(plain, pattern.span) : []
    }),
    ...entriesBelow(item, 'rules').flatMap((entry) => [
      ...checkRule(entry, rules),
      ...checkPlace(
        entry.value,
        rules.find(({ id }) => id === entry.key),
      ),
    ]),
  ]
}

/** A rule that looks at all agents at once runs once. */
function checkPlace(value: Value, rule: KnownRule | undefined): Mistake[] {
  const options = value.kind === 'list' ? value.items[1] : undefined
  if (rule?.isOfFleet !== true || options === undefined) return []
  const message = `\`${rule.id}\` looks at all agents together: its options cannot differ from file to file`
  return [{ span: options.span, message, help: 'set them under `rules`, and only the severity here' }]
}
