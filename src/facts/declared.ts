import type { HostDescriptor } from '../core/host.ts'
import { type Span, slice } from '../core/span.ts'
import { type Entry, entryOf, type Value } from '../core/value.ts'
import type { ToolEntry } from '../hosts/verdict.ts'
import type { Claim, Handoff, Stance } from './agent-facts.ts'
import { findWords } from './vocabulary.ts'

interface WrittenText {
  readonly value: string
  readonly span: Span
}

/** The texts of a value: itself, or those of a list. */
function textsOf(value: Value | undefined): WrittenText[] {
  if (value === undefined) return []
  if (value.kind === 'list') return value.items.flatMap(textsOf)
  if (value.kind === 'map' || typeof value.value !== 'string' || value.value === '') return []
  return [{ value: value.value, span: value.span }]
}

const stances: readonly Stance[] = ['owns', 'shares', 'reads', 'excludes']

/** `scope`: a text or a list owns; a mapping says which stance. What is of another shape says nothing here. */
export function declaredClaims(entries: readonly Entry[]): Claim[] {
  const scope = entryOf(entries, 'scope')?.value
  if (scope === undefined) return []
  if (scope.kind !== 'map')
    return textsOf(scope)
      .filter(({ value }) => isPattern(value))
      .map((text) => claim(text, 'owns'))
  return stances.flatMap((stance) => textsOf(entryOf(scope.entries, stance)?.value).map((text) => claim(text, stance)))
}

/** Hosts have a `scope` of their own (`project`, `user`), and people write sentences: neither is a path. */
const isPattern = (text: string): boolean => /[/.*]/.test(text) && !/\s/.test(text.trim())

const claim = ({ value, span }: WrittenText, stance: Stance): Claim => ({
  pattern: value.trim(),
  stance,
  exclusive: false,
  qualifier: undefined,
  owner: undefined,
  topic: '',
  origin: 'frontmatter',
  confidence: 'high',
  span,
})

/** `escalation`: a list of `{to, when}` or names, or a mapping of topic to agent. */
export function declaredEscalation(entries: readonly Entry[]): Handoff[] {
  const escalation = entryOf(entries, 'escalation')?.value
  if (escalation === undefined) return []
  if (escalation.kind === 'map') {
    return escalation.entries.flatMap(({ key, value }) => textsOf(value).map((to) => handoff(to, 'escalates', key)))
  }
  const items = escalation.kind === 'list' ? escalation.items : [escalation]
  return items.flatMap((item) => {
    if (item.kind !== 'map') return textsOf(item).map((to) => handoff(to, 'escalates', undefined))
    const when = textsOf(entryOf(item.entries, 'when')?.value).map(({ value }) => value)
    const topic = when.length === 0 ? undefined : when.join(', ')
    return textsOf(entryOf(item.entries, 'to')?.value).map((to) => handoff(to, 'escalates', topic))
  })
}

// A pointer is like `/handoffs/N/agent` with an asterisk for N: each item of the list.
/** Handoffs in the fields that the host has for them. A plain list of names allows calls; buttons are for a person. */
export const hostHandoffs = (entries: readonly Entry[], { handoffFields = [] }: HostDescriptor): Handoff[] =>
  handoffFields.flatMap((pointer) => {
    const [key = '', ...rest] = pointer.split('/').slice(1)
    return valuesAt(entryOf(entries, key)?.value, rest)
      .flatMap(textsOf)
      .filter(({ value }) => value !== '*')
      .map((to) => handoff(to, 'delegates', undefined, rest.at(-1) === '*'))
  })

function valuesAt(value: Value | undefined, steps: readonly string[]): Value[] {
  const [step, ...rest] = steps
  if (value === undefined) return []
  if (step === undefined) return [value]
  if (step === '*') return value.kind === 'list' ? value.items.flatMap((item) => valuesAt(item, rest)) : []
  return value.kind === 'map' ? valuesAt(entryOf(value.entries, step)?.value, rest) : []
}

/** `Agent(a, b)` in the list of tools: the agents that this one may call. */
export const toolHandoffs = (tools: readonly ToolEntry[], text: string, delegating: ReadonlySet<string>): Handoff[] =>
  tools
    .filter(({ name }) => delegating.has(name))
    .flatMap(({ span }) => {
      const written = slice(text, span)
      const open = written.indexOf('(')
      if (open === -1) return []
      return [...written.slice(open).matchAll(/[\p{L}\p{N}_][\p{L}\p{N}_:.-]*/gu)].map((match) => {
        const start = span.start + open + match.index
        return handoff({ value: match[0], span: { start, end: start + match[0].length } }, 'delegates', undefined, true)
      })
    })

const handoff = (
  to: WrittenText,
  relation: Handoff['relation'],
  topic: string | undefined,
  isCall = false,
): Handoff => ({
  to: to.value.trim().replace(/^@/, ''),
  relation,
  topic,
  paths: [],
  exit: topic !== undefined && findWords(topic, 0, topic.length).some(({ list }) => list === 'exitPhrases'),
  isSurelyAgent: true,
  isLikelyAgent: true,
  isCall,
  origin: 'frontmatter',
  confidence: 'high',
  span: to.span,
})
