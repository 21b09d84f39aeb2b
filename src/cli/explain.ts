import { describeRules } from '../composition.ts'
import { nearest } from '../core/nearest.ts'
import { optionTable } from '../core/option-table.ts'
import type { RuleDescription } from '../core/rule-description.ts'
import { renderPage } from '../reporters/page.ts'
import { loadStyle } from '../reporters/style.ts'
import { type ColorChoice, type Environment, exitCodes, UsageError, wantsColor, widthOf } from './environment.ts'

export interface ExplainFlags {
  readonly format: 'text' | 'markdown'
  readonly color: ColorChoice
}

/** `agent-lint explain <rule>`: the rule's page, for reading in a terminal or as it lies beside the rule; with its options. */
export async function explain(environment: Environment, id: string, flags: ExplainFlags): Promise<number> {
  const rule = withOptions(findRule(await describeRules(), id))
  const { stdout } = environment
  if (flags.format === 'markdown') stdout.write(rule.page)
  else {
    const style = await loadStyle(wantsColor(flags.color, environment, stdout))
    stdout.write(renderPage(withFacts(rule), style, widthOf(stdout)))
  }
  return exitCodes.clean
}

function findRule(rules: readonly RuleDescription[], id: string): RuleDescription {
  const rule = rules.find(({ meta }) => meta.id === id)
  if (rule !== undefined) return rule
  const near = nearest(
    id,
    rules.map(({ meta }) => meta.id),
  )
  const help = near === undefined ? 'agent-lint rules lists them' : `did you mean ${near}?`
  throw new UsageError(`there is no rule called ${id}`, help)
}

function withOptions({ meta, page }: RuleDescription): RuleDescription {
  if (meta.options === undefined) return { meta, page }
  return { meta, page: `${page.trimEnd()}\n\n## Options\n\n${optionTable(meta.id, meta.options)}` }
}

/** The page with what the rule says of itself under its title. */
function withFacts({ meta, page }: RuleDescription): string {
  const { category, severity, confidence, presets, since } = meta
  const grave = severity === 'host' ? 'as the host does' : severity
  const facts = `${category}; severity: ${grave}; confidence: ${confidence}; in: ${presets.join(', ')}; since ${since}`
  return page.replace('\n', `\n\n${facts}\n`)
}
