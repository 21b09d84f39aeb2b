import { quote } from '../core/message.ts'
import { nearest } from '../core/nearest.ts'
import type { OptionSchema, OptionValue } from '../core/rule-options.ts'
import { type MapValue, toPlain, type Value } from '../core/value.ts'
import { describeViolation } from '../data/schema-messages.ts'
import { checkPattern } from './check-pattern.ts'
import type { KnownRule } from './config.ts'
import { didYouMean, type Mistake } from './mistake.ts'

/** The mistakes in the options of a rule, each at its place. */
export function checkOptions({ id, options = {} }: KnownRule, value: Value): Mistake[] {
  if (value.kind !== 'map') return [wrong(value, 'what stands for the options', 'type', { type: 'object' }, undefined)]
  const names = Object.keys(options)
  return value.entries.flatMap((entry) => {
    const schema = Object.hasOwn(options, entry.key) ? options[entry.key] : undefined
    if (schema !== undefined) return checkOption(`\`${entry.key}\``, schema, entry.value)
    const all = names.map((name) => `\`${name}\``).join(', ')
    const none = names.length === 0 ? 'it has none' : `it has ${all}`
    const help = didYouMean(nearest(entry.key, names)) ?? none
    return [{ span: entry.keySpan, message: `\`${id}\` has no option ${quote(entry.key)}`, help }]
  })
}

function checkOption(name: string, schema: OptionSchema, value: Value): Mistake[] {
  const plain = toPlain(value)
  switch (schema.type) {
    case 'boolean':
      return typeof plain === 'boolean' ? [] : [wrong(value, name, 'type', { type: 'boolean' }, undefined)]
    case 'integer':
      return checkNumber(name, schema, value, plain)
    case 'string': {
      if (schema.enum.some((choice) => choice === plain)) return []
      const near = typeof plain === 'string' ? nearest(plain, schema.enum) : undefined
      return [wrong(value, name, 'enum', { allowedValues: schema.enum }, didYouMean(near))]
    }
    case 'array':
      return value.kind === 'list'
        ? value.items.flatMap((item) => checkText(name, item, schema.items.format === 'glob'))
        : [wrong(value, name, 'type', { type: 'array' }, 'write it in brackets, also where it is one')]
  }
}

function checkNumber(
  name: string,
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
  value: Value,
  plain: unknown,
): Mistake[] {
  if (typeof plain !== 'number' || !Number.isSafeInteger(plain)) {
    return [wrong(value, name, 'type', { type: 'integer' }, undefined)]
  }
  if (plain >= minimum && plain <= maximum) return []
  const message = `${name} is ${plain}, where a number from ${minimum} to ${maximum} is wanted`
  return [{ span: value.span, message, help: undefined }]
}

function checkText(name: string, item: Value, isPattern: boolean): Mistake[] {
  const plain = toPlain(item)
  if (typeof plain !== 'string') return [wrong(item, `an item of ${name}`, 'type', { type: 'string' }, undefined)]
  if (plain === '') return [wrong(item, `an item of ${name}`, 'minLength', { limit: 1 }, undefined)]
  return isPattern ? checkPattern(plain, item.span) : []
}

function wrong(
  value: Value,
  name: string,
  keyword: string,
  params: Readonly<Record<string, unknown>>,
  help: string | undefined,
): Mistake {
  const violation = { keyword, params, pointer: '', schemaPointer: '', message: keyword }
  return { span: value.span, message: `${name} ${describeViolation(violation, toPlain(value))}`, help }
}

/** The values of options that were found in order. */
export const toOptions = ({ entries }: MapValue): Record<string, OptionValue> =>
  Object.fromEntries(entries.map(({ key, value }) => [key, toPlain(value) as OptionValue]))
