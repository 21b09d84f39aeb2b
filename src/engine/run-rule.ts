import type { Diagnostic, Severity } from '../core/diagnostic.ts'
import type { Fix } from '../core/fix.ts'
import { formatMessage } from '../core/message.ts'
import type { OptionValues } from '../core/rule-options.ts'
import { withoutSecrets } from '../facts/secrets.ts'
import type { Finding, Rule } from '../kit/rule.ts'
import { safeData, safeFixes, safeRelated } from './secret-places.ts'
import type { Settings } from './settings.ts'

/** The diagnostics of a run, with the means to add to them. */
export type Collect = (diagnostic: Diagnostic) => void

/**
 * No rule says more than this of one file. No real one comes near, and a file that is made for it would fill any report.
 */
const mostOfOneRule = 100

/** A count for each file. */
function counter(): (path: string) => number {
  const counts = new Map<string, number>()
  return (path) => {
    const count = (counts.get(path) ?? 0) + 1
    counts.set(path, count)
    return count
  }
}

/**
 * A rule's `report`: fills the templates, decides the severity, and holds what the rule says against its own meta.
 * Throws for a message that the rule does not declare or does not fill: that is a mistake of ours, and tests meet it.
 */
export function reporterFor(rule: Rule, path: string | undefined, settings: Settings, collect: Collect) {
  let countIn: ReturnType<typeof counter> | undefined
  return (messageId: string, finding: Finding & { readonly path?: string }): void => {
    const place = finding.path ?? path
    const template = Object.hasOwn(rule.meta.messages, messageId) ? rule.meta.messages[messageId] : undefined
    if (template === undefined || place === undefined)
      throw new Error(`${rule.meta.id} reports \`${messageId}\` wrongly`)
    const severity = severityOf(rule, finding.severity, settings, place)
    if (severity === undefined) return
    countIn ??= counter()
    const count = countIn(place)
    if (count > mostOfOneRule) return
    const data = safeData(finding.data ?? {})
    collect({
      rule: rule.meta.id,
      severity,
      confidence: finding.confidence ?? rule.meta.confidence,
      messageId,
      message: formatMessage(template.says, data) + (count === mostOfOneRule ? lastListed : ''),
      help: template.help === undefined ? undefined : formatMessage(template.help, data),
      path: place,
      span: finding.at,
      data,
      related: safeRelated(finding.related ?? []),
      fixes: safeFixes(checkedFixes(rule, place, finding.fixes ?? [])),
      ...(finding.identity === undefined ? {} : { identity: finding.identity.map(withoutSecrets) }),
    })
  }
}

const lastListed = ' (no more findings of this rule in this file are listed)'

/** Throws for a fix that changes nothing, another file, or the same text twice. */
function checkedFixes(rule: Rule, path: string, fixes: readonly Fix[]): readonly Fix[] {
  for (const { edits } of fixes) {
    let end = 0
    const isOrdered = edits.every((edit) => {
      const follows = edit.path === path && edit.start >= end && edit.end >= edit.start
      end = edit.end
      return follows
    })
    if (edits.length === 0 || !isOrdered) throw new Error(`${rule.meta.id} offers a fix that cannot be applied`)
  }
  return fixes
}

function severityOf(rule: Rule, found: Severity | undefined, settings: Settings, path: string): Severity | undefined {
  const set = settings.forFile(path).severities.get(rule.meta.id)
  if (set !== undefined) return set === 'off' ? undefined : set
  return found ?? (rule.meta.severity === 'host' ? 'warning' : rule.meta.severity)
}

/** Is the rule to run at all? Where it is off in some files, what it finds there is not reported. */
export const isOn = (rule: Rule, settings: Settings): boolean => !settings.silent.has(rule.meta.id)

/** Is the rule on in a file? */
export const isOnFor = ({ meta }: Rule, settings: Settings, path: string): boolean =>
  settings.forFile(path).severities.get(meta.id) !== 'off'

/** What says that something was not looked at, or is about silencing itself, is never silenced. */
export const isSuppressible = ({ kind, meta }: Rule): boolean =>
  kind !== 'failure' && kind !== 'linting' && meta.suppressible !== false

const none: OptionValues = {}

/** The values of a rule's options, for a file or for the fleet. Most rules have none, and need no look. */
export function optionsOf({ meta }: Rule, settings: Settings, path?: string): OptionValues {
  if (meta.options === undefined) return none
  return (path === undefined ? settings : settings.forFile(path)).options.get(meta.id) ?? none
}
