import type { Diagnostic, SuppressedDiagnostic } from '../../core/diagnostic.ts'
import type { Location } from '../../core/span.ts'
import type { AgentFacts, SilencedRule } from '../../facts/agent-facts.ts'
import type { DirectiveView } from '../../kit/linting-view.ts'
import type { Rule } from '../../kit/rule.ts'
import { isOnFor, isSuppressible } from '../run-rule.ts'
import type { Settings } from '../settings.ts'

export interface SuppressResult {
  readonly kept: readonly Diagnostic[]
  readonly suppressed: readonly SuppressedDiagnostic[]
  readonly directives: readonly DirectiveView[]
}

/** A rule on a comment, and whether it silenced anything yet. */
interface Silencer {
  readonly rule: SilencedRule
  readonly reason: string | undefined
  isUsed: boolean
}

/**
 * Takes out the findings that comments in the files silence: those with a place, primary or related, in what a comment
 * covers. Every comment that covers one is used by it; those in files that are read `forAnother` host may be of use to theirs.
 */
export function suppress(
  diagnostics: readonly Diagnostic[],
  facts: readonly AgentFacts[],
  settings: Settings,
  forAnother: ReadonlySet<string>,
): SuppressResult {
  const suppressible = suppressibleRules(settings)
  const silencers = new Map<SilencedRule, Silencer>()
  const byFile = new Map(
    facts.flatMap((agent) =>
      agent.suppressions.length === 0 ? [] : [[agent.path, silencersOf(agent, suppressible, silencers)] as const],
    ),
  )
  const kept: Diagnostic[] = []
  const suppressed: SuppressedDiagnostic[] = []
  for (const diagnostic of diagnostics) {
    const [first, ...more] = [diagnostic, ...diagnostic.related].flatMap((place) =>
      covering(place, byFile.get(place.path)?.get(diagnostic.rule)),
    )
    for (const silencer of [first, ...more]) if (silencer !== undefined) silencer.isUsed = true
    if (first === undefined) kept.push(diagnostic)
    else suppressed.push({ ...diagnostic, suppressed: { kind: 'inline', reason: first.reason } })
  }
  return { kept, suppressed, directives: directivesOf(facts, { suppressible, silencers, settings, forAnother }) }
}

const suppressibleRules = ({ rules }: Settings): ReadonlyMap<string, Rule> =>
  new Map(rules.filter(isSuppressible).map((rule) => [rule.meta.id, rule]))

function silencersOf(
  { suppressions }: AgentFacts,
  suppressible: ReadonlyMap<string, Rule>,
  all: Map<SilencedRule, Silencer>,
): Map<string, Silencer[]> {
  const byRule = new Map<string, Silencer[]>()
  for (const { rules, reason } of suppressions) {
    for (const rule of rules) {
      if (!suppressible.has(rule.name)) continue
      const silencer = { rule, reason, isUsed: false }
      all.set(rule, silencer)
      const same = byRule.get(rule.name)
      if (same === undefined) byRule.set(rule.name, [silencer])
      else same.push(silencer)
    }
  }
  return byRule
}

const covering = ({ span }: Location, silencers: readonly Silencer[] | undefined): Silencer[] =>
  silencers?.filter(({ rule: { covers } }) => covers.start <= span.start && span.start < covers.end) ?? []

interface Silencing {
  readonly suppressible: ReadonlyMap<string, Rule>
  readonly silencers: ReadonlyMap<SilencedRule, Silencer>
  readonly settings: Settings
  readonly forAnother: ReadonlySet<string>
}

function directivesOf(
  facts: readonly AgentFacts[],
  { suppressible, silencers, settings, forAnother }: Silencing,
): DirectiveView[] {
  const ids = new Set(settings.rules.map(({ meta }) => meta.id))
  const isUnused = (silenced: SilencedRule, path: string): boolean => {
    const rule = forAnother.has(path) ? undefined : suppressible.get(silenced.name)
    return rule !== undefined && isOnFor(rule, settings, path) && silencers.get(silenced)?.isUsed === false
  }
  return facts.flatMap(({ path, suppressions }) =>
    suppressions.map((directive) => ({
      path,
      directive,
      unused: directive.kind.startsWith('disable') ? directive.rules.filter((rule) => isUnused(rule, path)) : [],
      unknown: directive.rules.filter(({ name }) => !ids.has(name)),
      fixed: directive.rules.filter(({ name }) => ids.has(name) && !suppressible.has(name)),
    })),
  )
}
