import type { BaselineEntry } from '../../core/baseline.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { clip } from '../../core/message.ts'
import { withoutSecrets } from '../../facts/secrets.ts'
import type { Rule } from '../../kit/rule.ts'
import { isSuppressible } from '../run-rule.ts'

/** What a baseline knows a finding by: one for each thing that it is about, none for a finding that no baseline has. */
export type Identify = (diagnostic: Diagnostic) => Omit<BaselineEntry, 'count'>[]

const longestValue = 200

/**
 * The rule, the files that the finding involves, in no order, and what its message quotes of them. Neither line numbers nor
 * our own wording, nor what was counted: all of those change while the finding stays the same.
 */
export function createIdentify(
  rules: readonly Rule[],
  textOf: (path: string) => string,
  toKey: (path: string) => string,
): Identify {
  const suppressible = new Map(rules.filter(isSuppressible).map((rule) => [rule.meta.id, rule]))
  return (diagnostic) => {
    const rule = suppressible.get(diagnostic.rule)
    if (rule === undefined) return []
    const paths = [diagnostic.path, ...diagnostic.related.map(({ path }) => path)]
    const agents = [...new Set(paths.map(toKey))].sort()
    const values = diagnostic.identity ?? [quotedValue(rule, diagnostic) ?? writtenValue(diagnostic, textOf)]
    return [...new Set(values.map(normalise))].map((value) => ({ rule: diagnostic.rule, agents, value }))
  }
}

/** The texts of the file that the message quotes, by the names that the rule gives them. */
function quotedValue({ meta }: Rule, { messageId, data }: Diagnostic): string | undefined {
  const says = Object.hasOwn(meta.messages, messageId) ? (meta.messages[messageId]?.says ?? '') : ''
  const quoted = [...says.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort()
  const values = quoted.map((key) => data[key]).filter((value) => typeof value !== 'number' && value !== undefined)
  return values.length === 0 ? undefined : values.map(String).join(' | ')
}

/** A short piece of a line that the finding points at; what is longer is text that is worked on. */
function writtenValue({ path, span: { start, end } }: Diagnostic, textOf: (path: string) => string): string {
  if (end - start > longestValue) return ''
  const written = textOf(path).slice(start, end)
  return /[\r\n]/.test(written) ? '' : withoutSecrets(written)
}

const normalise = (value: string): string =>
  clip(
    value
      .slice(0, 4 * longestValue)
      .replaceAll(/\s+/g, ' ')
      .trim(),
    longestValue,
  )
