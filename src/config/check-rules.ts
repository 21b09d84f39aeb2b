import { quote } from '../core/message.ts'
import { nearest } from '../core/nearest.ts'
import { type Entry, toPlain, type Value } from '../core/value.ts'
import { checkOptions, toOptions } from './check-options.ts'
import type { KnownRule, RuleLevel, RuleSetting } from './config.ts'
import { didYouMean, type Mistake } from './mistake.ts'

const levels: readonly RuleLevel[] = ['off', 'on', 'info', 'warning', 'error']

/** What other linters call a severity. */
const elsewhere: Readonly<Record<string, RuleLevel>> = {
  none: 'off',
  '0': 'off',
  '1': 'warning',
  '2': 'error',
  false: 'off',
  true: 'on',
}

/** The mistakes in what is said of one rule, or of a category of rules (`text/*`). */
export function checkRule({ key, keySpan, value }: Entry, rules: readonly KnownRule[]): Mistake[] {
  const rule = rules.find(({ id }) => id === key)
  const isCategory = categoriesOf(rules).includes(key)
  if (rule === undefined && !isCategory) return [unknownKey(key, keySpan, rules)]
  if (value.kind !== 'list') return checkLevel(key, value)
  const [level, options, more] = value.items
  if (level === undefined) return [{ span: value.span, message: `\`${key}\` has no severity`, help: form(key) }]
  const mistakes = checkLevel(key, level)
  if (more !== undefined) mistakes.push({ span: more.span, message: 'nothing may stand here', help: form(key) })
  if (options === undefined) return mistakes
  if (rule === undefined) {
    const message = `\`${key}\` is a category, and options are of one rule`
    return [...mistakes, { span: options.span, message, help: undefined }]
  }
  return [...mistakes, ...checkOptions(rule, options)]
}

const form = (key: string): string => `write \`"${key}": ["warning", { … }]\`, or only a severity`

/** `text/*` for each category that has rules. */
const categoriesOf = (rules: readonly KnownRule[]): string[] => [
  ...new Set(rules.map(({ category }) => `${category}/*`)),
]

function unknownKey(key: string, span: Entry['keySpan'], rules: readonly KnownRule[]): Mistake {
  const ids = rules.map(({ id }) => id)
  const categories = categoriesOf(rules)
  const last = key.slice(key.lastIndexOf('/') + 1)
  const meant = ids.includes(last) ? last : categories.find((category) => category === `${key.replace(/\/$/, '')}/*`)
  const near = meant ?? nearest(key, [...ids, ...categories]) ?? nearest(last, ids)
  const all = key.endsWith('/*') ? `the categories are ${categories.toSorted().join(', ')}` : 'see `agent-lint rules`'
  return { span, message: `there is no rule ${quote(key)}`, help: didYouMean(near) ?? all }
}

function checkLevel(key: string, value: Value): Mistake[] {
  const level = toPlain(value)
  if (isLevel(level)) return []
  const wrong = String(value.kind === 'scalar' ? value.value : value.kind)
  const started = levels.find((one) => wrong !== '' && one.startsWith(wrong))
  const meant = Object.hasOwn(elsewhere, wrong) ? elsewhere[wrong] : (started ?? nearest(wrong, levels))
  const message = `\`rules.${key}\` is none of ${levels.map((one) => `\`${one}\``).join(', ')}`
  return [{ span: value.span, message, help: didYouMean(meant) }]
}

const isLevel = (value: unknown): value is RuleLevel => levels.some((level) => level === value)

/** What an entry that was found in order says; nothing for one that was not. */
export function toRuleSetting({ key, value }: Entry): [string, RuleSetting][] {
  const [first, options] = value.kind === 'list' ? value.items : [value]
  const level = first === undefined ? undefined : toPlain(first)
  if (!isLevel(level)) return []
  return [[key, { level, options: options?.kind === 'map' ? toOptions(options) : undefined }]]
}
